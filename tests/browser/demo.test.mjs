// The demo, as a visitor uses it.
import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { assertAccessible, assertNoSidewaysScroll, assertQuiet, heard, start, words } from "./harness.mjs";

const SAMPLES = readdirSync(new URL("../../www/samples/", import.meta.url)).map((it) => it.replace(".txt", ""));
let site;
let folder;

before(async () => {
  site = await start();
  folder = await mkdtemp(join(tmpdir(), "gijiroku-demo-"));
});
after(async () => {
  await site.close();
  await rm(folder, { recursive: true });
});

const choose = (tab, name, value) => tab.$eval(`input[name=${name}][value=${value}]`, (it) => it.click());

test("each sample is shown when it is chosen", async () => {
  const tab = await site.open("/");
  const others = SAMPLES.filter((it) => it !== "bousai-gijigaiyo");
  for (const [idx, name] of others.entries()) {
    await choose(tab, "sample", name);
    await heard(tab, "minutes-loaded", idx + 2);
    assert.equal(await tab.$eval("gijiroku-viewer", (it) => it.getAttribute("src")), `samples/${name}.txt`);
  }
  await assertQuiet(tab);
  await tab.close();
});

test("every sample that is there can be chosen", async () => {
  const tab = await site.open("/");
  const offered = await tab.$$eval("input[name=sample]", (it) => it.map((input) => input.value));
  assert.deepEqual(offered.sort(), SAMPLES.sort());
  await tab.close();
});

test("a file of one's own is opened in whichever encoding, and nothing is sent", async () => {
  const own = join(folder, "own.txt");
  await writeFile(own, Uint8Array.from([0x81, 0x9b, 0x8b, 0x63, 0x92, 0xb7, 0x81, 0x40, 0x8a, 0x4a, 0x89, 0xef, 0x82, 0xb5, 0x82, 0xdc, 0x82, 0xb7, 0x81, 0x42]));
  const tab = await site.open("/");
  const before = tab.requested.length;
  await (await tab.$("input[type=file]")).uploadFile(own);
  await heard(tab, "minutes-loaded", 2);
  assert.match(await words(tab), /開会します。/);
  assert.match(await tab.$eval("#opened", (it) => it.textContent), /「own\.txt」を開きました（shift_jis）。/);
  assert.equal(tab.requested.length, before);
  await tab.close();
});

test("a file that is dropped on the page is opened", async () => {
  const tab = await site.open("/");
  await tab.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(["○会長　閉会します。\n"], "dropped.txt"));
    for (const name of ["dragover", "drop"]) document.body.dispatchEvent(new DragEvent(name, { dataTransfer, bubbles: true, cancelable: true }));
  });
  await heard(tab, "minutes-loaded", 2);
  assert.match(await words(tab), /閉会します。/);
  await tab.close();
});

test("the page and the viewer change language together", async () => {
  const tab = await site.open("/");
  assert.equal(await tab.$eval("h1", (it) => it.innerText), "議事録を、会議として読む");
  await choose(tab, "language", "en");
  assert.equal(await tab.$eval("h1", (it) => it.innerText), "Read minutes as a meeting");
  assert.equal(await tab.$eval("gijiroku-viewer", (it) => it.lang), "en");
  await tab.close();
});

test("the page and the viewer change colours together", async () => {
  const tab = await site.open("/");
  await choose(tab, "theme", "dark");
  const [page, viewer] = await tab.evaluate(() => [document.body, document.querySelector("gijiroku-viewer")].map((it) => getComputedStyle(it).colorScheme));
  assert.equal(viewer, "dark");
  assert.equal(await tab.evaluate(() => getComputedStyle(document.documentElement).colorScheme), "dark");
  assert.ok(page);
  await tab.close();
});

for (const width of [320, 768, 1280]) {
  test(`nothing is wider than a window of ${width} px`, async () => {
    const tab = await site.open("/", { width });
    await assertNoSidewaysScroll(tab);
    await tab.close();
  });
}

test("the page around the viewer passes axe", async () => {
  const tab = await site.open("/");
  for (const theme of ["light", "dark"]) {
    await choose(tab, "theme", theme);
    await assertAccessible(tab, `the demo, ${theme}`, { exclude: [["gijiroku-viewer"]] });
  }
  await tab.close();
});
