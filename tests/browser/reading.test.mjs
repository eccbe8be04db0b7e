// Reading without a mouse: each function by keyboard, what a screen reader is told, one paragraph at a press, how large
// what is pressed is, and several viewers on a page.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { assertAccessible, assertNoSidewaysScroll, assertQuiet, heard, kind, page, start } from "./harness.mjs";

const viewer = (name, more = "") => `<gijiroku-viewer src="/samples/${name}.txt" ${more}></gijiroku-viewer>`;
let site;
before(async () => {
  site = await start({
    "/v": page(viewer("bousai-gijigaiyo")),
    "/en": page(viewer("bousai-gijigaiyo", 'lang="en"')),
    "/vertical": page(viewer("bousai-gijigaiyo", 'writing="vertical"')),
    "/two": page(viewer("bousai-gijigaiyo", 'id="a"') + viewer("iinkai-kaigiroku", 'id="b" address="b"')),
  });
});
after(() => site.close());

const settled = (tab) => tab.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
/** A page that keeps what is copied. */
const open = (path, options = {}) =>
  site.open(path, {
    ...options,
    before: (tab) =>
      tab.evaluateOnNewDocument(() => {
        window.copied = [];
        Object.defineProperty(navigator, "clipboard", { value: { writeText: async (text) => window.copied.push(text) } });
      }),
  });
/** The name of what has the focus. */
const focused = (tab) =>
  tab.evaluate(() => {
    const it = document.activeElement?.shadowRoot?.activeElement;
    return it?.ariaLabel ?? it?.closest("label, button, [id]")?.textContent ?? "";
  });
/** Presses Tab until what is wanted has the focus; `back` the other way. */
async function reach(tab, wanted, back = false) {
  if (back) await tab.keyboard.down("Shift");
  let found = false;
  for (let presses = 0; presses < 150 && !found; presses += 1) {
    await tab.keyboard.press("Tab");
    found = (await focused(tab)).includes(wanted);
  }
  if (back) await tab.keyboard.up("Shift");
  assert.ok(found, `${wanted} cannot be reached by Tab`);
}
const use = async (tab, wanted, key = "Enter", back = false) => {
  await reach(tab, wanted, back);
  await tab.keyboard.press(key);
  await settled(tab);
};
const at = (tab) => tab.evaluate(() => document.activeElement.shadowRoot.activeElement?.id ?? "");
const copied = async (tab, count) => {
  await tab.waitForFunction((count) => window.copied.length === count, {}, count);
  return tab.evaluate(() => window.copied.at(-1));
};

test("search, people, pictures, paragraphs and copies, each by keyboard alone", async () => {
  const tab = await open("/v");
  await reach(tab, "議事録の中を検索");
  await (await tab.$(">>> #search")).type("避難");
  await tab.keyboard.press("Enter");
  await settled(tab);
  assert.equal(await at(tab), "search");
  assert.equal(await tab.$eval(">>> .search-count", (it) => it.textContent), "12件中1件目");
  await use(tab, "次へ");
  await use(tab, "該当する発言だけ", " ");
  const visible = () => tab.$$eval(">>> [part=speech]", (all) => all.filter((it) => it.checkVisibility()).length);
  const few = await visible();
  await tab.keyboard.press(" ");
  await settled(tab);
  assert.ok(few < (await visible()));
  await use(tab, "発言の量と流れ");
  await use(tab, "字数の多い順に並べる");
  assert.equal(await focused(tab), "名簿の順に並べる");
  await use(tab, "討議");
  assert.match(await at(tab), /^heading-\d+$/);
  await assertQuiet(tab);
  await tab.close();
});

test("a person is followed, a speech picked and quoted, and a paragraph chosen and linked to, by keyboard alone", async () => {
  const tab = await open("/v");
  await use(tab, "安西 光彦", " ");
  await use(tab, "次の発言");
  assert.equal(await at(tab), "speech-2");
  await use(tab, "番目の発言を選ぶ");
  await use(tab, "引用（新聞の形）");
  assert.match(await copied(tab, 1), /^安西光彦\S*「検証結果に異論はない。/);
  const first = (await tab.$$eval(">>> #speech-2 [part=paragraph]", (all) => all.map((it) => it.textContent)))[0];
  await use(tab, "この段落の引用と共有");
  const choices = () => tab.$$eval(">>> [part=choose]", (all) => all.map((it) => it.ariaExpanded).join());
  assert.match(await choices(), /^true(,false)+$/);
  await assertAccessible(tab, "a paragraph is chosen");
  await use(tab, "リンクをコピー");
  const link = await copied(tab, 2);
  assert.match(decodeURIComponent(link), /#minutes:at=t\d+-\w{6}&text=検証結果に異論はない/);
  await use(tab, "引用");
  assert.equal(await copied(tab, 3), first);
  assert.equal(decodeURIComponent(await tab.evaluate(() => location.hash)).split("&who")[0], decodeURIComponent(new URL(link).hash));
  await tab.goto("about:blank");
  await tab.goto(link);
  await heard(tab, "minutes-loaded");
  await settled(tab);
  assert.equal(await tab.evaluate(() => [...CSS.highlights.get("gijiroku-passage")].map((it) => it.toString()).join("…").slice(0, 12)), first.slice(0, 12));
  assert.equal(await choices(), "", "paragraphs are offered in a speech that is picked");
  await tab.close();
});

test("a chosen paragraph is left by a second press; what is found stays marked, and nothing loses the focus", async () => {
  const tab = await open("/v");
  await (await tab.waitForSelector(">>> #search")).type("検証");
  await settled(tab);
  const marked = () => tab.evaluate(() => ["gijiroku-hit", "gijiroku-passage"].map((it) => [...(CSS.highlights.get(it) ?? [])].filter((it) => it.startContainer.isConnected).length));
  const [hits] = await marked();
  assert.ok(hits > 1);
  await tab.$eval(">>> #speech-2 [part=select]", (it) => (it.focus(), it.click()));
  await settled(tab);
  assert.deepEqual(await marked(), [hits, 0]);
  assert.match(await focused(tab), /番目の発言を選ぶ/);
  await tab.$eval(">>> #speech-2 [part=choose]", (it) => (it.focus(), it.click()));
  await settled(tab);
  const [still, chosen] = await marked();
  assert.deepEqual([still, chosen > 0], [hits, true]);
  assert.equal(await focused(tab), "この段落の引用と共有");
  await tab.keyboard.press("Enter");
  await settled(tab);
  assert.deepEqual(await marked(), [hits, 0]);
  assert.match(await tab.evaluate(() => decodeURIComponent(location.hash)), /^#minutes:at=s3-\w{6}&q=検証$/);
  await tab.close();
});

test("the roster, the source, the menu of forms, the text size and all sections, each by keyboard alone", async () => {
  const tab = await open("/v");
  await use(tab, "名簿");
  assert.ok(await tab.$eval(">>> #roster", (it) => it.checkVisibility()));
  const name = await tab.$eval(">>> #roster .roster-name", (it) => it.textContent);
  await use(tab, name);
  const entry = await tab.$eval("gijiroku-viewer", (it) => it.shadowRoot.activeElement.closest(".section").querySelector(".section-body .roster").textContent);
  assert.ok(entry.includes(name), "an entry leads to its place in the text");
  await use(tab, "すべて閉じる", "Enter", true);
  const expanded = () => tab.$$eval(">>> [part=heading] button", (all) => all.filter((it) => it.ariaExpanded === "true").length);
  assert.equal(await expanded(), 0);
  await use(tab, "すべて開く", "Enter", true);
  assert.ok((await expanded()) > 0);
  await use(tab, "文字の大きさ");
  assert.equal(await tab.$eval(">>> [part=minutes]", (it) => it.className), "minutes size-1");
  await use(tab, "保存");
  await tab.waitForFunction(() => document.querySelector("gijiroku-viewer").shadowRoot.querySelector("dialog[open]"));
  await tab.keyboard.press("Escape");
  await tab.waitForFunction(() => !document.querySelector("gijiroku-viewer").shadowRoot.querySelector("dialog[open]"));
  assert.equal(await focused(tab), "保存");
  await use(tab, "原文と読み取り", "Enter", true);
  await tab.waitForSelector(">>> [part~=desk]");
  await assertQuiet(tab);
  await tab.close();
});

/** Everything that a screen reader is told, in order, in live regions of any kind. */
const listen = (tab) =>
  tab.evaluate(() => {
    window.told = [];
    const root = document.querySelector("gijiroku-viewer").shadowRoot;
    const regions = () => [...root.querySelectorAll("[role=status], [role=alert], [aria-live]")];
    const before = new Map(regions().map((it) => [it, it.textContent]));
    new MutationObserver(() => {
      for (const it of regions()) {
        const now = it.textContent.trim();
        if (now && now !== before.get(it)) window.told.push(now);
        before.set(it, now);
      }
    }).observe(root, { childList: true, characterData: true, subtree: true });
  });

for (const [path, expected] of [
  ["/v", ["大森 千景の発言3件 （全13件中）", "絞り込みを解除しました。全13件", "該当12件", "12件中1件目、本部長", "12件中2件目、本部長", "見つかりません", "コピーしました。"]],
  ["/en", ["大森 千景: 3 speeches of 13", "Filter cleared: all 13 shown", "12 matches", "Match 1 of 12, 本部長", "Match 2 of 12, 本部長", "Not found", "Copied."]],
]) {
  test(`what is told to a screen reader, in order and once each: ${path}`, async () => {
    const tab = await open(path);
    await listen(tab);
    const press = (selector) => tab.$eval(`>>> ${selector}`, (it) => it.click()).then(() => settled(tab));
    await press("[part=person] input");
    await press("[part=picked] > button");
    const box = await tab.waitForSelector(">>> #search");
    await box.type("避難");
    await settled(tab);
    await tab.keyboard.press("Enter");
    await settled(tab);
    await tab.keyboard.press("Enter");
    await settled(tab);
    await box.type("んんん");
    await settled(tab);
    await press("#speech-2 [part=select]");
    await press("#speech-2 [part=actions] button:nth-of-type(2)");
    await copied(tab, 1);
    await settled(tab);
    assert.deepEqual(await tab.evaluate(() => window.told), expected);
    await tab.close();
  });
}

test("under a finger, whatever is pressed is 44 px high or has that much room", { skip: kind !== "chromium" && "only Chromium can be told that there is a finger" }, async () => {
  const tab = await open("/v", { width: 390, height: 800 });
  await tab.setViewport({ width: 390, height: 800, hasTouch: true, isMobile: true });
  assert.ok(await tab.evaluate(() => matchMedia("(pointer: coarse)").matches));
  await tab.$eval(">>> #speech-2 [part=select]", (it) => it.click());
  await settled(tab);
  const small = await tab.evaluate(() => {
    const root = document.querySelector("gijiroku-viewer").shadowRoot;
    const targets = [...root.querySelectorAll("button, label, input:not(label input), a[href]")].filter((it) => it.checkVisibility());
    if (targets.length < 20) return ["too few targets"];
    const told = [];
    for (const it of targets) {
      it.scrollIntoView({ block: "center" });
      const { left, top, width, height } = it.getBoundingClientRect();
      // The middle, and 21 px above and below it: nothing but the target itself may answer there.
      for (const dy of [-21, 0, 21]) {
        const other = root.elementFromPoint(left + width / 2, top + height / 2 + dy)?.closest("button, label, input, a[href]");
        if (other && other !== it && !other.contains(it) && !it.contains(other)) told.push(`${it.className} ${it.textContent.slice(0, 12)}: ${dy} is ${other.className} ${other.textContent.slice(0, 12)}`);
      }
    }
    return told;
  });
  assert.deepEqual(small, []);
  await tab.close();
});

test("several viewers on a page name their parts by their meeting, and one that is alone does not", async () => {
  const tab = await open("/two");
  await heard(tab, "minutes-loaded", 2);
  await settled(tab);
  const names = () => tab.$$eval("gijiroku-viewer", (all) => all.map((it) => ["nav", "[role=search]"].map((part) => it.shadowRoot.querySelector(part)?.ariaLabel)));
  assert.deepEqual(await names(), [
    ["議事 みなと市総合防災本部 第5回会合", "検索 みなと市総合防災本部 第5回会合"],
    ["議事 沿岸地域の振興に関する特別委員会 第三百一回国会 第四号", "検索 沿岸地域の振興に関する特別委員会 第三百一回国会 第四号"],
  ]);
  await assertAccessible(tab, "two viewers");
  await tab.$eval("#b", (it) => it.remove());
  await settled(tab);
  assert.deepEqual(await names(), [["議事", "検索"]]);
  assert.equal(await tab.evaluate(() => window.heard.filter((it) => it.name === "minutes-loaded").length), 2);
  await assertQuiet(tab);
  await tab.close();
});

test("the language of the page is followed when the page changes it, wherever it is said", async () => {
  const tab = await open("/v");
  const box = () => tab.$eval(">>> #search", (it) => it.placeholder);
  const now = async (change) => (await tab.evaluate(change), await settled(tab), box());
  assert.equal(await box(), "議事録の中を検索");
  assert.equal(await now(() => (document.documentElement.lang = "en-GB")), "Search these minutes");
  assert.equal(await now(() => (document.querySelector("main").lang = "ja")), "議事録の中を検索");
  assert.equal(await now(() => document.querySelector("main").append(Object.assign(document.createElement("p"), { lang: "en" }))), "議事録の中を検索");
  assert.equal(await now(() => document.querySelector("main").removeAttribute("lang")), "Search these minutes");
  assert.equal(await tab.evaluate(() => window.heard.filter((it) => it.name === "minutes-loaded").length), 1, "nothing is read anew");
  await assertQuiet(tab);
  await tab.close();
});

test("a language that is said outside of the shadow tree in which the element stands is followed too", async () => {
  const tab = await open("/v");
  await tab.evaluate(() => {
    const outer = document.body.appendChild(document.createElement("section"));
    outer.attachShadow({ mode: "open" }).append(document.querySelector("gijiroku-viewer"));
    outer.lang = "en";
    window.box = () => outer.shadowRoot.querySelector("gijiroku-viewer").shadowRoot.querySelector("#search").placeholder;
  });
  await settled(tab);
  assert.equal(await tab.evaluate(() => window.box()), "Search these minutes");
  await tab.evaluate(() => document.querySelector("section").setAttribute("lang", "ja"));
  await settled(tab);
  assert.equal(await tab.evaluate(() => window.box()), "議事録の中を検索");
  await tab.close();
});

test("written vertically, numbers stand upright, and what is found and selected is the same to the letter", async () => {
  const tab = await open("/vertical");
  const [upright, paragraph] = await tab.$eval("gijiroku-viewer", (it) => {
    const found = [...it.shadowRoot.querySelectorAll(".abreast")].find((it) => it.textContent === "21");
    return [getComputedStyle(found).textCombineUpright, found.closest("[part=paragraph]").textContent];
  });
  assert.equal(upright, "all");
  assert.match(paragraph, /避難指示は21時10分に出された/);
  await (await tab.waitForSelector(">>> #search")).type("は21時10分に出");
  await settled(tab);
  const marked = () => tab.evaluate(() => [...(CSS.highlights?.get("gijiroku-hit") ?? [])].map((it) => {
    const range = document.createRange();
    range.setStart(it.startContainer, it.startOffset);
    range.setEnd(it.endContainer, it.endOffset);
    return range.toString();
  }));
  const expected = (await tab.evaluate(() => Boolean(globalThis.CSS?.highlights))) ? ["は21時10分に出"] : [];
  assert.deepEqual(await marked(), expected);
  await tab.evaluate(() => document.querySelector("gijiroku-viewer").removeAttribute("writing"));
  await settled(tab);
  assert.equal(await tab.$$eval(">>> .abreast", (all) => all.length), 0);
  assert.deepEqual(await marked(), expected, "what is drawn anew is marked anew");
  await assertQuiet(tab);
  await tab.close();
});

/** How much of what has the focus can be seen, of nine places in it, and what it is. */
const seen = (tab) =>
  tab.evaluate(async () => {
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const root = document.querySelector("gijiroku-viewer").shadowRoot;
    const it = root.activeElement?.closest("label") ?? root.activeElement;
    if (!it) return null;
    const { left, top, width, height } = it.getBoundingClientRect();
    const at = [0.1, 0.5, 0.9].flatMap((x) => [0.1, 0.5, 0.9].map((y) => root.elementFromPoint(left + x * width, top + y * height)));
    const share = at.filter((other) => other && (it.contains(other) || other.contains(it))).length;
    return { share, what: `${it.className} ${it.textContent.slice(0, 12)}` };
  });

for (const width of [390, 1280]) {
  test(`what has the focus is never under what sticks to the edges of the window, forwards and back, ${width} px`, async () => {
    const tab = await open("/v", { width, height: 600 });
    await (await tab.waitForSelector(">>> #search")).type("避難");
    await settled(tab);
    await tab.$eval(">>> #speech-2 [part=select]", (it) => it.click());
    for (const keys of [["Tab"], ["Shift", "Tab"]]) {
      await tab.$eval(">>> #search", (it) => it.focus());
      if (keys.length > 1) await tab.keyboard.down("Shift");
      let stops = 0;
      for (let presses = 0; presses < 60; presses += 1) {
        await tab.keyboard.press("Tab");
        const now = await seen(tab);
        if (now) stops += 1;
        assert.ok(!now || now.share > 3, `${keys.join("+")}: ${now?.what} is under something`);
      }
      if (keys.length > 1) await tab.keyboard.up("Shift");
      assert.ok(stops > 30, `${stops} stops`);
    }
    await tab.close();
  });
}

test("with the spacing of text that WCAG asks for, and at 200 %, nothing is cut off or runs over at 320 px", async () => {
  const tab = await open("/v", { width: 320, height: 800 });
  await tab.$eval(">>> #speech-2 [part=select]", (it) => it.click());
  await tab.$eval(">>> [part=person] input", (it) => it.click());
  await tab.$eval("gijiroku-viewer", (it) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }");
    it.shadowRoot.adoptedStyleSheets = [...it.shadowRoot.adoptedStyleSheets, sheet];
    for (let presses = 0; presses < 3; presses += 1) [...it.shadowRoot.querySelectorAll(".tools button")].find((it) => it.textContent.startsWith("文字の大きさ")).click();
  });
  await settled(tab);
  await assertNoSidewaysScroll(tab);
  const cut = await tab.$eval("gijiroku-viewer", (it) =>
    [...it.shadowRoot.querySelectorAll("*")]
      .filter((it) => it.checkVisibility() && !it.closest(".unseen, svg, .separator") && getComputedStyle(it).overflowY === "hidden" && it.scrollHeight > it.clientHeight + 1)
      .map((it) => `${it.className} ${it.textContent.slice(0, 20)}`),
  );
  assert.deepEqual(cut, []);
  assert.equal(await tab.$eval(">>> #text", (it) => getComputedStyle(it).fontSize), "32px");
  await tab.close();
});
