// The source line by line, with what each line was taken for: opened by the reader, drawn in stretches, and never far from the minutes.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { assertAccessible, assertNoSidewaysScroll, assertQuiet, heard, page, sample, start, words } from "./harness.mjs";

const inside = (tab, work, ...args) => tab.$eval("gijiroku-viewer", new Function("it", "...args", `return (${work})(it.shadowRoot, ...args)`), ...args);
const LONG = Array.from({ length: 3000 }, (_, at) => `○議長（高梨修君）　${at + 1}番目の発言です。\n`).join("");
let site;
let text;
let deskIsThere = true;

before(async () => {
  text = await sample("shigikai-kaigiroku");
  const plain = (body) => ({ headers: { "content-type": "text/plain" }, body });
  site = await start({
    "/minutes.txt": plain(text),
    "/long.txt": plain(LONG),
    "/doubtful.txt": plain("○議長（高梨修君）　これより会議を開きます。「開会の辞です。\n○議長（高梨修君）　サ一ビスの件です。\n"),
    "/pkg/desk.js": () => (deskIsThere ? undefined : { status: 503, body: "" }),
    "/desk": page(`<gijiroku-viewer src="/minutes.txt"></gijiroku-viewer>`),
    "/shown": page(`<gijiroku-viewer src="/minutes.txt" show="source"></gijiroku-viewer>`, { lang: "en" }),
    "/hidden": page(`<gijiroku-viewer src="/minutes.txt" source="none"></gijiroku-viewer>`),
    "/of-long": page(`<gijiroku-viewer src="/long.txt" show="source"></gijiroku-viewer>`),
    "/doubtful": page(`<gijiroku-viewer src="/doubtful.txt" show="source"></gijiroku-viewer>`),
  });
});
after(() => site.close());

const opened = (tab) => tab.waitForFunction(() => document.querySelector("gijiroku-viewer").shadowRoot.querySelector("#line-1"));
const line = (tab) => inside(tab, `(root) => root.activeElement?.id`);

test("the source is fetched when it is asked for, and every line is there as it came", async () => {
  const tab = await site.open("/desk");
  assert.deepEqual(tab.requested.filter((it) => /desk\.js|parse_bg/.test(it)), []);
  await inside(tab, `(root) => root.querySelector("[part=desk-button]").click()`);
  await opened(tab);
  assert.ok(tab.requested.some((it) => it.endsWith("/desk.js")));
  await inside(tab, `(root) => dispatchEvent(new Event("beforeprint"))`);
  const lines = await inside(tab, `(root) => [...root.querySelectorAll(".desk-text")].map((it) => it.textContent)`);
  assert.deepEqual(lines, text.replace(/\n$/, "").split("\n"));
  await assertQuiet(tab);
  await tab.close();
});

test("from a line to its speech in the minutes, and from a speech to its line", async () => {
  const tab = await site.open("/shown");
  await opened(tab);
  const said = await inside(tab, `(root) => {
    const item = [...root.querySelectorAll(".desk-line")].find((it) => it.querySelector("button") && it.querySelector(".desk-text").textContent.startsWith("○"));
    item.querySelector(".desk-part").open = true;
    item.querySelector("button").click();
    return item.querySelector(".desk-text").textContent;
  }`);
  await tab.waitForFunction(() => document.querySelector("gijiroku-viewer").shadowRoot.activeElement?.id.startsWith("speech-"));
  const read = await inside(tab, `(root) => root.activeElement.querySelector("[part~=paragraph], p").textContent.trim()`);
  assert.ok(said.endsWith(read.slice(0, 6)) || said.includes(read.slice(0, 6)), `${said} / ${read}`);
  await inside(tab, `(root) => root.activeElement.querySelector("[part=select]").click()`);
  await tab.waitForFunction(() => window.heard.some((it) => it.name === "minutes-selected"));
  await inside(tab, `(root) => root.querySelector("[part=desk-button]").click()`);
  await tab.waitForFunction(() => /^line-/.test(document.querySelector("gijiroku-viewer").shadowRoot.activeElement?.id));
  assert.equal(await inside(tab, `(root) => root.activeElement.querySelector(".desk-text").textContent`), said);
  await assertQuiet(tab);
  await tab.close();
});

test("each diagnostic stands at its line and in the list, and is stepped to by keys", async () => {
  const tab = await site.open("/doubtful");
  await opened(tab);
  const told = await inside(tab, `(root) => [...root.querySelectorAll("[part=desk-diagnostic]")].map((it) => it.parentElement.id + " " + it.textContent.slice(0, 4))`);
  assert.ok(told.includes("line-1 G305") && told.includes("line-2 G304"), told.join());
  assert.equal(await inside(tab, `(root) => root.querySelectorAll("[part=desk-diagnostics] li").length`), told.length);
  for (const it of told) {
    await inside(tab, `(root) => root.querySelectorAll(".desk-bar button")[2].focus()`);
    await tab.keyboard.press("Enter");
    assert.equal(await line(tab), it.split(" ")[0]);
  }
  await assertAccessible(tab, "the desk");
  await tab.setViewport({ width: 320, height: 700 });
  await assertNoSidewaysScroll(tab);
  await assertQuiet(tab);
  await tab.close();
});

test("of a long text only what is near the view is drawn, and any line can be gone to", async () => {
  const tab = await site.open("/of-long");
  await opened(tab);
  assert.ok((await inside(tab, `(root) => root.querySelectorAll(".desk-line").length`)) < 1000);
  await inside(tab, `(root) => { root.querySelector("input[type=number]").value = "2900"; root.querySelector(".desk form").requestSubmit(); }`);
  assert.equal(await line(tab), "line-2900");
  assert.match(await inside(tab, `(root) => root.activeElement.textContent`), /2900番目の発言/);
  await tab.close();
});

test("a publisher can leave the source out", async () => {
  const tab = await site.open("/hidden");
  assert.equal(await inside(tab, `(root) => root.querySelectorAll("[part~=desk-button], [part~=to-source]").length`), 0);
  await tab.close();
});

test("from a heading, an entry of the roster and a decision to their lines, and back to where the reader was", async () => {
  const tab = await site.open("/desk");
  await inside(tab, `(root) => root.querySelector("[aria-controls=roster]").click()`);
  for (const place of [".section-tools", "#roster li", ".decisions li"]) {
    await tab.waitForFunction((place) => document.querySelector("gijiroku-viewer").shadowRoot.querySelector(place), {}, place);
    const said = await inside(tab, `(root) => {
      const from = root.querySelector("${place} [part=to-source]");
      from.focus();
      from.click();
      const around = from.closest("section, li");
      return (around.querySelector(".heading-words > :last-child, .roster-name, q") ?? around).textContent;
    }`);
    await tab.waitForFunction(() => /^line-/.test(document.querySelector("gijiroku-viewer").shadowRoot.activeElement?.id));
    const read = await inside(tab, `(root) => root.activeElement.querySelector(".desk-text").textContent`);
    assert.ok(read.includes(said), `${place}: ${said} / ${read}`);
    await inside(tab, `(root) => root.querySelector(".desk-bar button").click()`);
    assert.equal(await inside(tab, `(root) => root.activeElement.matches("${place} [part=to-source]")`), true);
  }
  await assertQuiet(tab);
  await tab.close();
});

test("from a line into a section that is closed: it opens", async () => {
  const tab = await site.open("/desk");
  await inside(tab, `(root) => [...root.querySelectorAll(".tools [part=link]")][1].click()`);
  await inside(tab, `(root) => root.querySelector("[part=desk-button]").click()`);
  await opened(tab);
  await inside(tab, `(root) => {
    const item = [...root.querySelectorAll(".desk-line")].find((it) => it.querySelector(".desk-text").textContent.startsWith("○") && it.querySelector("button"));
    item.querySelector(".desk-part").open = true;
    item.querySelector("button").click();
  }`);
  await tab.waitForFunction(() => {
    const { activeElement } = document.querySelector("gijiroku-viewer").shadowRoot;
    return activeElement?.id.startsWith("speech-") && !activeElement.closest("[hidden]");
  });
  await tab.close();
});

test("where its program does not come, the reader is told, tries again, or goes back", async () => {
  deskIsThere = false;
  const tab = await site.open("/desk");
  await inside(tab, `(root) => root.querySelector("[part=desk-button]").click()`);
  assert.equal((await heard(tab, "minutes-failed")).reason, "desk");
  assert.match(await words(tab), /原文を示すプログラム desk\.js を取得できませんでした/);
  assert.match(await inside(tab, `(root) => root.activeElement.textContent`), /desk\.js/);
  await assertAccessible(tab, "the desk that did not come");
  const press = (name) => inside(tab, `(root) => [...root.querySelectorAll("[part=desk] button")].find((it) => it.textContent === "${name}").click()`);
  await press("議事録に戻る");
  assert.equal(await inside(tab, `(root) => root.activeElement.getAttribute("part")`), "desk-button");
  await inside(tab, `(root) => root.activeElement.click()`);
  await heard(tab, "minutes-failed", 2);
  deskIsThere = true;
  await press("もう一度読み込む");
  await opened(tab);
  await tab.close();
});
