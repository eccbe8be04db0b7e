// The demo without a network: kept at the first visit, whole and of one version; and as an app that opens files from the desktop.
import assert from "node:assert/strict";
import { appendFile, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { app, publish, serviceWorker } from "../../www/publish.mjs";
import { assertAccessible, assertNoSidewaysScroll, assertQuiet, heard, start, words } from "./harness.mjs";

const WWW = new URL("../../www/", import.meta.url);
const READY = "オフラインでも使えます（PDFは、一度開くか、アプリとして入れた後）";
const LATE = ["pkg/pdf.js", "pkg/wasm/pdf.js", "pkg/wasm/pdf_bg.wasm"];
const PDF = new URL("../inputs/pdf_columns.pdf", import.meta.url);
const WAITING = "新しい版は、次に開いたときに使われます";
const OWN = `<!doctype html><meta charset="utf-8"><title>会議録</title><main><p>みなと市議会会議録</p><p>○議長（浜田次郎君）　開会します。</p></main>`;
let folder;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "gijiroku-offline-"));
});
after(() => rm(folder, { recursive: true }));

const told = (tab) => tab.$eval("#offline", (it) => it.innerText);
const says = (tab, text) => tab.waitForFunction((text) => document.getElementById("offline").innerText === text, { timeout: 15_000 }, text);
const cached = (tab) =>
  tab.evaluate(async () => {
    const stores = await Promise.all((await caches.keys()).map(async (it) => [it, await (await caches.open(it)).keys()]));
    return Object.fromEntries(stores.map(([name, requests]) => [name, requests.map((it) => it.url).sort()]));
  });
/** Which version a page is of: the second says so in its stylesheet. */
const version = (tab) => tab.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue("--version"));

async function openOwn(tab, name, contents) {
  await writeFile(join(folder, name), contents);
  await (await tab.$("input[type=file]")).uploadFile(join(folder, name));
}

/** The app in a folder of a site, as it is published; `change` puts a second version in its place, or only the worker of it. */
async function published(name) {
  const at = join(folder, name);
  await publish(at);
  const site = await start({}, { folders: { "/tools/minutes/": `${at}/` } });
  const change = async ({ torn = false } = {}) => {
    const files = await app("./pkg/");
    const mark = "\n:root { --version: 2; }\n";
    files.set("demo.css", Buffer.concat([files.get("demo.css"), Buffer.from(mark)]));
    await writeFile(join(at, "service-worker.js"), await serviceWorker(files));
    if (!torn) await appendFile(join(at, "demo.css"), mark);
  };
  return { site, change, open: (options) => site.open("/tools/minutes/", options) };
}

/** Brings the browser to look for a new version now, as it does at a visit. */
const look = (tab) => tab.evaluate(async () => void (await (await navigator.serviceWorker.ready).update().catch(() => {})));

for (const [where, path, server] of [
  ["with the package beside it", "/", () => start().then((site) => ({ site }))],
  ["in a folder of a site, as it is published", "/tools/minutes/", () => published("plain")],
]) {
  test(`after one visit the app needs no network: ${where}`, async () => {
    const { site } = await server();
    const tab = await site.open(path);
    await says(tab, READY);
    await assertQuiet(tab);
    await site.cut();
    // What this page fetches late comes from what was kept, even before it is opened again.
    await openOwn(tab, "late.html", OWN);
    await heard(tab, "minutes-loaded", 2);
    assert.match(await words(tab), /浜田次郎/);
    await tab.reload();
    await heard(tab, "minutes-loaded");
    assert.match(await words(tab), /総合防災本部/);
    await tab.$eval("input[value=shigikai-kaigiroku]", (it) => it.click());
    await heard(tab, "minutes-loaded", 2);
    await openOwn(tab, "own.html", OWN);
    await heard(tab, "minutes-loaded", 3);
    assert.match(await words(tab), /開会します。/);
    await tab.$eval("gijiroku-viewer", (it) => it.shadowRoot.querySelector("[part~=desk-button]").click());
    await tab.waitForFunction(() => document.querySelector("gijiroku-viewer").shadowRoot.querySelector("#line-1"));
    assert.equal(await told(tab), READY);
    // A link to it with marks of where it was found is the page too.
    await tab.goto(`${site.origin}${path}index.html?utm_source=post#x`);
    await heard(tab, "minutes-loaded");
    await assertQuiet(tab);
    await site.close();
  });
}

test("what is kept is the app's own files, all but those for PDF, and never what a reader opens", async () => {
  const { site, open } = await published("kept");
  const tab = await open();
  await says(tab, READY);
  await openOwn(tab, "mine.txt", "○会長　閉会します。\n");
  await heard(tab, "minutes-loaded", 2);
  await tab.evaluate((name) => fetch(name).then((it) => it.text()), "LICENSE-MIT");
  await tab.evaluate(() => fetch("samples/bousai-gijigaiyo.txt?other=1").then((it) => it.text()));
  const stores = await cached(tab);
  const [name, ...others] = Object.keys(stores);
  assert.match(name, /^gijiroku http:\/\/\S+\/tools\/minutes\/ [0-9a-f]{16}$/);
  assert.deepEqual(others, []);
  const files = [...(await app("./pkg/")).keys()].filter((it) => !LATE.some((late) => it.endsWith(`/${late}`))).map((it) => new URL(it, `${site.origin}/tools/minutes/`).href);
  assert.deepEqual(stores[name], files.sort());
  assert.ok(site.requests.includes("/tools/minutes/LICENSE-MIT") && site.requests.includes("/tools/minutes/samples/bousai-gijigaiyo.txt?other=1"));
  await site.close();
});

/** Which of the files for PDF are kept, in each version. */
const late = async (tab) => Object.values(await cached(tab)).map((stored) => LATE.filter((it) => stored.some((url) => url.endsWith(`/${it}`))));

test("what reads a PDF is kept at its first use, taken along by the next version, and there without a network", async () => {
  const { site, change, open } = await published("late");
  const tab = await open();
  await says(tab, READY);
  assert.deepEqual(await late(tab), [[]]);
  const openPdf = async (n) => {
    await openOwn(tab, "mine.pdf", await readFile(PDF));
    await heard(tab, "minutes-loaded", n);
    assert.equal(await tab.$eval("gijiroku-viewer", async (it) => (await it.document).record.pages.length > 0), true);
  };
  await openPdf(2);
  assert.deepEqual(await late(tab), [LATE]);
  await change();
  await look(tab);
  await says(tab, WAITING);
  assert.deepEqual(await late(tab), [LATE, LATE]);
  await site.cut();
  await tab.reload();
  await heard(tab, "minutes-loaded");
  await openPdf(2);
  await assertQuiet(tab);
  await site.close();
});

test("where the page is installed as an app, what reads a PDF is kept at once", async () => {
  const { site, open } = await published("installed");
  const tab = await open();
  await says(tab, READY);
  await tab.evaluate(() => window.dispatchEvent(new Event("appinstalled")));
  await tab.waitForFunction(async () => (await (await caches.open((await caches.keys())[0])).keys()).filter((it) => /\/pdf(_bg)?\./.test(it.url)).length === 3, { timeout: 15_000 });
  await site.close();
});

test("a new version waits while a page is open, and is there at the next visit", async () => {
  const { site, change, open } = await published("renewed");
  const tab = await open();
  await says(tab, READY);
  await openOwn(tab, "open.txt", "○会長　この文書は開いたままです。\n");
  await heard(tab, "minutes-loaded", 2);
  await change();
  await look(tab);
  await says(tab, WAITING);
  // Nothing that is open was touched, and another page that is opened now is of the same version as it.
  assert.match(await words(tab), /開いたままです/);
  const second = await open();
  assert.equal(await version(second), "");
  await says(second, WAITING);
  assert.equal(Object.keys(await cached(second)).length, 2);
  await second.close();
  assert.equal(await version(tab), "");
  await tab.close();
  const next = await open();
  await says(next, READY);
  assert.equal(await version(next), "2");
  await next.waitForFunction(async () => (await caches.keys()).length === 1);
  await site.cut();
  await next.reload();
  await heard(next, "minutes-loaded");
  assert.equal(await version(next), "2");
  await assertQuiet(next);
  await site.close();
});

test("a version whose files are not all there yet is not taken, and the one before stays whole", async () => {
  const { site, change, open } = await published("torn");
  const tab = await open();
  await says(tab, READY);
  const kept = await cached(tab);
  await change({ torn: true });
  await look(tab);
  await tab.waitForFunction(async () => !(await navigator.serviceWorker.ready).installing);
  assert.equal(await told(tab), READY);
  assert.deepEqual(await cached(tab), kept);
  await site.cut();
  await tab.reload();
  await heard(tab, "minutes-loaded");
  await site.close();
});

test("a copy that nobody published promises nothing, and works", async () => {
  const raw = await readFile(new URL("service-worker.js", WWW), "utf8");
  const site = await start({ "/service-worker.js": { headers: { "content-type": "text/javascript" }, body: raw } });
  const tab = await site.open("/");
  assert.equal(await tab.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.active ?? null), null);
  assert.equal(await told(tab), "");
  assert.deepEqual(await cached(tab), {});
  await site.close();
});

test("a file that is opened from the desktop is shown", async () => {
  const site = await start();
  const before = (tab) =>
    tab.evaluateOnNewDocument(() => {
      const launchQueue = { setConsumer: (consumer) => (window.launched = consumer) };
      Object.defineProperty(window, "launchQueue", { value: launchQueue });
    });
  const tab = await site.open("/", { before });
  await tab.evaluate(() => window.launched({ files: [] }));
  await tab.evaluate(() => window.launched({ files: [{ getFile: async () => new File(["○会長　机の上から開きました。\n"], "机.txt") }] }));
  await heard(tab, "minutes-loaded", 2);
  assert.match(await words(tab), /机の上から開きました/);
  assert.match(await tab.$eval("#opened", (it) => it.textContent), /「机\.txt」を開きました/);
  await site.close();
});

test("the manifest is one that a browser installs from, with icons of the size that they say", async () => {
  const site = await start();
  const tab = await site.open("/");
  await says(tab, READY);
  const session = await tab.createCDPSession();
  const { errors, data } = await session.send("Page.getAppManifest");
  assert.deepEqual(errors, []);
  const faults = (await session.send("Page.getInstallabilityErrors")).installabilityErrors;
  assert.deepEqual(faults.map((it) => it.errorId).filter((it) => it !== "in-incognito"), []);
  const { icons, file_handlers: handlers } = JSON.parse(data);
  for (const { src, sizes } of icons.filter((it) => it.type === "image/png")) {
    const png = await readFile(new URL(src, WWW));
    assert.equal(sizes, `${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`, src);
  }
  const offered = (await tab.$eval("#file", (it) => it.accept)).split(",").filter((it) => it.startsWith("."));
  assert.deepEqual(Object.values(handlers[0].accept).flat().sort(), offered.sort());
  await site.close();
});

test("every file of www/ is kept, but for programs and the picture of the README", async () => {
  const all = (await readdir(WWW, { recursive: true, withFileTypes: true })).filter((it) => it.isFile()).map((it) => it.name);
  const files = [...(await app()).keys()];
  const left = all.filter((it) => !files.some((file) => file === it || file.endsWith(`/${it}`)));
  assert.deepEqual(left.sort(), ["index.html", "publish.mjs", "screenshot.png", "serve.mjs", "service-worker.js"]);
  assert.ok(files.includes("./") && files.includes("../pkg/wasm/gijiroku_bg.wasm") && files.includes("../pkg/wasm/parse_bg.wasm"));
});

test("everything that a kept file names is kept too", async () => {
  const files = await app("./pkg/");
  const missing = [];
  for (const [address, bytes] of files) {
    // What is made by the build is whole in itself, or is given its wasm.
    if (!/\.(js|html)$|^\.\/$/.test(address) || address.includes("/wasm/")) continue;
    const code = bytes.toString().replace(/\/\*\*[^]*?\*\/|<code[^]*?<\/code>/g, "");
    const names = address.endsWith(".js") ? /"(\.\.?\/[\w./-]+\.\w+)"/g : /(?:src|href)="([\w./-]+\.\w+)"/g;
    for (const [, it] of code.matchAll(names)) {
      const at = new URL(it, new URL(address, "http://site/app/")).href.replace("http://site/app/", "");
      if (!files.has(at) && !files.has(`./${at}`)) missing.push(`${address}: ${it}`);
    }
  }
  assert.deepEqual(missing, []);
});

test("the pages beside the viewer are there without a network", async () => {
  const { site, open } = await published("pages");
  const tab = await open();
  await says(tab, READY);
  await site.cut();
  for (const name of ["embed", "news", "developer", "parser"]) {
    await tab.goto(`${site.origin}/tools/minutes/${name}.html?lang=en`, { waitUntil: "networkidle0" });
    assert.equal(await tab.evaluate(() => document.documentElement.lang), "en", name);
    await assertQuiet(tab);
  }
  await site.close();
});

for (const width of [320, 1280]) {
  test(`the words about it pass axe and fit a window of ${width} px, light and dark, in both languages`, async () => {
    const { site, change, open } = await published(`look-${width}`);
    const tab = await open({ width });
    await says(tab, READY);
    await change();
    await look(tab);
    await says(tab, WAITING);
    for (const [theme, language, text] of [["light", "ja", WAITING], ["dark", "en", "A new version will be used next time"]]) {
      for (const [name, value] of [["theme", theme], ["language", language]]) await tab.$eval(`input[name=${name}][value=${value}]`, (it) => it.click());
      assert.equal(await told(tab), text);
      await assertAccessible(tab, `offline, ${theme}`, { exclude: [["gijiroku-viewer"]] });
      await assertNoSidewaysScroll(tab);
    }
    await site.close();
  });
}
