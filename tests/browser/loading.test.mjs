// While minutes are on their way: something is there at once, and a large file shows how far it is. What breaks off is in faults.test.mjs.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { readFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { assertAccessible, assertNoSidewaysScroll, assertQuiet, heard, lacks, page, shown, start, words } from "./harness.mjs";

const LARGE = `みなと市議会会議録\n${`○議長（高梨修君）　${"これより会議を開きます。".repeat(60)}\n`.repeat(100)}`;
const BYTES = Buffer.from(LARGE);
const HALF = BYTES.length / 2;
const viewer = page(`<gijiroku-viewer src="/minutes.txt"><a href="/minutes.txt">会議録のテキスト</a></gijiroku-viewer>`);
let site;
/** What the addresses give, set by each test. */
let minutes;
let define;
let wasm;

/** An answer of which the test sends the parts itself. */
function answer(headers = {}) {
  let body;
  const asked = new Promise((done) => (body = done));
  return { asked, page: { answer: (to) => body(to.writeHead(200, { "content-type": "text/plain", ...headers })) } };
}

const length = (bytes) => ({ "content-length": String(bytes.length) });
/** What of the progress is shown: how far it is, and in words. */
const progress = (tab) =>
  tab.$eval("gijiroku-viewer", ({ shadowRoot }) => {
    const it = shadowRoot.querySelector("[part=progress]");
    return { shown: it.checkVisibility(), share: it.position, words: it.nextSibling.textContent, read: shadowRoot.querySelector("[role=status]").textContent };
  });
const until = (tab, share) =>
  tab.waitForFunction((share) => {
    const it = document.querySelector("gijiroku-viewer").shadowRoot.querySelector("[part=progress]");
    return it.position === share && it.checkVisibility();
  }, {}, share);

before(async () => {
  const file = async (name, type) => ({ headers: { "content-type": type }, body: await readFile(new URL(`../../pkg/${name}`, import.meta.url)) });
  const [code, module] = [await file("define.js", "text/javascript"), await file("wasm/gijiroku_bg.wasm", "application/wasm")];
  site = await start({ "/": viewer, "/minutes.txt": () => minutes, "/pkg/define.js": () => define ?? code, "/pkg/wasm/gijiroku_bg.wasm": () => wasm ?? module });
});
after(() => site.close());

test("before the code has come, what stands inside the element is there", { skip: lacks("pages under way") }, async () => {
  const code = answer({ "content-type": "text/javascript" });
  [define, minutes] = [code.page, { body: LARGE.slice(0, 100) }];
  let tab;
  // The page itself has not come to its end before its code has.
  const opened = site.open("/", { ready: null, before: (it) => void (tab = it) });
  const to = await code.asked;
  await tab.waitForSelector("gijiroku-viewer > a");
  assert.ok(await tab.$eval("gijiroku-viewer > a", (it) => it.checkVisibility()));
  define = undefined;
  to.end(await readFile(new URL("../../pkg/define.js", import.meta.url)));
  await opened;
  await heard(tab, "minutes-loaded");
  await tab.close();
});

test("while the program is on its way, the reader is told that the minutes are being loaded", async () => {
  const module = answer({ "content-type": "application/wasm" });
  [wasm, minutes] = [module.page, { body: LARGE.slice(0, 100) }];
  const tab = await site.open("/", { ready: null });
  const to = await module.asked;
  wasm = undefined;
  assert.equal(await shown(tab, "status"), true);
  assert.match(await words(tab), /議事録を読み込んでいます/);
  assert.equal(await tab.$eval("gijiroku-viewer", (it) => it.shadowRoot.querySelector("[part=frame]").getAttribute("aria-busy")), "true");
  to.end(await readFile(new URL("../../pkg/wasm/gijiroku_bg.wasm", import.meta.url)));
  await heard(tab, "minutes-loaded");
  await assertQuiet(tab);
  await tab.close();
});

for (const [width, theme] of [[1280, "light"], [320, "dark"]]) {
  test(`a large file shows how far it is, and only the words before it are read out: ${width} px, ${theme}`, async () => {
    const file = answer(length(BYTES));
    minutes = file.page;
    const tab = await site.open("/", { ready: null, width });
    await tab.$eval("gijiroku-viewer", (it, theme) => (it.theme = theme), theme);
    const to = await file.asked;
    assert.deepEqual((await progress(tab)).shown, false);
    to.write(BYTES.subarray(0, HALF));
    await until(tab, 0.5);
    assert.deepEqual(await progress(tab), { shown: true, share: 0.5, words: "110 kB / 220 kB", read: "議事録を読み込んでいます" });
    await new Promise((done) => setTimeout(done, 700));
    await assertAccessible(tab, `loading, ${theme}`);
    await assertNoSidewaysScroll(tab);
    to.end(BYTES.subarray(HALF));
    await heard(tab, "minutes-loaded");
    assert.equal(await shown(tab, "status"), false);
    assert.equal(await tab.$eval("gijiroku-viewer", (it) => it.text), LARGE);
    await assertQuiet(tab);
    await tab.close();
  });
}

for (const [what, headers, body] of [
  ["of unknown length", {}, BYTES],
  ["that is packed on its way", { "content-encoding": "gzip", ...length(gzipSync(BYTES)) }, gzipSync(BYTES)],
]) {
  test(`a file ${what} shows how much has come, and promises no end`, async () => {
    const file = answer(headers);
    minutes = file.page;
    const tab = await site.open("/", { ready: null });
    const to = await file.asked;
    to.write(body.subarray(0, body.length / 2));
    await until(tab, -1);
    assert.match((await progress(tab)).words, /^[\d.]+ [kM]B$/);
    to.end(body.subarray(body.length / 2));
    await heard(tab, "minutes-loaded");
    assert.equal(await tab.$eval("gijiroku-viewer", (it) => it.text), LARGE);
    await tab.close();
  });
}
