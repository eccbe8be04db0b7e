// Searching in the minutes: by typing, by key, with the filter, and with the browser's own search.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { assertAccessible, assertNoSidewaysScroll, assertQuiet, heard, page, start } from "./harness.mjs";

let site;
before(async () => {
  site = await start({ "/v": page(`<gijiroku-viewer src="/samples/bousai-gijigaiyo.txt"></gijiroku-viewer>`), "/none": page("") });
});
after(() => site.close());

async function search(typed, options) {
  const tab = await site.open("/v", options);
  const box = await tab.waitForSelector(">>> #search");
  await box.type(typed);
  await settled(tab);
  return tab;
}

const settled = (tab) => tab.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
const said = (tab) => tab.$$eval(">>> [part=minutes] [role=status]", (all) => all.map((it) => it.textContent).join(" ").trim());
/** The words that are marked, and those of the current hit. */
const marked = (tab) =>
  tab.evaluate(() => ["gijiroku-hit", "gijiroku-current", "gijiroku-passage"].map((it) => [...(CSS.highlights.get(it) ?? [])].map(({ startContainer, startOffset, endOffset }) => startContainer.data.slice(startOffset, endOffset))));

test("what is typed is found, however it is written, marked without a change to the page, and counted", async () => {
  const tab = await site.open("/v");
  const before = await tab.$$eval(">>> [part=paragraph]", (all) => all.length);
  await tab.evaluate(() => (window.kept = document.querySelector("gijiroku-viewer").shadowRoot.querySelector("[part=paragraph]").firstChild));
  await (await tab.$(">>> #search")).type("ぽんぷ");
  await settled(tab);
  assert.equal(await said(tab), "該当2件");
  assert.deepEqual((await marked(tab))[0], ["ポンプ", "ポンプ"]);
  assert.equal(await tab.$$eval(">>> [part=paragraph]", (all) => all.length), before);
  assert.ok(await tab.evaluate(() => window.kept.isConnected), "the text is not made anew");
  assert.equal(await tab.$$eval(">>> [part=outline] .hits", (all) => all.map((it) => it.firstChild.textContent).join()), "2,2");
  assert.equal(await tab.$$eval(">>> [part=person] .hits", (all) => all.map((it) => it.closest("label").querySelector(".person-name").textContent).join()), "野々村 亮");
  await assertAccessible(tab, "searching");
  await assertQuiet(tab);
  await tab.close();
});

test("Enter goes from hit to hit and Shift+Enter back, with the focus in the box", async () => {
  const tab = await search("避難所");
  await tab.keyboard.press("Enter");
  await settled(tab);
  assert.match(await said(tab), /^2件中1件目、金城 俊$/);
  assert.deepEqual((await marked(tab))[1], ["避難所"]);
  await tab.keyboard.press("Enter");
  await tab.keyboard.press("Enter");
  await settled(tab);
  assert.match(await said(tab), /1件目/, "after the last comes the first");
  await tab.keyboard.down("Shift");
  await tab.keyboard.press("Enter");
  await tab.keyboard.up("Shift");
  await settled(tab);
  assert.match(await said(tab), /2件目、日高 文乃/);
  const seen = await tab.evaluate(() => {
    const { top, bottom } = [...CSS.highlights.get("gijiroku-current")][0].getBoundingClientRect();
    return top > 0 && bottom < innerHeight && document.activeElement.shadowRoot.activeElement.id === "search";
  });
  assert.ok(seen, "the hit is in view, and the focus stays");
  await tab.close();
});

test("a closed section opens where a hit is", async () => {
  const tab = await site.open("/v");
  await tab.$$eval(">>> [part=tools] button", (all) => all[1].click());
  await (await tab.$(">>> #search")).type("保管箱");
  await tab.keyboard.press("Enter");
  await settled(tab);
  assert.ok(await tab.evaluate(() => [...CSS.highlights.get("gijiroku-current")][0].startContainer.parentElement.checkVisibility({ contentVisibilityAuto: true })));
  await tab.close();
});

test("search and filter go together, and only speeches with a hit can be shown", async () => {
  const tab = await search("水位計");
  const all = (await marked(tab))[0].length;
  assert.ok(all > 1);
  await tab.$$eval(">>> .search-found .tick input", ([it]) => it.click());
  await settled(tab);
  const visible = () => tab.$$eval(">>> [part=speech]", (all) => all.filter((it) => it.checkVisibility()).length);
  assert.equal(await visible(), 2);
  await assertAccessible(tab, "only hits");
  await tab.$$eval(">>> [part=person] input", (all) => all.at(-1).click());
  await heard(tab, "minutes-filtered");
  await settled(tab);
  assert.match(await said(tab), /見つかりません/);
  assert.deepEqual((await marked(tab))[0], []);
  await tab.close();
});

test("a name that is typed leads to the speeches of its bearer", async () => {
  const tab = await search("大森");
  await tab.$$eval(">>> .search-found [part=link]", ([it]) => it.click());
  const { shown } = await heard(tab, "minutes-filtered");
  assert.equal(shown, 3);
  await tab.close();
});

test("two elements on a page mark their own words", async () => {
  const tab = await search("避難所");
  await tab.evaluate(() => document.querySelector("gijiroku-viewer").remove());
  await new Promise((done) => setTimeout(done, 100));
  assert.deepEqual(await marked(tab), [[], [], []]);
  await tab.close();
});

for (const width of [1280, 768, 390, 320]) {
  test(`searching fits ${width} px, and has no fault that axe finds`, async () => {
    const tab = await search("大森", { width, height: 700, features: [{ name: "prefers-color-scheme", value: "dark" }] });
    await tab.keyboard.press("Enter");
    await settled(tab);
    await assertNoSidewaysScroll(tab);
    await assertAccessible(tab, `searching at ${width} px`);
    await tab.close();
  });
}
