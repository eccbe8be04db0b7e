// The page of `gijiroku convert --to html`: without a script, under its own policy, and taken over by the viewer.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { after, before, test } from "node:test";
import { sample, start } from "./harness.mjs";

const command = fileURLToPath(new URL("../../target/debug/gijiroku", import.meta.url));
const convert = (...more) => execFileSync(command, ["convert", fileURLToPath(new URL("../../www/samples/bousai-gijigaiyo.txt", import.meta.url)), "--to", "html", ...more], { encoding: "utf8" });
const html = (body) => ({ headers: { "content-type": "text/html; charset=utf-8" }, body });

let site;
before(async () => {
  site = await start({
    "/static.html": html(convert()),
    "/taken.html": html(convert("--src", "/minutes.txt", "--script", "/pkg/define.js")),
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
