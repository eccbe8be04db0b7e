// Whatever goes wrong, the reader sees a sentence that says so, and the text or a way to it.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { readFile } from "node:fs/promises";
import { STRICT, assertAccessible, assertQuiet, button, file, heard, page, shown, start, words } from "./harness.mjs";

const SHORT = "○議長（高梨修君）　これより会議を開きます。\n";
const INSIDE = `<a href="/short.txt">会議録のテキスト</a>`;
const NO_WASM = STRICT.replace(" 'wasm-unsafe-eval'", "");
let site;
let wasm;
/** What the address of the wasm file gives; undefined for the file itself. */
let served;
let broken = true;

const viewer = (src, csp, lang) => page(`<gijiroku-viewer src="${src}">${INSIDE}</gijiroku-viewer>`, { csp, lang });
const HTML = file("<!doctype html><title>not found</title><script>show()</script>", "text/html");

before(async () => {
  wasm = await readFile(new URL("../../pkg/wasm/gijiroku_bg.wasm", import.meta.url));
  site = await start({
    "/short.txt": file(SHORT),
    "/gone.txt": { status: 410, body: "" },
    "/error.txt": { status: 503, body: "" },
    "/flaky.txt": () => (broken ? { status: 503, body: "" } : file(SHORT)),
    "/paper.pdf": file("%PDF-1.7 …", "application/pdf"),
    "/page.txt": HTML,
    "/good": viewer("/short.txt"),
    "/missing": viewer("/none.txt"),
    "/gone": viewer("/gone.txt"),
    "/error": viewer("/error.txt"),
    "/flaky": viewer("/flaky.txt"),
    "/pdf": viewer("/paper.pdf"),
    "/html": viewer("/page.txt"),
    "/elsewhere": viewer("http://127.0.0.1:9/x.txt", STRICT.replace("connect-src 'self'", "connect-src *")),
    "/address": viewer("http://[", STRICT),
    "/english": viewer("/none.txt", STRICT, "en"),
    "/blocked": viewer("/short.txt", NO_WASM),
    "/blocked-text": page(`<gijiroku-viewer><pre>${SHORT}</pre></gijiroku-viewer>`, { csp: NO_WASM }),
    "/pkg/wasm/gijiroku_bg.wasm": () => served ?? { headers: { "content-type": "application/wasm" }, body: wasm },
  });
});
after(() => site.close());

/** Opens a page that fails, and checks what holds for every failure. */
async function fails(path, reason, sentence, { text = false } = {}) {
  const tab = await site.open(path, { ready: "failed" });
  const detail = await heard(tab, "minutes-failed");
  assert.equal(detail.reason, reason);
  assert.ok(detail.message.length > 20);
  const seen = await words(tab);
  assert.match(seen, sentence);
  assert.equal(await shown(tab, "viewer"), false);
  assert.equal(await shown(tab, "failure"), true);
  assert.equal(await shown(tab, "text"), text);
  if (text) assert.match(seen, /これより会議を開きます。/);
  else assert.match(seen, /会議録のテキスト/);
  return tab;
}

for (const [path, reason, sentence] of [
  ["/missing", "not-found", /見つかりませんでした（404）/],
  ["/gone", "not-found", /見つかりませんでした（410）/],
  ["/error", "http", /返しませんでした（503）/],
  ["/pdf", "pdf-damaged", /PDFが壊れていて読めません/],
  ["/html", "html", /本文が見つかりませんでした/],
  ["/elsewhere", "cors", /別のサイト（127\.0\.0\.1:9）/],
  ["/address", "not-found", /見つかりませんでした/],
  ["/english", "not-found", /The file of the minutes was not found \(404\)\./],
]) {
  test(`the minutes cannot be had: ${path.slice(1)}`, async () => {
    const tab = await fails(path, reason, sentence);
    await tab.close();
  });
}

test("a failed element passes axe, light and dark", async () => {
  const tab = await fails("/missing", "not-found", /404/);
  await assertAccessible(tab, "failed");
  await tab.$eval("gijiroku-viewer", (it) => (it.theme = "dark"));
  await assertAccessible(tab, "failed, dark");
  await tab.close();
});

test("the button tries again, and the link leads to the file", async () => {
  const tab = await fails("/flaky", "http", /503/);
  broken = false;
  const link = await tab.$(">>> a[part=source]");
  assert.equal(await link.evaluate((it) => it.href), `${site.origin}/flaky.txt`);
  await (await button(tab, "もう一度読み込む")).click();
  await heard(tab, "minutes-loaded");
  assert.equal(await shown(tab, "viewer"), true);
  assert.match(await words(tab), /これより会議を開きます。/);
  await tab.close();
});

test("a policy without 'wasm-unsafe-eval' is named, and the text is shown as it stands", async () => {
  const tab = await fails("/blocked", "wasm-blocked", /'wasm-unsafe-eval'/, { text: true });
  await assertAccessible(tab, "blocked, text shown");
  await tab.close();
  const inside = await fails("/blocked-text", "wasm-blocked", /'wasm-unsafe-eval'/, { text: true });
  await inside.close();
});

for (const [what, response, reason, sentence] of [
  ["is missing", () => ({ status: 404, body: "" }), "wasm-missing", /gijiroku_bg\.wasm を取得できませんでした（404）/],
  ["is a web page", () => HTML, "wasm-html", /HTMLのページが返されました/],
  ["is damaged", () => file(wasm.subarray(0, wasm.length / 2), "application/wasm"), "wasm-broken", /壊れています/],
  ["is damaged and badly typed", () => file(wasm.subarray(0, wasm.length / 2)), "wasm-broken", /壊れています/],
]) {
  test(`the wasm file ${what}: the text is shown as it stands, and a second try works`, async () => {
    served = response();
    const tab = await fails("/good", reason, sentence, { text: true });
    served = undefined;
    await (await button(tab, "もう一度読み込む")).click();
    await heard(tab, "minutes-loaded");
    assert.equal(await shown(tab, "viewer"), true);
    await tab.close();
  });
}

test("a server that does not know the type of wasm is no trouble", async () => {
  served = file(wasm, "application/octet-stream");
  const tab = await site.open("/good");
  served = undefined;
  assert.equal(await shown(tab, "viewer"), true);
  await assertQuiet(tab);
  await tab.close();
});

test("a module that traps while it is used gives way to the text, for every element, and starts afresh", async () => {
  const tab = await site.open("/good");
  await tab.evaluate(async () => {
    const wasm = await import("/pkg/wasm/gijiroku.js");
    const { show } = wasm.ViewerHandle.prototype;
    wasm.ViewerHandle.prototype.show = () => {
      throw new WebAssembly.RuntimeError("unreachable");
    };
    document.querySelector("gijiroku-viewer").text = "○議長　二つ目です。\n";
    window.mend = () => (wasm.ViewerHandle.prototype.show = show);
  });
  assert.equal((await heard(tab, "minutes-failed")).reason, "trapped");
  assert.match(await words(tab), /不具合が起きました.*二つ目です/s);
  await tab.evaluate(() => window.mend());
  await (await button(tab, "もう一度読み込む")).click();
  await heard(tab, "minutes-loaded", 2);
  assert.equal(await shown(tab, "viewer"), true);
  assert.match(await words(tab), /二つ目です/);
  await tab.close();
});
