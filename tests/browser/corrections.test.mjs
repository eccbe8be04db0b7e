// The publisher's corrections: beside the words that they correct, in a list at the top, and never in place of the text.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { assertAccessible, assertNoSidewaysScroll, assertQuiet, file, heard, lacks, page, start, words } from "./harness.mjs";

const TEXT = "日程第１　会期の決定の件\n\n○議長（高梨修君）　十月三日の会議を開きます。\n○副議長（小松綾君）　了解しました。\n";
const LIST = [
  { printed: "十月三日", correct: "十月四日", reason: "誤植のため。", date: "2026-01-05", by: "議会事務局" },
  { printed: "小松綾", correct: "小松彩" },
  { printed: "会期の決定", correct: "会期決定" },
  { printed: "どこにもない語", correct: "" },
];
const inside = (tab, work) => tab.$eval("gijiroku-viewer", new Function("it", `return (${work})(it.shadowRoot)`));
let site;

before(async () => {
  site = await start({
    "/minutes.txt": file(TEXT),
    "/seigo.json": file(JSON.stringify(LIST), "application/json"),
    "/of-file": page(`<gijiroku-viewer src="/minutes.txt" corrections="/seigo.json"></gijiroku-viewer>`),
    "/english": page(`<gijiroku-viewer src="/minutes.txt" corrections="/seigo.json"></gijiroku-viewer>`, { lang: "en" }),
    "/missing": page(`<gijiroku-viewer src="/minutes.txt" corrections="/none.json"></gijiroku-viewer>`),
    "/plain": page(`<gijiroku-viewer src="/minutes.txt"></gijiroku-viewer>`),
  });
});
after(() => site.close());

test("each correction stands beside its words and in the list, and the text is as printed", async () => {
  const tab = await site.open("/of-file");
  const told = await inside(tab, `(root) => [...root.querySelectorAll("[part=correction]")].map((it) => it.textContent)`);
  assert.deepEqual(told, [
    "正誤 会期の決定とあるのは会期決定の誤り。",
    "正誤 十月三日とあるのは十月四日の誤り。 誤植のため。 2026年（令和8年）1月5日（月） 議会事務局",
    "正誤 小松綾とあるのは小松彩の誤り。",
  ]);
  const paragraphs = await inside(tab, `(root) => [...root.querySelectorAll("[part=paragraph]")].map((it) => it.textContent)`);
  assert.deepEqual(paragraphs, ["十月三日の会議を開きます。", "了解しました。"]);
  const list = await inside(tab, `(root) => [...root.querySelectorAll("[part=corrections] li")].map((it) => it.textContent)`);
  assert.equal(list.length, LIST.length);
  assert.match(list[3], /どこにもない語は誤り（削除）。 （原文のどこを指すか特定できません）/);
  await assertAccessible(tab, "corrections");
  await tab.setViewport({ width: 320, height: 700 });
  await assertNoSidewaysScroll(tab);
  await assertQuiet(tab);
  await tab.close();
});

test("the words are underlined where they stand", { skip: lacks("highlights") }, async () => {
  const tab = await site.open("/of-file");
  const marked = await tab.evaluate(() => [...CSS.highlights.get("gijiroku-corrected")].map(String));
  assert.deepEqual(marked.toSorted(), ["会期の決定", "十月三日"]);
  await tab.close();
});

test("from the list to the words, and to their line in the source", async () => {
  const tab = await site.open("/english");
  await inside(tab, `(root) => root.querySelectorAll("[part=corrections] li")[0].querySelector("[part=link]").click()`);
  await tab.waitForFunction(() => document.querySelector("gijiroku-viewer").shadowRoot.activeElement?.id === "speech-0");
  await inside(tab, `(root) => root.querySelectorAll("[part=corrections] li")[1].querySelector("[part=to-source]").click()`);
  await tab.waitForFunction(() => document.querySelector("gijiroku-viewer").shadowRoot.activeElement?.id === "line-4");
  assert.match(await words(tab), /G404/);
  await tab.close();
});

test("a list that cannot be read is said to the reader, and the minutes are shown", async () => {
  const tab = await site.open("/missing");
  assert.equal((await heard(tab, "minutes-failed")).reason, "corrections");
  assert.match(await words(tab), /正誤のファイルを読めなかったため、訂正を示していません（404）。[^]*十月三日の会議/);
  await tab.close();
});

test("a program gives corrections, takes them away, and finds them in the document", async () => {
  const tab = await site.open("/plain");
  await tab.$eval("gijiroku-viewer", (it, list) => (it.corrections = list), LIST);
  await heard(tab, "minutes-loaded", 2);
  const found = await tab.$eval("gijiroku-viewer", async (it) => (await it.document).corrections.map((it) => it.span));
  assert.equal(found.length, 4);
  const bytes = new TextEncoder().encode(TEXT);
  assert.equal(new TextDecoder().decode(bytes.slice(found[0].start, found[0].end)), "十月三日");
  assert.equal(found[3], null);
  await tab.$eval("gijiroku-viewer", (it) => (it.corrections = null));
  await heard(tab, "minutes-loaded", 3);
  await tab.waitForFunction(() => !document.querySelector("gijiroku-viewer").shadowRoot.querySelector("[part=corrections], [part=correction]"));
  await assertQuiet(tab);
  await tab.close();
});
