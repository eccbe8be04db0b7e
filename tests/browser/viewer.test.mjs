// The viewer as a reader uses it, with mouse, keyboard and touch, in every state, checked by axe in each.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { assertAccessible, assertNoSidewaysScroll, assertQuiet, button, file, heard, lacks, page, sample, start, words } from "./harness.mjs";

const SAMPLES = ["bousai-gijigaiyo", "shigikai-kaigiroku", "iinkai-kaigiroku", "shingikai-gijiroku", "kenkyukai-gijiyoshi"];
const EVIL = "○議長　<img src=/evil.png onerror=alert(1)> と「<b>太字</b>」\n";
let site;

before(async () => {
  const pages = { "/evil": page(`<gijiroku-viewer></gijiroku-viewer>`), "/evil.txt": file(EVIL) };
  for (const it of SAMPLES) {
    pages[`/${it}`] = page(`<gijiroku-viewer src="/samples/${it}.txt"></gijiroku-viewer>`);
    pages[`/${it}.en`] = page(`<gijiroku-viewer lang="en" src="/samples/${it}.txt"></gijiroku-viewer>`);
  }
  site = await start(pages);
});
after(() => site.close());

const open = (name = "bousai-gijigaiyo", options) => site.open(`/${name}`, options);
const press = async (tab, name) => (await button(tab, name)).click();
const pick = async (tab, name) => {
  const times = await tab.evaluate(() => window.heard.filter((it) => it.name === "minutes-filtered").length);
  const boxes = await tab.$$(">>> [part=person]");
  for (const it of boxes) if ((await it.isVisible()) && (await it.evaluate((it) => it.textContent)).includes(name)) await it.click();
  return heard(tab, "minutes-filtered", times + 1);
};
const speakers = (tab) => tab.$$eval(">>> [part=speech]", (all) => all.filter((it) => it.checkVisibility({ contentVisibilityAuto: false })).map((it) => it.querySelector("[part=name]")?.textContent ?? null));
const count = (tab, part) => tab.$$eval(`>>> [part=${part}]`, (all) => all.filter((it) => it.checkVisibility()).length);
const squeeze = (text) => text.replace(/[\s\u3000]+/g, "");
const settled = (tab) => tab.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))));

test("the head says which body, which meeting, when in both calendars, and where", async () => {
  const tab = await open();
  const head = squeeze(await tab.$eval(">>> [part=head]", (it) => it.innerText));
  for (const it of ["みなと市総合防災本部", "第5回会合議事概要", "2024年（令和6年）11月20日（水）", "災害対策室", "12名"]) assert.ok(head.includes(it), `${it} in ${head}`);
  await assertQuiet(tab);
  await tab.close();
});

test("the level of the heading is the page's to say", async () => {
  const tab = await open();
  assert.equal(await tab.$eval(">>> [part=title] :is(h1, h2, h3, h4, h5, h6)", (it) => it.localName), "h2");
  await tab.$eval("gijiroku-viewer", (it) => (it.headingLevel = 4));
  await tab.waitForSelector(">>> [part=title] h4");
  await tab.close();
});

for (const name of SAMPLES) {
  test(`all that is printed can be reached: ${name}`, async () => {
    const tab = await open(name);
    const shown = squeeze(await tab.$eval(">>> [part=minutes]", (it) => it.textContent));
    // Marks and brackets may be drawn as lists and headings are, and the title in its parts; every other word must be
    // there as it is printed, honorifics of the roster aside.
    const title = await tab.$eval("gijiroku-viewer", async (it) => (await it.document).meeting.title);
    const printed = (await sample(name)).match(/[\p{L}\p{N}]+/gu).filter((it) => !title.includes(it)).map((it) => it.replace(/君$/u, ""));
    assert.deepEqual(printed.filter((it) => !shown.includes(it)), []);
    await assertQuiet(tab);
    await tab.close();
  });
}

test("picking a person leaves their speeches, says so, and one press undoes it", async () => {
  const tab = await open();
  const all = await speakers(tab);
  const detail = await pick(tab, "大森 千景");
  assert.deepEqual({ ...detail, people: detail.people.length }, { people: 1, shown: 3, total: all.length });
  await settled(tab);
  assert.equal((await speakers(tab)).length, 3);
  assert.match(await tab.$eval(">>> [part=picked]", (it) => it.innerText), /大森 千景.*3 ?件.*13 ?件/s);
  assert.ok((await count(tab, "heading")) >= 5, "headings stay");
  await press(tab, "解除");
  await heard(tab, "minutes-filtered", 2);
  await settled(tab);
  assert.deepEqual(await speakers(tab), all);
  assert.equal(await count(tab, "picked"), 0);
  await assertQuiet(tab);
  await tab.close();
});

test("several persons are picked together, and keep the order of the meeting", async () => {
  const tab = await open();
  await pick(tab, "金城 俊");
  const { shown } = await pick(tab, "安西 光彦");
  assert.equal(shown, 2);
  await settled(tab);
  assert.deepEqual(await speakers(tab), ["安西", "金城"]);
  await tab.close();
});

test("a person under two labels is one person", async () => {
  const tab = await open("shigikai-kaigiroku");
  await pick(tab, "石　黒　由紀子");
  await settled(tab);
  const labels = await tab.$$eval(">>> [part=speech]", (all) => all.filter((it) => it.checkVisibility()).map((it) => it.querySelector("[part=speaker]").textContent));
  assert.ok(labels.length > 1 && labels.every((it) => it.includes("石黒由紀子")), labels.join());
  await tab.close();
});

test("what is hidden between opens in place", async () => {
  const tab = await open();
  await pick(tab, "金城 俊");
  await settled(tab);
  const others = await tab.$$(">>> [part=others]");
  assert.match(await others[1].evaluate((it) => it.textContent), /他の発言 ?\d+ ?件/);
  assert.equal(await others[1].evaluate((it) => it.ariaExpanded), "false");
  await others[1].click();
  await settled(tab);
  assert.equal(await others[1].evaluate((it) => it.ariaExpanded), "true");
  assert.ok((await speakers(tab)).length > 1);
  assert.equal((await heard(tab, "minutes-filtered")).shown, 1);
  await tab.close();
});

test("a section closes and opens by a press on its heading, and all do together", async () => {
  const tab = await open();
  const before = (await speakers(tab)).length;
  await press(tab, "(2) 討議");
  await settled(tab);
  assert.equal((await speakers(tab)).length, before - 10);
  await press(tab, "(2) 討議");
  await settled(tab);
  assert.equal((await speakers(tab)).length, before);
  await press(tab, "すべて閉じる");
  await settled(tab);
  assert.equal((await speakers(tab)).length, 0);
  await press(tab, "すべて開く");
  await settled(tab);
  assert.equal((await speakers(tab)).length, before);
  await tab.close();
});

test("what is closed is still found by the browser's own search", async () => {
  const tab = await open();
  await press(tab, "すべて閉じる");
  await settled(tab);
  assert.ok((await tab.$$(">>> [hidden=until-found]")).length > 0);
  await tab.close();
});

test("what is inferred is marked, and says why on request", async () => {
  const tab = await open();
  const tag = await tab.waitForSelector(">>> [part=tag]");
  assert.equal(await tag.evaluate((it) => it.textContent), "見出しから推定");
  assert.equal(await count(tab, "reason"), 0);
  await tag.click();
  const reason = await tab.waitForSelector(">>> [part=reason]");
  assert.match(await reason.evaluate((it) => it.innerText), /見出し/);
  assert.equal(await tag.evaluate((it) => it.ariaExpanded), "true");
  await tab.close();
});

test("a label that disagrees with the roster is marked", async () => {
  const tab = await open();
  const tags = await tab.$$eval(">>> [part=tag]", (all) => all.map((it) => `${it.closest("[part=speech]").querySelector("[part=name]").textContent}: ${it.textContent}`));
  assert.ok(tags.includes("西尾: 名簿と不一致"), tags.join());
  await tab.close();
});

test("selecting a speech tells its id and its place in the text", async () => {
  const tab = await open();
  const buttons = await tab.$$(">>> [part=select]");
  await buttons[1].click();
  const { speech, span } = await heard(tab, "minutes-selected");
  assert.equal(speech, "s2");
  const bytes = new TextEncoder().encode(await sample("bousai-gijigaiyo"));
  assert.match(new TextDecoder().decode(bytes.subarray(span.start, span.end)), /^○大森副市長（副本部長）\n[\s\S]*お願いする。$/);
  await tab.close();
});

test("the document is the JSON of what is shown", async () => {
  const tab = await open();
  const minutes = await tab.$eval("gijiroku-viewer", (it) => it.document);
  assert.equal(minutes.format, "gijiroku");
  assert.equal(minutes.version, 1);
  assert.equal(minutes.meeting.date, "2024-11-20");
  assert.equal(minutes.speeches.length, 13);
  assert.equal(minutes.speeches[0].inferred, true);
  await tab.close();
});

test("the outline leads to its section", async () => {
  const tab = await open();
  const entries = await tab.$$(">>> [part=outline] button");
  const last = entries.at(-1);
  assert.match(await last.evaluate((it) => it.textContent), /本部長締め括り挨拶/);
  await last.click();
  await tab.waitForFunction(() => {
    const headings = [...document.querySelector("gijiroku-viewer").shadowRoot.querySelectorAll("[part=heading]")];
    const { top, bottom } = headings.at(-1).getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  });
  await tab.close();
});

test("the keyboard alone is enough: reach a person, pick, undo, close a section", async () => {
  const tab = await open();
  const active = () => tab.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.closest("label, button")?.textContent ?? "");
  const reach = async (wanted) => {
    for (let presses = 0; presses < 60; presses++) {
      if ((await active()).includes(wanted)) return;
      await tab.keyboard.press("Tab");
    }
    assert.fail(`${wanted} cannot be reached`);
  };
  await reach("大森 千景");
  const ring = await tab.evaluate(() => {
    const { activeElement } = document.activeElement.shadowRoot;
    return [activeElement, activeElement.closest("label")].some((it) => it && getComputedStyle(it).outlineStyle !== "none");
  });
  assert.ok(ring, "focus is seen");
  await tab.keyboard.press(" ");
  assert.equal((await heard(tab, "minutes-filtered")).shown, 3);
  await reach("解除");
  await tab.keyboard.press("Enter");
  assert.equal((await heard(tab, "minutes-filtered", 2)).shown, 13);
  await tab.evaluate(() => document.querySelector("gijiroku-viewer").shadowRoot.querySelector("[part=tools] button").focus());
  await reach("討議");
  const before = (await speakers(tab)).length;
  await tab.keyboard.press("Enter");
  await settled(tab);
  assert.ok((await speakers(tab)).length < before);
  await tab.close();
});

test("a screen reader is told what the filter leaves", async () => {
  const tab = await open();
  const said = () => tab.$$eval(">>> [part=minutes] [role=status]", (all) => all.map((it) => it.textContent).join(" "));
  assert.equal((await said()).trim(), "");
  await pick(tab, "金城 俊");
  await settled(tab);
  assert.match(await said(), /金城 俊.*1 ?件/);
  await tab.close();
});

test("the words of the viewer are English where the page asks, those of the minutes stay Japanese", async () => {
  const tab = await open("bousai-gijigaiyo.en");
  await button(tab, "Open all");
  assert.match(await words(tab), /Inferred from heading/);
  assert.match(await words(tab), /本日はお忙しい中/);
  await tab.$eval("gijiroku-viewer", (it) => (it.lang = "ja"));
  await button(tab, "すべて開く");
  assert.equal((await tab.evaluate(() => window.heard)).filter((it) => it.name === "minutes-loaded").length, 1);
  await tab.close();
});

test("what the minutes print is text, never HTML", async () => {
  const tab = await site.open("/evil", { ready: false });
  await tab.$eval("gijiroku-viewer", (it, text) => (it.text = text), EVIL);
  await heard(tab, "minutes-loaded");
  await settled(tab);
  assert.ok((await words(tab)).includes("<img src=/evil.png onerror=alert(1)>"));
  assert.equal((await tab.$$(">>> [part=minutes] :is(img, b)")).length, 0);
  assert.ok(!tab.requested.includes("/evil.png"));
  await tab.close();
});

test("on a narrow screen the people are a sheet that filters, closes by Escape, and gives the focus back", async () => {
  const tab = await open("bousai-gijigaiyo", { width: 390, height: 844 });
  await press(tab, "発言者");
  await tab.waitForSelector(">>> dialog[open]");
  await assertAccessible(tab, "sheet open");
  await pick(tab, "安西 光彦");
  await assertNoSidewaysScroll(tab);
  await tab.keyboard.press("Escape");
  await tab.waitForFunction(() => !document.querySelector("gijiroku-viewer").shadowRoot.querySelector("dialog[open]"));
  assert.match(await tab.evaluate(() => document.activeElement.shadowRoot?.activeElement?.textContent ?? ""), /発言者/);
  assert.deepEqual(await speakers(tab), ["安西"]);
  await assertAccessible(tab, "narrow and filtered");
  await tab.close();
});

for (const name of SAMPLES) {
  test(`nothing is wider than 320 px, nor than half of 1280 px as at 200 %: ${name}`, async () => {
    for (const width of [320, 640]) {
      const tab = await open(name, { width });
      await assertNoSidewaysScroll(tab);
      await tab.close();
    }
  });
}

test("nothing is wider than 320 px, filtered or with a sheet open", async () => {
  const tab = await open("shigikai-kaigiroku", { width: 320, height: 640 });
  for (const name of ["発言者", "議事", "表示"]) {
    await press(tab, name);
    await tab.waitForSelector(">>> dialog[open]");
    await assertNoSidewaysScroll(tab);
    await tab.keyboard.press("Escape");
    await tab.waitForFunction(() => !document.querySelector("gijiroku-viewer").shadowRoot.querySelector("dialog[open]"));
  }
  await tab.close();
});

const STATES = {
  light: {},
  dark: { features: [{ name: "prefers-color-scheme", value: "dark" }] },
  "reduced motion": { features: [{ name: "prefers-reduced-motion", value: "reduce" }] },
  narrow: { width: 390, height: 844 },
};
for (const name of SAMPLES) {
  for (const [state, options] of Object.entries(STATES)) {
    test(`axe finds no fault: ${name}, ${state}`, async () => {
      const tab = await open(name, options);
      for (const it of options.features ?? []) assert.ok(await tab.evaluate((it) => matchMedia(`(${it.name}: ${it.value})`).matches, it), "the page is asked for it");
      await assertAccessible(tab, `${name}, ${state}`);
      await tab.close();
    });
  }
}

test("axe finds no fault: filtered, opened in place, explained, closed, selected, English", async () => {
  const tab = await open();
  await pick(tab, "大森 千景");
  await settled(tab);
  await assertAccessible(tab, "filtered");
  await (await tab.$(">>> [part=others]")).click();
  await settled(tab);
  await assertAccessible(tab, "others opened");
  await (await tab.waitForSelector(">>> [part=tag]")).click();
  await (await tab.$(">>> [part=select]")).click();
  await settled(tab);
  await assertAccessible(tab, "explained and selected");
  await press(tab, "名簿");
  await settled(tab);
  await assertAccessible(tab, "roster open");
  await press(tab, "すべて閉じる");
  await settled(tab);
  await assertAccessible(tab, "closed");
  await tab.$eval("gijiroku-viewer", (it) => {
    it.theme = "dark";
    it.lang = "en";
  });
  await button(tab, "Open all");
  await assertAccessible(tab, "English, dark by attribute");
  await tab.close();
});

test("in forced colours what is picked and what is focused can still be told", { skip: lacks("forced colours") }, async () => {
  const tab = await open("bousai-gijigaiyo", { features: [{ name: "forced-colors", value: "active" }] });
  await pick(tab, "大森 千景");
  await settled(tab);
  assert.equal(await tab.evaluate(() => matchMedia("(forced-colors: active)").matches), true);
  assert.ok(await tab.$eval(">>> [part=picked]", (it) => it.checkVisibility() && getComputedStyle(it).borderStyle !== "none"), "the strip of words has an edge");
  await assertAccessible(tab, "forced colours");
  await tab.close();
});

test("who spoke when and how much is drawn as a table, in the order of the roster unless asked, and follows the filter", async () => {
  const tab = await open();
  await press(tab, "発言の量と流れ");
  await settled(tab);
  const rows = () => tab.$$eval(">>> [part=pictures] tbody", ([it]) => [...it.rows].map((it) => [...it.cells].map((it) => it.textContent)));
  const all = await rows();
  assert.equal(all.length, 10);
  assert.deepEqual(all[0].slice(0, 1), ["大森 千景"]);
  const characters = all.map((it) => Number(it[2].replace(",", "")));
  const { paragraphs } = await tab.$eval("gijiroku-viewer", (it) => ({ paragraphs: [...it.shadowRoot.querySelectorAll("[part=speech] [part=paragraph]")].map((it) => it.textContent.replace(/\s/g, "").length) }));
  assert.equal(characters.reduce((a, b) => a + b), paragraphs.reduce((a, b) => a + b), "a reader counts the same");
  await assertAccessible(tab, "pictures");
  await press(tab, "字数の多い順に並べる");
  await settled(tab);
  const ranked = (await rows()).map((it) => Number(it[2].replace(",", "")));
  assert.deepEqual(ranked, [...characters].sort((a, b) => b - a));
  await tab.$$eval(">>> [part=pictures] .lane", (all) => {
    const { left, top, width } = all[0].querySelector("path").getBoundingClientRect();
    all[0].querySelector("path").dispatchEvent(new MouseEvent("click", { bubbles: true, composed: true, clientX: left + width / 2, clientY: top }));
  });
  await settled(tab);
  assert.match(await tab.evaluate(() => document.activeElement.shadowRoot.activeElement.id), /^speech-\d+$/);
  await tab.$$eval(">>> [part=pictures] tbody button", (all) => all.find((it) => it.textContent === "安西 光彦").click());
  await heard(tab, "minutes-filtered");
  await settled(tab);
  assert.deepEqual((await rows()).map((it) => it[0]), ["安西 光彦"]);
  await assertNoSidewaysScroll(tab);
  await tab.close();
});
