// Files that are no plain text: what the package takes them for is what the command takes them for, case by case.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { decode } from "../../pkg/decode.js";
import { take } from "../../pkg/forms/take.js";
import { assertAccessible, assertQuiet, heard, page, shown, start, words } from "./harness.mjs";

const cases = new URL("../inputs/", import.meta.url);
const names = readdirSync(cases).filter((it) => !it.endsWith(".snap"));

/** A snapshot of tests/inputs.rs, without its head. */
const snapshot = (name) => JSON.parse(readFileSync(new URL(`${name}.snap`, cases), "utf8").replace(/^---\n[^]*?\n---\n/, ""));

for (const name of names) {
  test(`the package and the command read the same: ${name}`, () => {
    const { form, meetings } = take(decode(new Uint8Array(readFileSync(new URL(name, cases)))).text);
    const people = (list) => list.map(({ name, roles, reading, group, position }) => [name, roles, reading, group, position]);
    assert.deepEqual({ form, meetings: meetings.map((it) => ({ ...it, text: it.text.split("\n"), people: people(it.people) })) }, snapshot(name));
  });
}

let site;
before(async () => {
  const at = (name, type) => ({ headers: { "content-type": type }, body: readFileSync(new URL(name, cases)) });
  site = await start({
    "/page.html": at("page_of_a_ministry.html", "text/html"),
    "/cp932.html": at("cp932_with_meta.htm", "text/plain"),
    "/answer.xml": at("diet_meetings.xml", "application/xml"),
    "/list.json": at("speeches_by_day.json", "application/json"),
    "/plain.txt": { headers: { "content-type": "text/plain" }, body: "○議長（高梨修君）　これより会議を開きます。\n" },
    ...Object.fromEntries(["page.html", "cp932.html", "answer.xml", "list.json", "plain.txt"].map((it) => [`/of-${it}`, page(`<gijiroku-viewer src="/${it}"></gijiroku-viewer>`)])),
  });
});
after(() => site.close());

for (const [name, form, speech, note] of [
  ["page.html", "html", /埠頭の利用は増えています/, /HTMLのページから.*本文でないとみた76字は除いています。$/],
  ["cp932.html", "html", /①髙崎地区の件/, /HTMLのページから、本文を読み取りました。$/],
  ["answer.xml", "diet-xml", /港湾委員会を開会いたします/, /国会会議録検索システム.*ほかに1件の会議があります（参議院 港湾委員会 第2号 2023-10-31）/],
  ["list.json", "speeches-json", /臨時議長を御紹介します/, /発言を並べたデータ.*ほかに1件/],
]) {
  test(`src may lead to ${name}, under the strict policy`, async () => {
    const tab = await site.open(`/of-${name}`);
    const detail = await heard(tab, "minutes-loaded");
    assert.equal(detail.form, form);
    assert.match(await words(tab), speech);
    assert.match(await tab.$eval("gijiroku-viewer", (it) => it.shadowRoot.querySelector("[part=input]").textContent), note);
    await tab.$eval("gijiroku-viewer", (it) => (it.lang = "en"));
    await tab.waitForFunction(() => /^Read from/.test(document.querySelector("gijiroku-viewer").shadowRoot.querySelector("[part=input]").textContent));
    await assertAccessible(tab, name);
    await assertQuiet(tab);
    await tab.close();
  });
}

test("the document tells who was supplied, and the record's own fields", async () => {
  const tab = await site.open("/of-answer.xml");
  const document = await tab.$eval("gijiroku-viewer", (it) => it.document);
  assert.deepEqual([document.people[0].name, document.people[0].reading, document.people[0].politicalGroup], ["空野　　弘", "そらのひろし", "青空会"]);
  assert.equal(document.diagnostics[0].code, "G402");
  assert.equal(document.record.speeches[2].speechURL, "https://example.invalid/txt/129915254X00320231107/2");
  await tab.close();
});

test("a page with plain text asks for none of this, and shows no note", async () => {
  const tab = await site.open("/of-plain.txt");
  assert.deepEqual(tab.requested.filter((it) => it.includes("/forms/")), []);
  assert.equal(await shown(tab, "input"), false);
  await tab.close();
});

test("a file of a reader may be a page", async () => {
  const tab = await site.open("/of-plain.txt");
  await tab.$eval("gijiroku-viewer", (it) => (it.file = new File(["<!doctype html><p>○会長（丹羽敬吾君）　閉会いたします。"], "own.html", { type: "text/html" })));
  await heard(tab, "minutes-loaded", 2);
  assert.match(await words(tab), /閉会いたします。/);
  await tab.$eval("gijiroku-viewer", (it) => (it.text = "<p>○会長　文字のまま。"));
  await heard(tab, "minutes-loaded", 3);
  assert.match(await words(tab), /<p>○会長　文字のまま。/);
  assert.equal(await shown(tab, "input"), false);
  await tab.close();
});
