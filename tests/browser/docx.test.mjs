// Minutes in Word: read in the page by code of their own, which nothing else pays for. What is read in one is held by forms.test.mjs.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { parse, read } from "../../pkg/node.js";
import { docx, p, r, zip } from "./docx-made.mjs";
import { assertAccessible, assertHeals, assertQuiet, assertRefused, heard, page, start, words } from "./harness.mjs";

const MINUTES = docx(
  p("第２回みなと市水道審議会　議事録") +
    p("○空野会長　ただいまから開会いたします。") +
    p(`<w:hyperlink r:id="r1" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">${r("○海野委員　料金についてです。")}</w:hyperlink>`) +
    p('<w:fldSimple w:instr=" INCLUDETEXT &quot;http://example.invalid/x.docx&quot; "><w:r><w:t>○空野会長　閉会します。&lt;img src=x onerror=alert(1)&gt;</w:t></w:r></w:fldSimple>') +
    p('<w:ins w:id="1"><w:r><w:t>足した文です。</w:t></w:r></w:ins>'),
);
const wide = (words) => Buffer.from(words, "utf16le");
const compound = (name) => Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(600), wide(name)]);
const alone = (content, odd) => zip({ "word/document.xml": content }, odd);
const BOMB = Buffer.alloc(300 << 20, " ");

let site;
let codeIsThere = true;
before(async () => {
  const files = {
    "minutes.docx": MINUTES,
    "locked.docx": compound("EncryptedPackage"),
    "zip-locked.docx": alone("<w/>", { flags: 1 }),
    "old.doc": compound("WordDocument"),
    "table.xlsx": zip({ "xl/workbook.xml": "<workbook/>" }),
    "entity.docx": alone('<!DOCTYPE w [<!ENTITY x SYSTEM "/secret.txt">]><document><body>&x;</body></document>'),
    "cut.docx": MINUTES.subarray(0, MINUTES.length / 2),
    "deep.docx": alone(`<document><body>${"<sdt>".repeat(300)}${"</sdt>".repeat(300)}</body></document>`),
    "bomb.docx": alone(BOMB),
    "liar.docx": alone(BOMB, { told: 1000 }),
    "empty.docx": docx(p()),
  };
  site = await start({
    "/pkg/forms/docx.js": () => (codeIsThere ? undefined : { status: 404, body: "" }),
    ...Object.fromEntries(Object.entries(files).map(([name, body]) => [`/${name}`, { headers: { "content-type": "application/octet-stream" }, body }])),
    ...Object.fromEntries(Object.keys(files).map((name) => [`/of-${name}`, page(`<gijiroku-viewer src="/${name}"></gijiroku-viewer>`)])),
    "/plain.txt": { headers: { "content-type": "text/plain" }, body: "○議長（高梨修君）　これより会議を開きます。\n" },
    "/of-plain.txt": page(`<gijiroku-viewer src="/plain.txt"></gijiroku-viewer>`),
  });
});
after(() => site.close());

test("src may lead to a Word document, under the strict policy, and nothing in it runs or is fetched", async () => {
  const tab = await site.open("/of-minutes.docx");
  assert.equal((await heard(tab, "minutes-loaded")).form, "docx");
  assert.match(await words(tab), /料金についてです。.*<img src=x onerror=alert\(1\)>/s);
  assert.match(await tab.$eval("gijiroku-viewer", (it) => it.shadowRoot.querySelector("[part=input]").textContent), /^Wordの文書から読み取りました。変更履歴が残っています。追加された7字を含め、削除された0字を除いています。$/);
  const { speeches, diagnostics } = await tab.$eval("gijiroku-viewer", (it) => it.document);
  assert.equal(speeches.length, 3);
  assert.ok(diagnostics.some((it) => it.code === "G408"));
  assert.deepEqual(tab.requested.filter((it) => it.includes("example.invalid")), []);
  await assertAccessible(tab, "a Word document");
  await assertQuiet(tab);
  await tab.close();
});

for (const it of [
  ["locked.docx", "docx-encrypted", /パスワード/, /password/],
  ["zip-locked.docx", "docx-encrypted", /パスワード/, /password/],
  ["old.doc", "docx-old", /古い形式/, /old form/],
  ["table.xlsx", "docx-other", /Wordの文書（\.docx）ではない/, /no Word document/],
  ["entity.docx", "docx-doctype", /文書型宣言/, /document type/],
  ["cut.docx", "docx-damaged", /壊れていて/, /damaged/],
  ["deep.docx", "docx-large", /入れ子が深すぎて/, /nested too deeply/],
  ["bomb.docx", "docx-large", /大きすぎる/, /too large/],
  ["liar.docx", "docx-damaged", /壊れていて/, /damaged/],
  ["empty.docx", "docx-empty", /文字がありません/, /no text/],
]) {
  test(`a reader is told why ${it[0]} shows nothing`, () => assertRefused(site, parse, it));
}

test("a site that lacks the code for Word is told which file it lacks, and a second try heals", () => assertHeals(site, "minutes.docx", "docx-missing", /forms\/docx\.js/, (it) => (codeIsThere = !it)));

test("a Word document that a reader brings is read as one that the page names", async () => {
  const tab = await site.open("/of-plain.txt");
  assert.deepEqual(tab.requested.filter((it) => /forms/.test(it)), [], "who reads a text fetches nothing for Word");
  await tab.$eval("gijiroku-viewer", (it, bytes) => (it.file = new File([new Uint8Array(bytes)], "own.docx")), [...MINUTES]);
  await tab.waitForFunction(() => document.querySelector("gijiroku-viewer").shadowRoot.textContent.includes("料金についてです。"));
  await tab.close();
});

test("a file that is cut or altered anywhere comes to an end with a text or a reason", async () => {
  const bytes = readFileSync(new URL("../inputs/word_strict.docx", import.meta.url));
  const reasons = new Set();
  for (let at = 4; at < bytes.length; at++) {
    const altered = Buffer.from(bytes);
    altered[at] ^= 1 << at % 8;
    await assert.rejects(read(bytes.subarray(0, at)), { reason: "docx-damaged" }, `cut at ${at}`);
    reasons.add(await read(altered).then(() => "read", (cause) => cause.reason));
  }
  for (const it of reasons) assert.match(it, /^(read|docx-(damaged|large|other|encrypted))$/);
});
