// Minutes as PDF: read in the page by a module of their own, which nothing else pays for.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { deflateSync } from "node:zlib";
import { fileURLToPath } from "node:url";
import { parse, read } from "../../pkg/node.js";
import { assertAccessible, assertHeals, assertQuiet, assertRefused, heard, page, shown, start, words } from "./harness.mjs";

/** A PDF of pages, each a list of lines; `keys` stands in its trailer. A page that is given as bytes is a stream that deflate packed. */
function made(pages, keys = "") {
  const hex = (line) => [...line].map((it) => it.charCodeAt(0).toString(16).padStart(4, "0")).join("");
  const stream = (content, keys = "") => `<</Length ${content.length}${keys}>>\nstream\n${content}\nendstream`;
  const drawn = (lines) => stream(lines.map((it, y) => `BT /F1 12 Tf 60 ${780 - y * 18} Td <${hex(it)}> Tj ET`).join("\n"));
  const objects = [
    "<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>>>",
    `<</Type/Pages/Count ${pages.length}/Kids[${pages.map((_, it) => `${5 + it * 2} 0 R`).join(" ")}]>>`,
    "<</Type/Font/Subtype/Type0/BaseFont/Mincho/Encoding/UniJIS-UTF16-H/DescendantFonts[4 0 R]>>",
    "<</Type/Font/Subtype/CIDFontType2/BaseFont/Mincho/DW 1000/CIDSystemInfo<</Registry(Adobe)/Ordering(Japan1)/Supplement 2>>>>",
  ];
  pages.forEach((lines, idx) => {
    const link = "/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 595 842]/A<</S/URI/URI(https://example.invalid/leak)>>>>]";
    objects.push(`<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents ${6 + idx * 2} 0 R/Resources<</Font<</F1 3 0 R>>>>${link}>>`);
    objects.push(Buffer.isBuffer(lines) ? stream(lines.toString("latin1"), "/Filter/FlateDecode") : drawn(lines));
  });
  let file = "%PDF-1.7\n";
  const places = objects.map((it, idx) => {
    const at = file.length;
    file += `${idx + 1} 0 obj\n${it}\nendobj\n`;
    return `${String(at).padStart(10, "0")} 00000 n \n`;
  });
  const at = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join("")}trailer\n<</Size ${objects.length + 1}/Root 1 0 R${keys}>>\nstartxref\n${at}\n%%EOF\n`;
  return Buffer.from(file, "latin1");
}

const MINUTES = [
  ["第２回みなと市水道審議会　議事録", "○空野会長　ただいまから開会いたします。", "○海野委員　水道の料金についてです。"],
  ["○空野会長　これで閉会いたします。"],
];
const LONG = Array.from({ length: 500 }, (_, it) => Array.from({ length: 30 }, (_, line) => (line % 5 ? "　水道の料金と施設の更新について、順に説明をいたします。" : `○海野委員　${it + 1}ページの説明です。`)));

let site;
let moduleIsThere = true;
before(async () => {
  const file = (body) => ({ headers: { "content-type": "application/pdf" }, body });
  const files = {
    "minutes.pdf": made(MINUTES),
    "junk.pdf": Buffer.concat([Buffer.from([0, 1, 2, 10]), made(MINUTES)]),
    "scanned.pdf": made([[], []]),
    "locked.pdf": made(MINUTES, `/Encrypt<</Filter/Standard/V 2/R 3/Length 128/P -4/O<${"41".repeat(32)}>/U<${"42".repeat(32)}>>>/ID[<01><01>]`),
    "torn.pdf": Buffer.from("%PDF-1.7 …"),
    "cut.pdf": made(MINUTES).subarray(0, 400),
    "bomb.pdf": made([deflateSync(Buffer.alloc(300 << 20, " "))]),
    "long.pdf": made(LONG),
  };
  site = await start({
    "/pkg/wasm/pdf_bg.wasm": () => (moduleIsThere ? undefined : { status: 404, body: "" }),
    ...Object.fromEntries(Object.entries(files).map(([name, body]) => [`/${name}`, file(body)])),
    ...Object.fromEntries(Object.keys(files).map((name) => [`/of-${name}`, page(`<gijiroku-viewer src="/${name}"></gijiroku-viewer>`)])),
    "/plain.txt": { headers: { "content-type": "text/plain" }, body: "○議長（高梨修君）　これより会議を開きます。\n" },
    "/of-plain.txt": page(`<gijiroku-viewer src="/plain.txt"></gijiroku-viewer>`),
  });
});
after(() => site.close());

for (const name of ["minutes.pdf", "junk.pdf"]) {
  test(`src may lead to ${name}, under the strict policy, and nothing in it runs or is fetched`, async () => {
    const tab = await site.open(`/of-${name}`);
    assert.equal((await heard(tab, "minutes-loaded")).form, "pdf");
    assert.match(await words(tab), /水道の料金についてです。/);
    assert.match(await tab.$eval("gijiroku-viewer", (it) => it.shadowRoot.querySelector("[part=input]").textContent), /^PDFから/);
    const { record, speeches } = await tab.$eval("gijiroku-viewer", (it) => it.document);
    assert.equal(speeches.length, 3);
    assert.deepEqual(record.pages.map((it) => it.page), [1, 2]);
    assert.deepEqual(tab.requested.filter((it) => it.includes("example.invalid")), []);
    await assertAccessible(tab, name);
    await assertQuiet(tab);
    await tab.close();
  });
}

for (const it of [
  ["scanned.pdf", "pdf-scanned", /全2ページが画像/, /2 in all, are pictures/],
  ["locked.pdf", "pdf-encrypted", /パスワード/, /password/],
  ["torn.pdf", "pdf-damaged", /壊れていて/, /damaged/],
  ["cut.pdf", "pdf-damaged", /壊れていて/, /damaged/],
  ["bomb.pdf", "pdf-large", /大きすぎて/, /too large/],
]) {
  test(`a reader is told why ${it[0]} shows nothing`, () => assertRefused(site, parse, it));
}

test("a site that lacks the module for PDF is told which file it lacks, and a second try heals", () => assertHeals(site, "minutes.pdf", "pdf-missing", /pdf_bg\.wasm/, (it) => (moduleIsThere = !it)));

test("a place in the minutes leads back to its page of the PDF", async () => {
  const tab = await site.open("/of-minutes.pdf");
  await tab.$eval("gijiroku-viewer", (it) => it.shadowRoot.querySelectorAll("[part~=speech] [part=select]")[2].click());
  const { page, span } = await heard(tab, "minutes-selected");
  const { record } = await tab.$eval("gijiroku-viewer", (it) => it.document);
  assert.deepEqual([page, span.start >= record.pages[1].start], [2, true]);
  await tab.$eval("gijiroku-viewer", (it) => it.shadowRoot.querySelector("[part=desk-button]").click());
  const told = (selector) => tab.$eval("gijiroku-viewer", (it, selector) => [...it.shadowRoot.querySelectorAll(selector)].map((it) => [it.textContent, it.getAttribute("href")]), selector);
  await tab.waitForFunction(() => document.querySelector("gijiroku-viewer").shadowRoot.querySelector(".desk-here")?.textContent);
  const address = new URL("/minutes.pdf", site.origin).href;
  assert.deepEqual(await told(".desk-here a"), [["PDF 2ページ", `${address}#page=2`]]);
  assert.deepEqual(await told(".desk-line [part=desk-page]"), [["PDF 1ページ", `${address}#page=1`], ["PDF 2ページ", `${address}#page=2`]]);
  await assertAccessible(tab, "the source of a PDF");
  await assertQuiet(tab);
  await tab.close();
});

test("a PDF that a reader brings has pages without an address", async () => {
  const tab = await site.open("/of-plain.txt");
  const bytes = [...made(MINUTES)];
  await tab.$eval("gijiroku-viewer", (it, bytes) => ((it.show = "source"), (it.file = new File([new Uint8Array(bytes)], "own.pdf", { type: "application/pdf" }))), bytes);
  await tab.waitForFunction(() => document.querySelector("gijiroku-viewer").shadowRoot.querySelector("[part=desk-page]"));
  const told = await tab.$eval("gijiroku-viewer", (it) => [...it.shadowRoot.querySelectorAll("[part=desk-page]")].map((it) => [it.localName, it.textContent]));
  assert.deepEqual(told, [["span", "PDF 1ページ"], ["span", "PDF 2ページ"]]);
  await tab.close();
});

test("a PDF that was overtaken by another file is given up", async () => {
  const { pdfMeeting } = await import("../../pkg/pdf.js");
  const { pdf } = await import("../../pkg/unpack.js");
  const turn = new AbortController();
  const reading = pdfMeeting(made(LONG), pdf, turn.signal);
  setTimeout(() => turn.abort());
  await assert.rejects(reading, { name: "AbortError" });
  assert.equal((await pdfMeeting(made(MINUTES), pdf)).record.pages.length, 2);
});

test("what reads a PDF is given nothing that opens, fetches or draws", async () => {
  const module = await WebAssembly.compile(readFileSync(new URL("../../pkg/wasm/pdf_bg.wasm", import.meta.url)));
  const names = WebAssembly.Module.imports(module).map((it) => it.name);
  assert.deepEqual(names.filter((it) => !/^__wbindgen_(init_externref_table|throw)|^__wbg___wbindgen_throw/.test(it)), []);
});

test("who reads a text does not fetch what reads a PDF", async () => {
  const tab = await site.open("/of-plain.txt");
  await heard(tab, "minutes-loaded");
  assert.deepEqual(tab.requested.filter((it) => /pdf/.test(it)), []);
  await tab.close();
});

test("500 pages are read in slices, and what waits gets its turn in between", async () => {
  const bytes = made(LONG);
  await read(made(MINUTES));
  let [longest, last] = [0, performance.now()];
  const clock = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 5);
  const began = performance.now();
  const { meetings } = await read(bytes);
  const took = performance.now() - began;
  clearInterval(clock);
  console.log(`500 pages: ${took.toFixed(0)} ms, longest without a turn: ${longest.toFixed(0)} ms`);
  assert.equal(meetings[0].record.pages.length, 500);
  assert.ok(longest < 1000, `${longest} ms`);
});

const moj = new URL("../../../shared/corpus/moj/", import.meta.url);
const command = new URL("../../target/debug/gijiroku", import.meta.url);
const skip = !(existsSync(moj) && existsSync(command)) && "needs ../shared/corpus/moj and the command";
test("the PDF of a ministry gives the speeches that the command gives", { skip }, async () => {
  for (const name of ["001374091.pdf", "001395538.pdf"]) {
    const file = fileURLToPath(new URL(name, moj));
    const told = JSON.parse(execFileSync(fileURLToPath(command), ["convert", file, "--to", "json"], { maxBuffer: 1e9, stdio: ["ignore", "pipe", "ignore"] }));
    assert.deepEqual((await parse(readFileSync(file))).speeches, told.speeches);
  }
});
