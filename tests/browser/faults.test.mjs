// Faults of the network and of the browser: each is told in a sentence, in time, with a way out, and none takes the text.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { readFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { assertAccessible, assertQuiet, button, file, heard, kind, page, shown, start, words } from "./harness.mjs";

const SHORT = "○議長（高梨修君）　これより会議を開きます。\n";
let site;
let wasm;
/** What `/minutes.txt`, the people and the wasm file give; undefined for themselves. */
let given = {};
/** An answer that says it is longer than what comes of it. */
const cut = (body, type = "text/plain") => ({
  answer(response) {
    response.writeHead(200, { "content-type": type, "content-length": 2 * Buffer.byteLength(body) });
    response.write(body, () => setTimeout(() => response.destroy(), 50));
  },
});

before(async () => {
  wasm = await readFile(new URL("../../pkg/wasm/gijiroku_bg.wasm", import.meta.url));
  const element = `<gijiroku-viewer src="/minutes.txt" people="/people.json"><a href="/minutes.txt">会議録</a></gijiroku-viewer>`;
  site = await start({
    "/page": page(element),
    "/given": page(`<gijiroku-viewer><pre>${SHORT}</pre></gijiroku-viewer>`),
    "/minutes.txt": () => given.minutes ?? file(SHORT),
    "/people.json": () => given.people ?? file("[]", "application/json"),
    "/pkg/wasm/gijiroku_bg.wasm": () => given.wasm ?? file(wasm, "application/wasm"),
  });
});
after(() => site.close());

const viewer = (tab, work, ...more) => tab.$eval("gijiroku-viewer", work, ...more);

/** Opens the page while something is wrong, and sees that a second try heals. */
async function healed(wrong, reasons, sentence, { text = false } = {}) {
  given = wrong;
  const tab = await site.open("/page", { ready: "failed" });
  const { reason } = await heard(tab, "minutes-failed");
  assert.ok(reasons.includes(reason), reason);
  assert.match(await words(tab), sentence);
  assert.equal(await shown(tab, "failure"), true);
  assert.equal(await shown(tab, "text"), text);
  given = {};
  await (await button(tab, "もう一度読み込む")).click();
  await heard(tab, "minutes-loaded");
  assert.match(await words(tab), /これより会議を開きます。/);
  await tab.close();
}

test("minutes that break off on their way are told as such, and a second try heals", () => healed({ minutes: cut(SHORT) }, ["cut"], /途中までしか受け取れませんでした/));

test("minutes that are not packed as their headers say are told, and a second try heals", { skip: kind === "webkit" && "WebKit for GTK gives such a file as it stands, and the minutes are shown" }, () =>
  healed({ minutes: { headers: { "content-type": "text/plain", "content-encoding": "gzip" }, body: SHORT } }, ["cut", "network"], /圧縮の設定が誤っている|通信が途切れた/));

test("minutes that are packed and do not say so are no text", () => healed({ minutes: file(gzipSync(SHORT.repeat(99))) }, ["not-text"], /テキストではない（gzip）/));

test("a program that breaks off on its way is not called damaged, the text is shown, and a second try heals", async () => {
  await healed({ wasm: cut(wasm.subarray(0, 9000), "application/wasm") }, ["wasm-missing"], /gijiroku_bg\.wasm を取得できませんでした/, { text: true });
  await healed({ wasm: cut(wasm.subarray(0, 9000), "application/octet-stream") }, ["wasm-missing"], /gijiroku_bg\.wasm を取得できませんでした/, { text: true });
});

for (const [what, answer] of [
  ["as something else", file(SHORT, "image/png")],
  ["in another encoding than the server says", file(SHORT, "text/plain; charset=euc-jp")],
  ["as a page", file(SHORT, "text/html")],
  ["without a type", { body: SHORT }],
  ["packed, as it says", { headers: { "content-type": "text/plain", "content-encoding": "gzip" }, body: gzipSync(SHORT) }],
]) {
  test(`minutes that come ${what} are read by their bytes`, async () => {
    given = { minutes: answer };
    const tab = await site.open("/page");
    assert.equal(await viewer(tab, (it) => it.text), SHORT);
    await assertQuiet(tab);
    await tab.close();
  });
}

test("minutes that end in the middle of a character are shown, and the reader is told how much could not be read", async () => {
  given = { minutes: file(Buffer.concat([Buffer.from(SHORT.repeat(20)), Buffer.from("○市長　以上").subarray(0, -1)])) };
  const tab = await site.open("/page");
  assert.equal((await heard(tab, "minutes-loaded")).replaced, 1);
  assert.match(await words(tab), /文字として読めない箇所が1か所あり、「\ufffd」で示しています。/);
  assert.match(await words(tab), /以\ufffd/);
  await tab.close();
});

const units = (text) => Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));

test("half of a surrogate pair stays in the text, is shown as what cannot be read, and counted", async () => {
  given = {};
  const tab = await site.open("/page");
  const text = "○議長（高梨修君）　これ\ud800より\udc00会議を\udbff開きます。\ud83d\ude00\n○市長（岸本汐里君）　はい。\udfff";
  await tab.evaluate((units) => (document.querySelector("gijiroku-viewer").text = String.fromCharCode(...units)), units(text));
  assert.equal((await heard(tab, "minutes-loaded", 2)).replaced, 4);
  // The driver could not carry such a text: its units are compared.
  assert.deepEqual(await viewer(tab, (it) => Array.from({ length: it.text.length }, (_, at) => it.text.charCodeAt(at))), units(text));
  assert.match(await words(tab), /これ\ufffdより\ufffd会議を\ufffd開きます。\u{1f600}/u);
  assert.match(await words(tab), /4か所あり、「\ufffd」で示しています。/);
  await viewer(tab, (it) => it.shadowRoot.querySelector("[part=desk-button]").click());
  await tab.waitForFunction(() => document.querySelector("gijiroku-viewer").shadowRoot.querySelector("#line-2"), { timeout: 15_000 });
  await assertQuiet(tab);
  await tab.close();
});

test("people that break off or are not there are told by their own name, and the minutes are shown", async () => {
  for (const people of [cut('[{"name": "岸本'), { answer: (response) => response.destroy() }, file("[{", "application/json")]) {
    given = { people };
    const tab = await site.open("/page");
    assert.equal((await heard(tab, "minutes-failed")).reason, "people");
    assert.match(await words(tab), /これより会議を開きます。/);
    assert.match(await words(tab), /人名のファイルを読めませんでした/);
    assert.doesNotMatch(await words(tab), /議事録のファイルを取得できませんでした/);
    await tab.close();
  }
});

/** A browser for which eight seconds are soon over. */
const hasty = (it) =>
  it.evaluateOnNewDocument(() => {
    const { setTimeout } = window;
    window.setTimeout = (work, wait, ...more) => setTimeout(work, wait === 8000 ? 50 : wait, ...more);
  });

test("minutes that keep a reader waiting leave a way out: to try again, and to the file", async () => {
  given = { minutes: { answer() {} } };
  const tab = await site.open("/page", { ready: false, before: hasty });
  await button(tab, "もう一度読み込む");
  assert.match(await words(tab), /議事録を読み込んでいます\s+読み込みに時間がかかっています。/);
  assert.equal(await viewer(tab, (it) => it.shadowRoot.querySelector("a[part=source]").href), `${site.origin}/minutes.txt`);
  // It fades in, and is judged when it has.
  await tab.waitForFunction(() => getComputedStyle(document.querySelector("gijiroku-viewer").shadowRoot.querySelector("[part=status]")).opacity === "1");
  await assertAccessible(tab, "slow");
  given = {};
  await (await button(tab, "もう一度読み込む")).click();
  await heard(tab, "minutes-loaded");
  assert.equal(await shown(tab, "retry"), false);
  await tab.close();
});

test("a network that goes in the middle of reading takes nothing away, and what needs it says so", async () => {
  given = {};
  const tab = await site.open("/page");
  // Nobody answers any more, whatever is asked for.
  await viewer(tab, (it) => (window.fetch = () => Promise.reject(new TypeError("Failed to fetch"))));
  await viewer(tab, (it) => void it.document.catch((cause) => (window.told = cause.reason)));
  await tab.waitForFunction(() => window.told, { timeout: 15_000 });
  assert.match(await words(tab), /これより会議を開きます。/);
  assert.equal(await shown(tab, "viewer"), true);
  await viewer(tab, (it) => it.reload());
  assert.equal((await heard(tab, "minutes-failed")).reason, "network");
  assert.match(await words(tab), /通信が途切れた可能性があります/);
  assert.equal(await shown(tab, "retry"), true);
  await tab.close();
});

test("a page that may keep nothing shows the minutes all the same", async () => {
  given = {};
  const tab = await site.open("/page", {
    before: (it) =>
      it.evaluateOnNewDocument(() => {
        const refuse = () => {
          throw new DOMException("full", "QuotaExceededError");
        };
        for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches"]) Object.defineProperty(window, name, { get: refuse });
        Object.defineProperty(Document.prototype, "cookie", { get: refuse, set: refuse });
      }),
  });
  assert.match(await words(tab), /これより会議を開きます。/);
  await viewer(tab, (it) => it.shadowRoot.querySelector("[part=desk-button]").click());
  await tab.waitForFunction(() => document.querySelector("gijiroku-viewer").shadowRoot.querySelector("#line-1"), { timeout: 15_000 });
  await assertQuiet(tab);
  await tab.close();
});

/** The module with no room to grow by more than a few pages: its section of memory says where it ends. */
function small(module) {
  let at = 8;
  const number = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = module[at++];
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
  };
  const written = (value) => (value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...written(value >>> 7)]);
  for (;;) {
    const [begin, id] = [at, module[at++]];
    const end = number() + at;
    if (id !== 5) at = end;
    else {
      at += 2;
      const pages = number();
      const body = [1, 1, ...written(pages), ...written(pages + 16)];
      return Buffer.concat([module.subarray(0, begin), Buffer.from([5, ...written(body.length), ...body]), module.subarray(end)]);
    }
  }
}

test("where memory runs out, the text is shown as it stands, and with more of it a second try heals", async () => {
  given = { wasm: file(small(wasm), "application/wasm"), minutes: file(SHORT.repeat(20_000)) };
  const tab = await site.open("/page", { ready: "failed" });
  assert.equal((await heard(tab, "minutes-failed")).reason, "trapped");
  assert.equal(await shown(tab, "text"), true);
  assert.equal(await viewer(tab, (it) => it.shadowRoot.querySelector("[part=text]").textContent.length), SHORT.length * 20_000);
  given = {};
  await viewer(tab, (it) => it.shadowRoot.querySelector("[part=retry]").click());
  await heard(tab, "minutes-loaded");
  await tab.close();
});

for (const [what, take, told] of [
  ["WebAssembly", () => delete window.WebAssembly, /WebAssembly を使えないため/],
  ["the newer WebAssembly", () => {
    WebAssembly.validate = () => false;
    WebAssembly.compileStreaming = WebAssembly.compile = () => Promise.reject(new WebAssembly.CompileError("invalid value type 0x6f"));
  }, /WebAssembly 2\.0 \(externref\) を使えないため/],
  ["constructed style sheets", () => {
    delete Document.prototype.adoptedStyleSheets;
    delete ShadowRoot.prototype.adoptedStyleSheets;
    delete DocumentOrShadowRoot?.prototype.adoptedStyleSheets;
  }, /adoptedStyleSheets を使えないため/],
]) {
  test(`a browser without ${what} is told what it lacks, and shows the text`, async () => {
    given = {};
    // As in a browser that never had it: what is not there by that name is let be.
    const script = `globalThis.DocumentOrShadowRoot ??= undefined; (${take})();`;
    const tab = await site.open("/page", { ready: "failed", before: (it) => it.evaluateOnNewDocument(kind === "webkit" ? new Function(script) : script) });
    assert.equal((await heard(tab, "minutes-failed")).reason, "unsupported");
    assert.match(await words(tab), told);
    assert.match(await words(tab), /これより会議を開きます。/);
    assert.equal(await shown(tab, "text"), true);
    await tab.close();
  });
}
