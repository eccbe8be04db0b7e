// The pages for developers and for users of the data: what they tell is what the package has, and their examples run.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { assertAccessible, assertNoSidewaysScroll, assertQuiet, heard, start } from "./harness.mjs";

/** The compiler tells what the types hold, whatever our own reading of them makes of it. */
const ts = createRequire(new URL("../../pkg/package.json", import.meta.url))("typescript");
const manifest = JSON.parse(await readFile(new URL("../../pkg/custom-elements.json", import.meta.url), "utf8"));
const [element] = manifest.modules.map((it) => it.declarations?.[0]);

let site;
before(async () => {
  site = await start();
});
after(() => site.close());

async function open(path, more = {}) {
  const tab = await site.open(path, { ready: null, ...more });
  await tab.waitForFunction(() => document.documentElement.dataset.ready === "", { timeout: 15_000 });
  return tab;
}

const text = (tab, selector) => tab.$eval(selector, (it) => it.textContent);
const rows = (tab) => tab.$$eval("table", (all) => Object.fromEntries(all.map((it) => [it.dataset.of, it.tBodies[0].rows.length])));
const fill = (tab, selector, value) =>
  tab.$eval(selector, (it, value) => {
    it.value = value;
    it.dispatchEvent(new Event("input", { bubbles: true }));
  }, value);

/** How many names the types of a file have below each of them. */
async function counted(file) {
  const source = ts.createSourceFile(file, await readFile(new URL(`../../pkg/${file}`, import.meta.url), "utf8"), ts.ScriptTarget.Latest, true);
  const below = (node) => {
    let found = 0;
    const look = (it) => {
      if (ts.isPropertySignature(it)) found++;
      it.forEachChild(look);
    };
    node.forEachChild(look);
    return found;
  };
  const types = source.statements.filter((it) => (ts.isInterfaceDeclaration(it) || ts.isTypeAliasDeclaration(it)) && it.modifiers?.length);
  return Object.fromEntries(types.map((it) => [it.name.text, below(it) || (it.type && ts.isUnionTypeNode(it.type) ? it.type.types.length : 0)]));
}

for (const name of ["developer", "parser"]) {
  for (const lang of ["ja", "en"]) {
    test(`${name}.html is read in ${lang}, narrow and dark`, async () => {
      const tab = await open(`/${name}.html?lang=${lang}`);
      const other = lang === "ja" ? "en" : "ja";
      const left = await tab.evaluate((other) => [...document.querySelectorAll(`[lang=${other}]:not(.always)`)].filter((it) => it.checkVisibility()).map((it) => it.textContent), other);
      assert.deepEqual(left, []);
      const empty = await tab.$$eval("main td, main th, main pre code:not(#events-log)", (all) => all.filter((it) => !it.innerText.trim()).map((it) => it.parentElement.outerHTML));
      assert.deepEqual(empty, []);
      await assertAccessible(tab, name, { include: [["body"]] });
      await tab.$eval("input[name=theme][value=dark]", (it) => it.click());
      await tab.setViewport({ width: 320, height: 700 });
      await assertNoSidewaysScroll(tab);
      await assertAccessible(tab, `${name}, narrow and dark`, { include: [["body"]] });
      await assertQuiet(tab);
      await tab.close();
    });
  }

  test(`every link of ${name}.html within the page leads somewhere, and the language goes along`, async () => {
    const tab = await open(`/${name}.html?lang=en`);
    assert.deepEqual(await tab.$$eval("main a[href^='#']", (all) => all.map((it) => it.hash.slice(1)).filter((it) => !document.getElementById(it))), []);
    const nav = await tab.$$eval("nav.pages a", (all) => all.map((it) => ({ search: it.search, now: it.ariaCurrent, path: it.pathname })));
    assert.equal(nav.length, 5);
    assert.ok(nav.every((it) => it.search === "?lang=en"));
    assert.deepEqual(nav.filter((it) => it.now).map((it) => it.path), [`/${name}.html`]);
    await tab.close();
  });
}

test("the tables for developers have all that the package has", async () => {
  const tab = await open("/developer.html");
  const shown = await rows(tab);
  for (const list of ["attributes", "members", "events", "slots", "cssParts", "cssProperties"]) assert.equal(shown[list], element[list].length, list);
  const pack = JSON.parse(await readFile(new URL("../../pkg/package.json", import.meta.url), "utf8"));
  assert.equal(shown.entries, Object.keys(pack.exports).length);
  assert.equal(shown.failures, (await counted("index.d.ts")).FailureReason);
  assert.equal(shown.policies, JSON.parse(await readFile(new URL("../../www/policies.json", import.meta.url), "utf8")).length);
  assert.match(await text(tab, "table[data-of=failures]"), /wasm-blocked.*'wasm-unsafe-eval'/);
  await tab.close();
});

test("the tables of the data have every field of the types", async () => {
  const tab = await open("/parser.html");
  const shown = await rows(tab);
  const data = await counted("minutes.d.ts");
  const api = await counted("index.d.ts");
  assert.ok(Object.keys(data).length >= 20 && data.Speech > 25, JSON.stringify(data));
  for (const [name, count] of Object.entries(data)) assert.equal(shown[name], count, name);
  for (const name of Object.keys(shown).filter((it) => !(it in data))) assert.equal(shown[name], api[name], name);
  assert.ok("Correction" in shown && "ReadFile" in shown);
  await tab.close();
});

test("what is chosen becomes an attribute, and what is written a style", async () => {
  const tab = await open("/developer.html");
  await heard(tab, "minutes-loaded");
  await tab.select("select[name=lang]", "en");
  await tab.select("select[name=writing]", "vertical");
  assert.deepEqual(await tab.$eval("#viewer", (it) => [it.lang, it.writing]), ["en", "vertical"]);
  assert.equal(await text(tab, "#attributes-line"), `<gijiroku-viewer src="minutes.txt" writing="vertical" lang="en"></gijiroku-viewer>`);
  await tab.select("select[name=writing]", "");
  assert.equal(await tab.$eval("#viewer", (it) => it.writing), "horizontal");

  await fill(tab, "#style-css", "gijiroku-viewer { --gijiroku-ink: #800000 } gijiroku-viewer::part(speech) { margin-block-start: 77px } body { display: none } p, gijiroku-viewer { display: none }");
  const [ink, margin] = await tab.$eval("#viewer", (it) => [getComputedStyle(it).getPropertyValue("--gijiroku-ink").trim(), getComputedStyle(it.shadowRoot.querySelector("[part~=speech]")).marginBlockStart]);
  assert.deepEqual([ink, margin], ["#800000", "77px"]);
  assert.ok(await tab.$eval("#viewer", (it) => it.checkVisibility()));
  await assertQuiet(tab);
  await tab.close();
});

test("events are printed as they happen", async () => {
  const tab = await open("/developer.html");
  await heard(tab, "minutes-loaded");
  await tab.$eval("#viewer", (it) => it.shadowRoot.querySelector("[part~=person]").click());
  await tab.waitForFunction(() => /minutes-filtered \{"people":\["p\d+"\],"shown":1,"total":4\}/.test(document.getElementById("events-log").textContent), { timeout: 15_000 });
  await tab.close();
});

test("what is typed is read at once, as a tree, as JSON and line by line", async () => {
  const tab = await open("/parser.html");
  await tab.waitForFunction(() => document.getElementById("told").textContent === "発言 4、人物 3、指摘 0", { timeout: 15_000 });
  const requested = tab.requested.length;
  assert.match(await text(tab, "#result"), /"2025-05-14"/);
  await fill(tab, "#minutes", "○議長（山田太郎君）　開会します。\n<img src=x onerror=alert(1)>\n");
  await tab.waitForFunction(() => document.getElementById("told").textContent.startsWith("発言 1、人物 1"), { timeout: 15_000 });
  await tab.$eval("input[name=shape][value=json]", (it) => it.click());
  await tab.waitForSelector("#result pre");
  const document = JSON.parse(await text(tab, "#result pre"));
  assert.equal(document.speeches[0].personName, "山田太郎");
  await tab.$eval("input[name=shape][value=lines]", (it) => it.click());
  await tab.waitForSelector("#result .lines");
  assert.match(await text(tab, "#result .lines li"), /○議長（山田太郎君）.*発言/);
  assert.equal(await tab.$$eval("img", (all) => all.length), 0);
  assert.equal(tab.requested.length, requested, "nothing is fetched or sent while one types");
  await assertQuiet(tab);
  await tab.close();
});

test("a branch of the tree that was closed stays closed while one types", async () => {
  const tab = await open("/parser.html");
  const meeting = () => tab.$$eval("#result details details", (all) => all.find((it) => it.textContent.startsWith("meeting")).open);
  await tab.waitForSelector("#result details details");
  assert.equal(await meeting(), true);
  await tab.$$eval("#result details details", (all) => all.find((it) => it.textContent.startsWith("meeting")).querySelector("summary").click());
  await new Promise((done) => setTimeout(done, 100));
  await fill(tab, "#minutes", "○議長（山田太郎君）　開会します。\n");
  await tab.waitForFunction(() => document.getElementById("told").textContent.startsWith("発言 1"), { timeout: 15_000 });
  assert.equal(await meeting(), false);
  await tab.close();
});
