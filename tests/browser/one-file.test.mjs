// Minutes and viewer in one file: written by the command and by the button of the viewer, opened from a disk with no network.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import puppeteer from "puppeteer-core";
import { fileName } from "../../pkg/save.js";
import { BROWSERS } from "./browsers.mjs";
import { assertAccessible, assertQuiet, file, heard, kind, lacks, page, sample, shown, start, words } from "./harness.mjs";

// No text is too odd: line ends of all kinds, what ends scripts and comments, a zero, marks of order and of direction.
const ODD = "\u{feff}○議長（高梨修君）　一つ目です。\r\n○議長（高梨修君）　</script><!--<script>&amp;\"\u{2028}\u{202e}\0です。\r○議長（高梨修君）　𠮷です。😀\n";
let folder;
let site;
let programIsThere = true;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "gijiroku-one-file-"));
  site = await start({
    "/pkg/wasm/one-file.js": () => (programIsThere ? undefined : { status: 404, body: "" }),
    "/minutes.txt": file(await sample("bousai-gijigaiyo")),
    "/people.json": file(JSON.stringify([{ name: "岸本 汐里", roles: ["本部長"] }]), "application/json"),
    "/seigo.json": file(JSON.stringify([{ printed: "どこにもない語", correct: "" }]), "application/json"),
    "/v": page(`<gijiroku-viewer src="/minutes.txt" people="/people.json" corrections="/seigo.json"></gijiroku-viewer>`),
    "/odd": page(`<gijiroku-viewer></gijiroku-viewer>`),
    "/chosen": page(`<gijiroku-viewer src="/minutes.txt" theme="dark" writing="vertical" source="none"></gijiroku-viewer>`),
    "/none": page(`<gijiroku-viewer src="/minutes.txt" save="none"></gijiroku-viewer>`),
  });
});
after(async () => {
  await site.close();
  await rm(folder, { recursive: true });
});

/** Picks a form in the menu. */
async function choose(tab, form) {
  const button = `[part=save-form][value=${form}]`;
  await tab.waitForFunction((it) => document.querySelector("gijiroku-viewer").shadowRoot.querySelector(it), { timeout: 15_000 }, button);
  await tab.$eval("gijiroku-viewer", (it, button) => it.shadowRoot.querySelector(button).click(), button);
}

/** What the button of the viewer gives, as a file on the disk. */
async function saved(tab, name) {
  await tab.evaluate(() => {
    const create = URL.createObjectURL;
    window.given = [];
    URL.createObjectURL = (blob) => (window.given.push(blob), create.call(URL, blob));
    HTMLAnchorElement.prototype.click = function () {
      window.called = this.download;
    };
  });
  await tab.$eval("gijiroku-viewer", (it) => it.shadowRoot.querySelector("[part=save]").click());
  await choose(tab, "viewer");
  await tab.waitForFunction(() => window.called, { timeout: 15_000 });
  const path = join(folder, name);
  const bytes = await tab.evaluate(async () => {
    const all = new Uint8Array(await window.given[0].arrayBuffer());
    let text = "";
    for (let at = 0; at < all.length; at += 32768) text += String.fromCharCode(...all.subarray(at, at + 32768));
    return btoa(text);
  });
  await writeFile(path, Buffer.from(bytes, "base64"));
  return { path, called: await tab.evaluate(() => window.called) };
}

/** What the command makes of a text: a file on the disk. */
async function command(text, name) {
  const [source, path] = [join(folder, `${name}.txt`), join(folder, `${name}-of-command.html`)];
  await writeFile(source, text);
  const program = fileURLToPath(new URL(`../../target/debug/gijiroku${process.platform === "win32" ? ".exe" : ""}`, import.meta.url));
  execFileSync(program, ["convert", source, "--to", "viewer", "--viewer", fileURLToPath(new URL("../../pkg/wasm/one-file.js", import.meta.url)), "-o", path]);
  return path;
}

/** Opens a file of the disk; nothing else may be asked for. */
async function opened(path, hash = "") {
  const tab = await site.open(pathToFileURL(path).href + hash, { ready: null });
  await tab.waitForFunction(() => document.querySelector("gijiroku-viewer")?.shadowRoot?.querySelector("[part=speech]"), { timeout: 15_000 });
  return tab;
}
const text = (tab) => tab.$eval("gijiroku-viewer", (it) => it.text);

test("the button saves a page that opens from the disk, with people and corrections, and finds", async () => {
  const tab = await site.open("/v");
  const { path, called } = await saved(tab, "saved.html");
  assert.equal(called, "みなと市総合防災本部 第5回会合 議事概要 2024-11-20.html");
  await assertQuiet(tab);
  const before = await words(tab);
  await tab.close();
  const again = await opened(path);
  assert.equal(await text(again), await sample("bousai-gijigaiyo"));
  assert.match(before, /岸本 汐里/);
  assert.match(await words(again), /岸本 汐里[^]*どこにもない語|どこにもない語[^]*岸本 汐里/);
  assert.equal(await again.$eval("gijiroku-viewer", (it) => it.shadowRoot.querySelector("[part~=title] h1") !== null), true);
  if (kind !== "webkit") assert.deepEqual(again.requested.filter((it) => !it.startsWith("file:") && !it.startsWith("blob:") && !it.startsWith("data:")), []);
  await again.$eval("gijiroku-viewer", (it) => it.shadowRoot.querySelector("[part=desk-button]").click());
  await again.waitForFunction(() => document.querySelector("gijiroku-viewer").shadowRoot.querySelector("#line-1"), { timeout: 15_000 });
  await assertAccessible(again, "a page of one file");
  await assertQuiet(again);
  await again.close();
});

test("a saved page looks and offers as the publisher chose, under the head that the command writes", async () => {
  const tab = await site.open("/chosen");
  const { path } = await saved(tab, "chosen.html");
  await tab.close();
  const html = await readFile(path, "utf8");
  assert.match(html, /<gijiroku-viewer heading-level="1" theme="dark" writing="vertical" source="none">/);
  const of = await command(await sample("bousai-gijigaiyo"), "chosen");
  // The command's has a style, which speaks of the colours.
  const head = (it) => it.slice(0, it.indexOf("</title>")).replace(/ style-src '[^']*';|<meta name="color-scheme".*\n/g, "");
  assert.equal(head(html), head(await readFile(of, "utf8")));
  const again = await opened(path);
  assert.equal(await again.$eval("gijiroku-viewer", (it) => getComputedStyle(it.shadowRoot.querySelector("[part=speech]")).writingMode), "vertical-rl");
  assert.equal(await shown(again, "desk-button"), false);
  await assertQuiet(again);
  await again.close();
});

test("every character survives, and a saved page saves itself again, the same", async () => {
  const tab = await site.open("/odd", { ready: null });
  await tab.waitForFunction(() => customElements.get("gijiroku-viewer"));
  await tab.$eval("gijiroku-viewer", (it, text) => (it.text = text), ODD);
  await heard(tab, "minutes-loaded");
  const first = await saved(tab, "odd.html");
  await tab.close();
  const again = await opened(first.path);
  assert.equal(await text(again), ODD);
  const second = await saved(again, "odd-2.html");
  await again.close();
  assert.deepEqual(await readFile(second.path), await readFile(first.path));
});

/** A browser that puts what it downloads into a folder. */
function downloading(into) {
  const sandbox = kind === "chromium" && process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const extraPrefsFirefox = { "browser.download.folderList": 2, "browser.download.dir": into, "browser.download.useDownloadDir": true };
  const executablePath = BROWSERS[kind].find();
  if (kind === "firefox") return puppeteer.launch({ browser: "firefox", executablePath, extraPrefsFirefox });
  return puppeteer.launch({ executablePath, args: ["--disable-gpu", "--disable-background-networking", ...sandbox], downloadBehavior: { policy: "allow", downloadPath: into } });
}

/** Presses the button and waits for the file that the browser itself writes. */
async function downloaded(tab, into) {
  await tab.waitForFunction(() => document.querySelector("gijiroku-viewer")?.shadowRoot?.querySelector("[part=save]"), { timeout: 15_000 });
  await tab.$eval("gijiroku-viewer", (it) => it.shadowRoot.querySelector("[part=save]").click());
  await choose(tab, "viewer");
  for (const end = Date.now() + 15_000; Date.now() < end; await new Promise((done) => setTimeout(done, 100))) {
    const [name, ...others] = await readdir(into);
    const path = name?.endsWith(".html") && !others.length && join(into, name);
    if (path && (await readFile(path, "utf8")).endsWith("</html>\n")) return path;
  }
  throw new Error(`nothing was downloaded: ${await readdir(into)}`);
}

test("the browser writes the file under the strict policy, and again from the file itself", { skip: lacks("downloads") }, async () => {
  const made = [await mkdtemp(join(folder, "first-")), await mkdtemp(join(folder, "second-"))];
  let address = `${site.origin}/v`;
  const files = [];
  for (const into of made) {
    const browser = await downloading(into);
    const tab = await browser.newPage();
    await tab.goto(address);
    files.push(await downloaded(tab, into));
    address = pathToFileURL(files.at(-1)).href;
    await browser.close();
  }
  assert.match(files[0], /みなと市総合防災本部 第5回会合 議事概要 2024-11-20\.html$/);
  assert.deepEqual(await readFile(files[1]), await readFile(files[0]));
});

test("a name fits the file systems, keeps the day and cuts no character in two", () => {
  assert.equal(fileName("第1/2回:港*会議?", "2024-11-20"), "第1 2回 港 会議 2024-11-20");
  const long = `${fileName("𠮷".repeat(200), "2024-11-20")}.html`;
  assert.equal(long, `${"𠮷".repeat(55)} 2024-11-20.html`);
  assert.ok(new TextEncoder().encode(long).length <= 255);
  assert.equal(fileName("議事録", ""), "議事録");
});

test("the command writes such a page; a link into it goes to the speech", async () => {
  // Bytes with a zero are no text to the command.
  const odd = ODD.replace("\u{feff}", "").replace("\0", "");
  const path = await command(odd, "odd");
  const tab = await opened(path, "#minutes:q=𠮷");
  assert.equal(await text(tab), odd);
  await tab.waitForFunction(() => document.querySelector("gijiroku-viewer").shadowRoot.querySelector("#search").value === "𠮷", { timeout: 15_000 });
  assert.match(await tab.evaluate(() => document.title), /無題|議/);
  await assertQuiet(tab);
  await tab.close();
});

test("a publisher can leave the button out; a reader is told where the program is missing", async () => {
  const tab = await site.open("/none");
  assert.equal(await shown(tab, "save"), false);
  await tab.close();
  programIsThere = false;
  const other = await site.open("/v");
  await other.$eval("gijiroku-viewer", (it) => it.shadowRoot.querySelector("[part=save]").click());
  await choose(other, "viewer");
  assert.equal((await heard(other, "minutes-failed")).reason, "save");
  await other.waitForFunction(() => document.querySelector("gijiroku-viewer").shadowRoot.querySelector("[part=notice]")?.textContent.includes("保存できませんでした"), { timeout: 15_000 });
  await other.close();
});
