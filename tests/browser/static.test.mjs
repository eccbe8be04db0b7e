// The page of `gijiroku convert --to html`: without a script, under its own policy, and taken over by the viewer.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { after, before, test } from "node:test";
import { assertAccessible, heard, kind, sample, start } from "./harness.mjs";

const command = fileURLToPath(new URL("../../target/debug/gijiroku", import.meta.url));
const convert = (...more) => execFileSync(command, ["convert", fileURLToPath(new URL("../../www/samples/bousai-gijigaiyo.txt", import.meta.url)), "--to", "html", ...more], { encoding: "utf8" });
const html = (body) => ({ headers: { "content-type": "text/html; charset=utf-8" }, body });

let site;
before(async () => {
  site = await start({
    "/static.html": html(convert()),
    "/taken.html": html(convert("--src", "/minutes.txt", "--script", "/pkg/define.js")),
    "/blocked.html": { headers: { "content-type": "text/html; charset=utf-8", "content-security-policy": "default-src 'none'; script-src 'self'; connect-src 'self'" }, body: convert("--src", "/minutes.txt", "--script", "/pkg/define.js") },
    "/minutes.txt": { headers: { "content-type": "text/plain" }, body: await sample("bousai-gijigaiyo") },
  });
});
after(() => site.close());

test("the page has its style under its own policy, runs no script, and fetches nothing", async () => {
  const tab = await site.open("/static.html", { ready: null });
  assert.equal(await tab.$eval(".speech", (it) => getComputedStyle(it).borderInlineStartWidth), "3px");
  assert.deepEqual(await tab.evaluate(() => window.violations), []);
  assert.deepEqual(tab.requested.filter((it) => it !== "/favicon.ico"), ["/static.html"]);
});

test("the viewer takes over, and finds the same places", async () => {
  const still = await site.open("/static.html", { ready: null });
  const id = await still.$$eval(".speech", (all) => all[2].id);
  const tab = await site.open(`/taken.html#${id}`);
  assert.equal(await tab.$eval("gijiroku-viewer > article", (it) => it.checkVisibility()), false);
  assert.equal(await tab.evaluate(() => location.hash.slice(1)), id);
  assert.deepEqual(tab.troubles, []);
});

/** Whose speeches are seen: the value of each. */
const seen = (tab) => tab.$$eval(".speech", (all) => all.filter((it) => it.checkVisibility()).map((it) => it.className.split(" by-")[1]));

test("one speaker's speeches are picked without a script, and all come back", async () => {
  const tab = await site.open("/static.html", { ready: null });
  const all = await seen(tab);
  assert.ok(new Set(all).size > 2);
  await tab.$eval(".by > summary", (it) => it.click());
  const who = await tab.$eval(".by label:nth-child(2) input", (it) => (it.click(), { value: it.value, words: it.parentElement.textContent.trim().replace(/\s+/g, " ") }));
  const theirs = all.filter((it) => it === who.value);
  assert.deepEqual(await seen(tab), theirs);
  assert.ok(who.words.endsWith(` ${theirs.length}発言`), who.words);
  assert.ok(await tab.$$eval("details:not(.by, .source)", (them) => them.every((it) => it.checkVisibility() === [...it.querySelectorAll(".speech")].some((speech) => speech.checkVisibility()))));
  await assertAccessible(tab, "a static page with one speaker picked", { include: [["body"]] });
  await tab.$eval(".by [value=all]", (it) => it.click());
  assert.deepEqual(await seen(tab), all);
  assert.deepEqual(await tab.evaluate(() => window.violations), []);
});

test("a speaker is picked by keyboard, and paper says whose speeches these are", { skip: kind !== "chromium" && "needs a keyboard and paper of the debugger's" }, async () => {
  const tab = await site.open("/static.html", { ready: null });
  await tab.focus(".by > summary");
  for (const key of ["Enter", "Tab", "ArrowDown"]) await tab.keyboard.press(key);
  const value = await tab.$eval(".by input:checked", (it) => it.value);
  assert.notEqual(value, "all");
  assert.deepEqual([...new Set(await seen(tab))], [value]);
  await tab.emulateMediaType("print");
  assert.deepEqual(await tab.$$eval(".by label", (them) => them.filter((it) => getComputedStyle(it).display !== "none").map((it) => it.firstElementChild.value)), [value]);
});

test("where the policy forbids wasm, the page inside the element stays, and the reader is told what is missing", async () => {
  const tab = await site.open("/blocked.html", { ready: false });
  assert.equal((await heard(tab, "minutes-failed")).reason, "wasm-blocked");
  assert.equal(await tab.$eval("gijiroku-viewer > article", (it) => it.checkVisibility()), true);
  const told = await tab.$eval("gijiroku-viewer", (it) => ["failure", "text"].map((part) => it.shadowRoot.querySelector(`[part=${part}]`)).map((it) => it.checkVisibility() && it.textContent));
  assert.match(told[0], /^検索などの機能は使えません.*wasm-unsafe-eval/);
  assert.equal(told[1], false);
  await tab.$eval("details:not(.by) > summary", (it) => it.click());
  assert.equal(await tab.$eval("details:not(.by)", (it) => it.open), false);
});
