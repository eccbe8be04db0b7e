// Files that are no plain text: what the package takes them for is what the command takes them for, case by case.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { decode } from "../../pkg/decode.js";
import * as debate from "../../pkg/forms/debate.js";
import { language } from "../../pkg/forms/marked.js";
import { take as taken } from "../../pkg/forms/take.js";
import { read } from "../../pkg/node.js";
import { assertAccessible, assertQuiet, heard, page, shown, start, words } from "./harness.mjs";

const cases = new URL("../inputs/", import.meta.url);
const names = readdirSync(cases).filter((it) => !it.endsWith(".snap"));

const take = (text) => taken(text, debate);

/** A snapshot of tests/inputs.rs, without its head. */
const snapshot = (name) => JSON.parse(readFileSync(new URL(`${name}.snap`, cases), "utf8").replace(/^---\n[^]*?\n---\n/, ""));

for (const name of names) {
  test(`the package and the command read the same: ${name}`, async () => {
    const bytes = new Uint8Array(readFileSync(new URL(name, cases)));
    const { form, meetings } = /\.(pdf|docx)$/.test(name) ? await read(bytes) : take(decode(bytes).text);
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
    "/sitting.tei": at("tei_english.xml", "application/xml"),
    "/sitting.akn": at("akn_japanese.xml", "application/xml"),
    "/entity.xml": { headers: { "content-type": "application/xml" }, body: '<!DOCTYPE TEI [<!ENTITY x SYSTEM "/secret.txt">]><TEI><text><body><p>&x;</p></body></text></TEI>' },
    "/plain.txt": { headers: { "content-type": "text/plain" }, body: "○議長（高梨修君）　これより会議を開きます。\n" },
    ...Object.fromEntries(["page.html", "cp932.html", "answer.xml", "list.json", "plain.txt", "sitting.tei", "sitting.akn", "entity.xml"].map((it) => [`/of-${it}`, page(`<gijiroku-viewer src="/${it}"></gijiroku-viewer>`)])),
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

test("a debate in any language is shown as its mark-up says, under the strict policy", async () => {
  const tab = await site.open("/of-sitting.tei");
  const { form, speeches, sections } = await heard(tab, "minutes-loaded");
  assert.deepEqual({ form, speeches, sections }, { form: "tei", speeches: 4, sections: 1 });
  const drawn = await tab.$eval("gijiroku-viewer", (it) => {
    const root = it.shadowRoot;
    const all = (selector) => [...root.querySelectorAll(selector)];
    return {
      heads: all("article header").map((head) => head.textContent.replace(/\s+/g, " ").trim()),
      langs: [...new Set(all("#text, hgroup, .person-name").map((words) => words.lang))],
      people: all(".person-name").map((words) => words.textContent),
      note: root.querySelector("[part=input]").textContent,
    };
  });
  assert.match(drawn.heads[0], /The Presiding Officer \(Jane Doe\):/);
  assert.deepEqual(drawn.langs, ["en"]);
  assert.deepEqual(drawn.people.slice(0, 2), ["Jane Doe", "Sam Roe"]);
  assert.equal(drawn.note, "TEI のマークアップのとおりに示しています。");
  const { document, text } = await tab.$eval("gijiroku-viewer", async (it) => ({ document: await it.document, text: it.text }));
  assert.deepEqual(document.speeches.map((it) => [it.personName, it.certainty]), [["Jane Doe", "stated"], ["Sam Roe", "stated"], [null, "unknown"], [null, "inferred"]]);
  assert.equal(text, snapshot("tei_english.xml").meetings[0].text.join("\n"));
  await assertAccessible(tab, "a debate in English");
  await assertQuiet(tab);
  await tab.close();
});

test("the source of a debate is shown line by line, and the text alone is read from its words", async () => {
  const tab = await site.open("/of-sitting.akn");
  await heard(tab, "minutes-loaded");
  await tab.$eval("gijiroku-viewer", (it) => it.shadowRoot.querySelector("[part~=desk-button]").click());
  await tab.waitForFunction(() => /○議長（高梨修君）/.test(document.querySelector("gijiroku-viewer").shadowRoot.querySelector(".desk-lines, [part~=desk]")?.textContent ?? ""));
  const people = await tab.$eval("gijiroku-viewer", async (it) => {
    const { text, marked } = (await (await import("/pkg/index.js")).read(new TextEncoder().encode(await (await fetch("/sitting.akn")).text()))).meetings[0];
    const { parse } = await import("/pkg/index.js");
    const of = (document) => document.speeches.map((speech) => document.people.find((person) => person.id === speech.person)?.supplied ?? null);
    const told = await parse(text, { marked, people: [{ name: "高梨修", roles: [], reading: "たかなし おさむ" }] });
    return { marked: of(await parse(text, { marked })), words: of(await parse(text)), reading: told.people[0].reading };
  });
  // Whom the page names is told more of, and nobody is named by it.
  assert.deepEqual(people, { marked: [true], words: [false], reading: "たかなし おさむ" });
  await tab.close();
});

test("a file that names others is refused in a sentence, and nothing is asked for", async () => {
  const tab = await site.open("/of-entity.xml", { ready: false });
  assert.equal((await heard(tab, "minutes-failed")).reason, "xml");
  assert.match(await tab.$eval("gijiroku-viewer", (it) => it.shadowRoot.textContent), /XMLのファイルを議事録として読めませんでした（<!DOCTYPE> 1:）。/);
  assert.deepEqual(tab.requested.filter((it) => it.includes("secret")), []);
  await tab.close();
});

for (const [why, xml] of [
  ["<!ENTITY> 1:", "<TEI><text><body><p>&ouml;</p></body></text></TEI>"],
  ["<xi:include> 1:", '<teiCorpus xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="a.xml"/></teiCorpus>'],
  ["> 200 / 8000000 1:", `<TEI><text>${"<div>".repeat(100_000)}${"</div>".repeat(100_000)}</text></TEI>`],
  ["XML 1.0 3:", "<TEI>\n<text>\n</TEI>"],
  ["XML 1.0 1:", '<TEI a="1" a="2"/>'],
  ["XML 1.0 1:", "<TEI>&#0;</TEI>"],
  ["<debate> <TEI>", "<akomaNtoso><act/></akomaNtoso>"],
]) {
  test(`a debate that is not to be read says why: ${why} ${xml.slice(0, 30)}`, () => assert.throws(() => take(xml), { message: why }));
}

test("debates as we write them are read by the package as by the command, for every sample of the demo", async () => {
  const program = fileURLToPath(new URL("../../target/debug/gijiroku", import.meta.url));
  const run = (file, to) => execFileSync(program, ["convert", file, "--to", to], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  const samples = new URL("../../www/samples/", import.meta.url);
  const folder = await mkdtemp(join(tmpdir(), "gijiroku-debates-"));
  const texts = readdirSync(samples).filter((it) => it.endsWith(".txt"));
  assert.ok(texts.length >= 5);
  for (const form of ["akn", "tei"]) {
    for (const name of texts) {
      const path = join(folder, `${name}.xml`);
      writeFileSync(path, run(fileURLToPath(new URL(name, samples)), form));
      const { text, marked } = JSON.parse(run(path, "json"));
      const [meeting] = take(readFileSync(path, "utf8")).meetings;
      assert.deepEqual({ text: meeting.text, marked: meeting.marked }, { text, marked }, path);
    }
  }
  await rm(folder, { recursive: true });
});

test("the package and the command have the same codes of languages", () => {
  const table = readFileSync(new URL("../../src/text/language.rs", import.meta.url), "utf8");
  const codes = [...table.matchAll(/\("([a-z]{2})", "([a-z]{3})"\)/g)];
  assert.ok(codes.length > 40);
  for (const [, tag, code] of codes) assert.equal(language(code), tag);
  assert.deepEqual(["en-GB", "xyz", "und", "", undefined, "a b"].map(language), ["en-GB", "xyz", "", "", "", ""]);
});

test("words about mark-up are no mark-up", () => {
  for (const text of ["議事録\n<TEI> とは何か。", "【委員】　<akomaNtoso を使う。"]) assert.equal(take(text).form, "text");
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
