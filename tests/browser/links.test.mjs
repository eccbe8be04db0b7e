// Links: what the address carries and restores, what is copied, and several elements on a page.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { assertAccessible, assertQuiet, file, heard, lacks, page, sample, start } from "./harness.mjs";

const viewer = (more = "") => `<gijiroku-viewer src="/samples/bousai-gijigaiyo.txt" ${more}></gijiroku-viewer>`;
let site;
before(async () => {
  const changed = (await sample("bousai-gijigaiyo")).replace("検証結果に異論はない。", "検証結果について申し上げる。");
  site = await start({
    "/v": page(viewer()),
    "/off": page(viewer('address="none"')),
    "/two": page(viewer('id="a"') + viewer('id="b"') + viewer('id="c" address="third"')),
    "/card": page(viewer('show="s3-tqlair"') + viewer('id="there" href="https://example.jp/5" show="at=t1-aaaaaa&text=個別避難計画について"')),
    "/vertical": page(viewer('writing="vertical"')),
    "/changed": page(`<gijiroku-viewer src="/changed.txt"></gijiroku-viewer>`),
    "/changed.txt": file(changed),
  });
});
after(() => site.close());

const settled = (tab) => tab.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
const hash = (tab) => tab.evaluate(() => decodeURIComponent(location.hash));
const press = async (tab, name, selector = "gijiroku-viewer") => {
  await tab.$eval(selector, (it, name) => [...it.shadowRoot.querySelectorAll("button")].find((it) => it.checkVisibility() && it.textContent === name).click(), name);
  await settled(tab);
};
const select = (tab, nth) => tab.$$eval(">>> .speaker [part=select]", (all, nth) => all[nth].click(), nth).then(() => settled(tab));
const notices = (tab) => tab.$$eval(">>> [part=notice] p", (all) => all.map((it) => it.textContent).join());
/** A page whose clipboard takes what is copied, or does not. */
const open = (path, takes = true) =>
  site.open(path, {
    before: (tab) =>
      tab.evaluateOnNewDocument((takes) => {
        window.copied = [];
        const writeText = async (text) => (takes ? window.copied.push(text) : Promise.reject(new Error("no")));
        Object.defineProperty(navigator, "clipboard", { value: { writeText } });
      }, takes),
  });

test("the address carries what is selected, filtered, searched and closed, and restores it", async () => {
  const tab = await open("/v");
  assert.equal(await hash(tab), "");
  await select(tab, 2);
  await tab.$$eval(">>> [part=person] input", (all) => (all[0].click(), all[6].click()));
  await (await tab.$(">>> #search")).type("避難 -港");
  await tab.$$eval(">>> [part=heading] button", (all) => all.at(-1).click());
  await settled(tab);
  const link = await hash(tab);
  assert.match(link, /^#minutes:at=s3-\w{6}&who=p\d+-\w{6}\.p\d+-\w{6}&q=避難 -港&fold=\d+$/);
  const state = () => tab.$eval("gijiroku-viewer", (it) => {
    const all = (selector) => [...it.shadowRoot.querySelectorAll(selector)];
    return [all("input").map((it) => (it.type === "checkbox" ? it.checked : it.value)), all("[aria-expanded]").map((it) => it.ariaExpanded), all(".selected").map((it) => it.id)];
  });
  const before = await state();
  await tab.reload();
  await heard(tab, "minutes-loaded");
  await settled(tab);
  assert.deepEqual(await state(), before);
  assert.equal(await hash(tab), link);
  await assertQuiet(tab);
  await tab.close();
});

test("all as it was at first leaves no trace in the address", async () => {
  const tab = await open("/v");
  await tab.$$eval(">>> [part=person] input", ([it]) => it.click());
  await settled(tab);
  assert.notEqual(await hash(tab), "");
  await press(tab, "解除");
  assert.equal(await hash(tab), "");
  assert.deepEqual((await heard(tab, "minutes-moved", 2)), { link: "" });
  await tab.close();
});

test("the address can be left alone, and elements on one page do not fight over it", async () => {
  const off = await open("/off");
  await off.$$eval(">>> [part=person] input", ([it]) => it.click());
  await settled(off);
  assert.equal(await hash(off), "");
  await off.close();
  const tab = await open("/two");
  await heard(tab, "minutes-loaded", 3);
  for (const id of ["#a", "#b", "#c"]) await tab.$eval(id, (it) => it.shadowRoot.querySelector("[part=person] input").click());
  await settled(tab);
  assert.match(await hash(tab), /^#minutes:who=p\S+;third:who=p\S+$/);
  await assertQuiet(tab);
  await tab.close();
});

test("a link pasted into an open page is followed", async () => {
  const tab = await open("/v");
  await select(tab, 4);
  const link = await hash(tab);
  await select(tab, 1);
  await tab.evaluate((it) => (location.hash = it), link);
  await settled(tab);
  await settled(tab);
  assert.equal(await tab.$eval(">>> .selected", (it) => it.id), "speech-4");
  assert.equal(await tab.evaluate(() => document.activeElement.shadowRoot.activeElement.id), "speech-4");
  await tab.close();
});

test("a speech is copied as a link and as quotations", async () => {
  const tab = await open("/v");
  await select(tab, 2);
  for (const it of ["リンクをコピー", "引用", "引用（新聞の形）", "引用（論文の形）"]) await press(tab, it);
  await tab.waitForFunction(() => window.copied.length === 4);
  const [link, quote, newspaper, paper] = await tab.evaluate(() => window.copied);
  assert.match(link, new RegExp(`^${site.origin}/v#minutes:at=s3-\\w{6}$`));
  assert.match(quote, /^検証結果に異論はない。.*\n1点目は、/);
  assert.match(newspaper, /^安西光彦\S*「検証結果に異論はない。.*」\n（2024年11月20日、みなと市総合防災本部 .*）\nhttp/s);
  assert.match(paper, /^「検証結果に異論はない。.*」（安西光彦\S*の発言）\n『みなと市総合防災本部 .*』、2024年11月20日、http\S+（\d+年\d+月\d+日閲覧）$/s);
  assert.equal(await notices(tab), "コピーしました。");
  await assertAccessible(tab, "copied");
  await tab.close();
});

test("what the clipboard does not take stands there to be copied by hand", async () => {
  const tab = await open("/v", false);
  await select(tab, 2);
  await press(tab, "引用");
  await tab.waitForFunction(() => {
    const box = document.querySelector("gijiroku-viewer").shadowRoot.querySelector(".by-hand");
    return box && box.selectionEnd === box.value.length && box.value.startsWith("検証結果");
  });
  await assertAccessible(tab, "not copied");
  await press(tab, "閉じる");
  assert.equal(await notices(tab), "");
  await tab.close();
});

/** Selects from words in one paragraph to words in another. */
const selectWords = (tab, from, to) =>
  tab.evaluate((from, to) => {
    const texts = [...document.querySelector("gijiroku-viewer").shadowRoot.querySelectorAll("[part=paragraph]")].map((it) => it.firstChild);
    const [start, end] = [texts.find((it) => it.data.includes(from)), texts.findLast((it) => it.data.includes(to))];
    getSelection().setBaseAndExtent(start, start.data.indexOf(from), end, end.data.indexOf(to) + to.length);
  }, from, to);

test("selected words can be quoted across speeches, and their link names them", async () => {
  const tab = await open("/v");
  await selectWords(tab, "整備していただきたい。", "個別避難計画について");
  await tab.waitForFunction(() => document.querySelector("gijiroku-viewer").shadowRoot.querySelector(".passage-bar"));
  await assertAccessible(tab, "words selected");
  await press(tab, "引用（新聞の形）");
  await press(tab, "リンクをコピー");
  await tab.waitForFunction(() => window.copied.length === 2);
  const [newspaper, link] = await tab.evaluate(() => window.copied);
  assert.match(newspaper, /^安西光彦\S*「整備していただきたい」\n小野寺昌代\S*「個別避難計画について」\n（/);
  assert.match(decodeURIComponent(link), /#minutes:at=t\d+-\w{6}&text=整備していただきたい。&to=個別避難計画について$/);
  await tab.goto("about:blank");
  await tab.goto(link);
  await heard(tab, "minutes-loaded");
  await settled(tab);
  const marked = await tab.evaluate(() => [...CSS.highlights.get("gijiroku-passage")].map((it) => it.toString()));
  assert.deepEqual(marked, ["整備していただきたい。", "個別避難計画について"]);
  assert.ok(await tab.evaluate(() => { const { top, bottom } = [...CSS.highlights.get("gijiroku-passage")][0].getBoundingClientRect(); return top >= 0 && bottom <= innerHeight; }));
  assert.equal(await notices(tab), "");
  await tab.close();
});

test("a link holds when the text changes elsewhere, and says so when its own words have changed", async () => {
  const tab = await open("/v");
  await select(tab, 2);
  const changed = await tab.evaluate(() => location.hash);
  await select(tab, 3);
  const held = await tab.evaluate(() => location.hash);
  await tab.goto(`${site.origin}/changed${held}`);
  await heard(tab, "minutes-loaded");
  await settled(tab);
  assert.equal(await notices(tab), "");
  assert.equal(await tab.$eval(">>> .selected", (it) => it.id), "speech-3");
  await tab.goto("about:blank");
  await tab.goto(`${site.origin}/changed${changed}`);
  await heard(tab, "minutes-loaded");
  await settled(tab);
  assert.match(await notices(tab), /本文が変わりました/);
  assert.match(await tab.$$eval(">>> [part=minutes] [role=status]", (all) => all.map((it) => it.textContent).join("")), /本文が変わりました/);
  await assertAccessible(tab, "a link that no longer holds");
  await tab.goto("about:blank");
  await tab.goto(`${site.origin}/changed#minutes:at=s99-aaaaaa`);
  await heard(tab, "minutes-loaded");
  await settled(tab);
  assert.match(await notices(tab), /見つかりません/);
  await tab.close();
});

test("those who are picked can be followed: what they answer, and from speech to speech", async () => {
  const tab = await open("/v");
  await tab.$$eval(">>> [part=person] input", ([it]) => it.click());
  await heard(tab, "minutes-filtered");
  await settled(tab);
  assert.match(await tab.$eval(">>> [part=follow]", (it) => it.textContent), /字（全体の\d+\.\d%）/);
  const at = () => tab.evaluate(() => document.activeElement.shadowRoot.activeElement.id);
  await press(tab, "次の発言");
  assert.equal(await at(), "speech-1");
  await press(tab, "次の発言");
  assert.equal(await at(), "speech-6");
  await press(tab, "前の発言");
  assert.equal(await at(), "speech-1");
  const visible = () => tab.$$eval(">>> [part=speech]", (all) => all.filter((it) => it.checkVisibility()).map((it) => it.id).join());
  const before = await visible();
  await tab.$$eval(">>> [part=follow] input", ([it]) => it.click());
  await settled(tab);
  assert.ok((await visible()).length > before.length, await visible());
  await assertAccessible(tab, "followed");
  await tab.close();
});

test("a card shows one speech alone, with who, where and when, and the way to the whole", async () => {
  const tab = await open("/card");
  await heard(tab, "minutes-loaded", 2);
  const words = await tab.$eval("gijiroku-viewer", (it) => it.shadowRoot.querySelector("[part=card]").innerText);
  assert.match(words, /^検証結果に異論はない。[\s\S]*整備していただきたい。\s+安西光彦本部員\s+出典：みなと市総合防災本部 第5回会合 議事概要 2024年（令和6年）11月20日/);
  assert.equal(await tab.$eval("#there", (it) => it.shadowRoot.querySelector("[part=quote]").innerText.trim()), "個別避難計画について");
  assert.match(await tab.$eval("#there", (it) => it.shadowRoot.querySelector("a").href), /^https:\/\/example\.jp\/5#minutes:at=t1-aaaaaa&text=/);
  await assertAccessible(tab, "cards");
  await press(tab, "会議の全体を読む");
  assert.equal(await tab.$eval("gijiroku-viewer", (it) => it.shadowRoot.querySelector(".selected").id), "speech-2");
  assert.equal(await hash(tab), "", "a card leaves the address alone");
  await assertQuiet(tab);
  await tab.close();
});

test("written vertically, the text scrolls in its own box and the page does not", async () => {
  for (const width of [1280, 390]) {
    const tab = await site.open("/vertical", { width, height: 800 });
    const [mode, wide, own] = await tab.$eval("gijiroku-viewer", (it) => {
      const text = it.shadowRoot.querySelector("#text");
      return [getComputedStyle(text).writingMode, document.documentElement.scrollWidth <= innerWidth, text.scrollWidth > text.clientWidth];
    });
    assert.deepEqual([mode, wide, own], ["vertical-rl", true, true], `${width} px`);
    await assertAccessible(tab, `vertical, ${width} px`);
    await tab.close();
  }
});

test("on paper all sections are open, and there is nothing to press", { skip: lacks("print") }, async () => {
  const tab = await open("/v");
  await tab.emulateMediaType("print");
  const shown = await tab.$eval("gijiroku-viewer", (it) => {
    const seen = (selector) => [...it.shadowRoot.querySelectorAll(selector)].filter((it) => it.checkVisibility({ contentVisibilityAuto: true })).length;
    return [seen(".section-body") === it.shadowRoot.querySelectorAll(".section-body").length, seen("[part=select], [part=search], [part=tools], [part=bar], [part=side]")];
  });
  assert.deepEqual(shown, [true, 0]);
  const head = await tab.$eval("gijiroku-viewer", (it) => getComputedStyle(it.shadowRoot.querySelector(".page-head")).display);
  assert.equal(head, "table-header-group", "the meeting stands at the top of each page");
  await tab.close();
});
