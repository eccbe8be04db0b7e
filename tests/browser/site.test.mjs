// The pages that tell how to use it: in both languages, at every width, with lines that do what they say.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { assertAccessible, assertNoSidewaysScroll, assertQuiet, file, heard, page, sample, start, words } from "./harness.mjs";

let site;

before(async () => {
  const text = file(await sample("bousai-gijigaiyo"));
  site = await start({ "/minutes.txt": text, "/made": () => made });
});
after(() => site.close());

/** The page that holds the lines which were made last. */
let made;
const lines = (tab) => tab.$eval("#lines", (it) => it.textContent);
const choose = (tab, how) => tab.$eval(`input[name=how][value=${how}]`, (it) => it.click());
const fill = (tab, name, value) =>
  tab.$eval(`[name=${name}]`, (it, value) => {
    it.value = value;
    it.dispatchEvent(new Event("input", { bubbles: true }));
  }, value);

const PAGES = ["embed", "news", "developer", "parser"];
for (const [name, lang] of PAGES.flatMap((it) => [[it, "ja"], [it, "en"]])) {
  test(`${name}.html is read in ${lang}, narrow and dark`, async () => {
    const tab = await site.open(`/${name}.html?lang=${lang}`, { ready: name === "parser" ? null : "loaded" });
    await tab.waitForFunction(() => document.readyState === "complete");
    assert.equal(await tab.evaluate(() => document.documentElement.lang), lang);
    const links = await tab.$$eval("nav.pages a", (all) => all.map((it) => it.href));
    assert.equal(links.length, PAGES.length + 1);
    for (const it of links) assert.equal(await tab.evaluate(async (it) => (await fetch(it)).status, it), 200, it);
    await assertAccessible(tab, `${name}.html`, { include: [["body"]] });
    await tab.$eval("input[name=theme][value=dark]", (it) => it.click());
    await assertAccessible(tab, `${name}.html, dark`, { include: [["body"]] });
    await tab.setViewport({ width: 320, height: 700 });
    await assertNoSidewaysScroll(tab);
    await assertQuiet(tab);
    await tab.close();
  });
}

test("each page speaks one language at a time", async () => {
  for (const name of ["embed", "news"]) {
    for (const [lang, other] of [["ja", "en"], ["en", "ja"]]) {
      const tab = await site.open(`/${name}.html?lang=${lang}`);
      const left = await tab.evaluate((other) => [...document.querySelectorAll(`[lang=${other}]:not(.always)`)].filter((it) => it.checkVisibility()).map((it) => it.textContent), other);
      assert.deepEqual(left, [], name);
      await tab.close();
    }
  }
});

test("what is picked becomes the card, with the lines that make it", async () => {
  const tab = await site.open("/news.html");
  await heard(tab, "minutes-loaded", 2);
  await tab.$eval("#viewer", (it) => it.shadowRoot.querySelectorAll("[part=select]")[4].click());
  await tab.waitForFunction(() => /show="s5-/.test(document.getElementById("lines").textContent), { timeout: 15_000 });
  const said = await tab.$eval("#viewer", (it) => it.shadowRoot.querySelector("#speech-4 [part=paragraph]").textContent);
  await tab.waitForFunction((said) => document.getElementById("card").shadowRoot.querySelector("[part=quote]")?.textContent.includes(said), { timeout: 15_000 }, said);
  await assertQuiet(tab);
  await tab.close();
});

test("the lines that it makes show the minutes", async () => {
  const tab = await site.open("/embed.html");
  await fill(tab, "folder", "/pkg");
  await fill(tab, "src", "/minutes.txt");
  await fill(tab, "level", "3");
  await heard(tab, "minutes-loaded", 2);
  made = page(await lines(tab), { csp: "" });
  const of = await site.open("/made");
  assert.match(await words(of), /みなと市総合防災本部/);
  assert.equal(await of.$eval("gijiroku-viewer", (it) => it.headingLevel), 3);
  await of.close();

  await choose(tab, "frame");
  made = { headers: { "content-type": "text/html" }, body: `<!doctype html><meta charset="utf-8"><title>framed</title>${await lines(tab)}` };
  const framed = await site.open("/made", { ready: null });
  await framed.waitForFunction(() => document.querySelector("iframe").contentDocument?.querySelector("gijiroku-viewer")?.shadowRoot.querySelector("[part=speech]"), { timeout: 15_000 });
  await framed.waitForFunction(() => document.querySelector("iframe").clientHeight !== 600, { timeout: 15_000 });
  await framed.close();

  await choose(tab, "card");
  await tab.$eval("gijiroku-viewer", (it) => it.shadowRoot.querySelectorAll("[part=select]")[3].click());
  await tab.waitForFunction(() => /show="s4-/.test(document.getElementById("lines").textContent), { timeout: 15_000 });
  made = page(await lines(tab), { csp: "" });
  const card = await site.open("/made");
  assert.ok(await card.$eval("gijiroku-viewer", (it) => it.shadowRoot.querySelector("[part=card]") !== null));
  await card.close();

  await choose(tab, "static");
  await fill(tab, "src", "第5回 議事録.txt");
  assert.equal(await lines(tab), "gijiroku convert '第5回 議事録.txt' --to html -o minutes.html");
  await tab.close();
});

for (const altered of [false, true]) {
  test(`the lines with sums show the minutes under a policy, ${altered ? "and run nothing that was altered" : "where nothing was altered"}`, async () => {
    const tab = await site.open("/embed.html");
    await fill(tab, "folder", "/pkg");
    await fill(tab, "src", "/minutes.txt");
    await tab.$eval("[name=sums]", (it) => it.click());
    await tab.waitForFunction(() => document.getElementById("lines").textContent.includes("/pkg/load.js") && document.getElementById("policy").textContent.includes("sha256-"), { timeout: 15_000 });
    const policy = await tab.$eval("#policy", (it) => it.textContent);
    const html = altered ? (await lines(tab)).replace(/("\/pkg\/load\.js": "sha384-).{8}/, "$1AAAAAAAA") : await lines(tab);
    made = { headers: { "content-type": "text/html", ...(!altered && { "content-security-policy": policy }) }, body: `<!doctype html><meta charset="utf-8"><title>summed</title>${html}` };
    const summed = await site.open("/made", { ready: altered ? null : "loaded" });
    if (altered) assert.equal(await summed.evaluate(() => customElements.get("gijiroku-viewer") === undefined), true);
    else assert.match(await words(summed), /みなと市総合防災本部/);
    if (!altered) await assertQuiet(summed);
    await choose(tab, "frame");
    assert.match(await lines(tab), /frame-host\.js" integrity="sha384-/);
    await summed.close();
    await tab.close();
  });
}

test("what is typed never becomes markup", async () => {
  const tab = await site.open("/embed.html");
  await fill(tab, "words", `"><img src=x onerror=alert(1)>`);
  await fill(tab, "corrections", `a"b<c`);
  const html = await lines(tab);
  assert.ok(!html.includes("<img") && html.includes("a&quot;b&lt;c"), html);
  assert.equal(await tab.evaluate(() => document.querySelectorAll("img").length), 0);
  await tab.close();
});

test("the language goes along from page to page", async () => {
  const tab = await site.open("/embed.html?lang=en");
  assert.match(await tab.$eval("nav.pages a:first-child", (it) => it.href), /\?lang=en$/);
  await tab.$eval("nav.pages a:first-child", (it) => it.click());
  await tab.waitForFunction(() => location.pathname === "/" && document.documentElement.lang === "en", { timeout: 15_000 });
  await tab.close();
});
