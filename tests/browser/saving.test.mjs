// The menu of forms: what it saves is what the command writes, byte for byte, and it is a dialog like any other.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { assertAccessible, assertNoSidewaysScroll, file, kind, page, sample, start } from "./harness.mjs";

const FORMS = ["json", "jsonl", "csv", "md", "txt", "akn", "tei", "popolo", "jsonld", "kokkai"];
const program = fileURLToPath(new URL("../../target/debug/gijiroku", import.meta.url));
const minutes = fileURLToPath(new URL("../../www/samples/shigikai-kaigiroku.txt", import.meta.url));
const debate = fileURLToPath(new URL("../inputs/tei_english.xml", import.meta.url));
const command = (path, ...more) => execFileSync(program, ["convert", path, "--lang", "ja", ...more], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });

let site;
before(async () => {
  site = await start({
    "/minutes.txt": file(await sample("shigikai-kaigiroku")),
    "/sitting.xml": { headers: { "content-type": "application/xml" }, body: execFileSync("cat", [debate]) },
    "/v": page(`<gijiroku-viewer src="/minutes.txt"></gijiroku-viewer>`),
    "/d": page(`<gijiroku-viewer src="/sitting.xml"></gijiroku-viewer>`),
  });
});
after(() => site.close());

const within = (tab, work, ...more) => tab.$eval("gijiroku-viewer", work, ...more);

/** Opens the menu, and waits for it. */
async function menu(tab) {
  await within(tab, (it) => it.shadowRoot.querySelector("[part=save]").click());
  await tab.waitForFunction(() => document.querySelector("gijiroku-viewer").shadowRoot.querySelector("dialog[part=save-menu]")?.open, { timeout: 15_000 });
}

/** What a form gives: its name, its type and its text. */
async function saved(tab, form) {
  await tab.evaluate(() => {
    window.called = window.blob = undefined;
    URL.createObjectURL = (blob) => ((window.blob = blob), "blob:none");
    HTMLAnchorElement.prototype.click = function () {
      window.called = this.download;
    };
  });
  await menu(tab);
  await within(tab, (it, form) => it.shadowRoot.querySelector(`[part=save-form][value=${form}]`).click(), form);
  await tab.waitForFunction(() => window.called, { timeout: 15_000 });
  return tab.evaluate(async () => ({ name: window.called, type: window.blob.type, text: new TextDecoder("utf-8", { ignoreBOM: true }).decode(await window.blob.arrayBuffer()) }));
}

/** The name of the file stands in tables, and differs by right. */
const nameless = (text, name) => text.replaceAll(JSON.stringify(name), '""').replaceAll(`${name},`, ",");

test("each form is what the command writes", async () => {
  const tab = await site.open("/v");
  for (const form of FORMS) {
    const { name, type, text } = await saved(tab, form);
    const title = name.slice(0, name.indexOf(".", name.indexOf("2025-")));
    assert.match(title, /^みなと市議会 .* 2025-03-06$/);
    assert.match(type, /;charset=utf-8$/);
    assert.equal(nameless(text, title), nameless(command(minutes, "--to", form), minutes), form);
  }
  assert.deepEqual(await tab.evaluate(() => window.violations), []);
});

test("a debate is saved as its mark-up says, and its JSON is read back", async () => {
  const tab = await site.open("/d");
  for (const form of ["akn", "tei", "json"]) assert.equal((await saved(tab, form)).text, command(debate, "--to", form), form);
});

test("with one speaker picked, theirs alone are saved where that is asked for", async () => {
  const tab = await site.open("/v");
  await within(tab, (it) => it.shadowRoot.querySelector("[part~=person] input").click());
  await menu(tab);
  const name = await within(tab, (it) => {
    const label = it.shadowRoot.querySelector("[part=save-menu] label");
    label.querySelector("input").click();
    return label.textContent.replace("の発言だけにする（CSV・Markdown）", "");
  });
  await tab.evaluate(() => {
    URL.createObjectURL = (blob) => ((window.blob = blob), "blob:none");
    HTMLAnchorElement.prototype.click = function () {
      window.called = this.download;
    };
  });
  await within(tab, (it) => it.shadowRoot.querySelector("[part=save-form][value=md]").click());
  await tab.waitForFunction(() => window.called, { timeout: 15_000 });
  assert.equal(await tab.evaluate(() => window.blob.text()), command(minutes, "--to", "md", "--speaker", name));
});

test("with one speaker picked, all is saved where no less is asked for", async () => {
  const tab = await site.open("/v");
  await within(tab, (it) => it.shadowRoot.querySelector("[part~=person] input").click());
  assert.equal((await saved(tab, "md")).text, command(minutes, "--to", "md"));
});

test("the menu is named, fits a phone, closes by key and button, and gives the focus back", async () => {
  const tab = await site.open("/v", { width: 320 });
  await within(tab, (it) => it.shadowRoot.querySelector("[part=save]").focus());
  await menu(tab);
  await assertNoSidewaysScroll(tab);
  await assertAccessible(tab, "the menu of forms");
  const inside = await within(tab, (it) => {
    const box = it.shadowRoot.querySelector("[part=save-menu]").getBoundingClientRect();
    return box.left >= 0 && box.right <= innerWidth && box.top >= 0 && box.bottom <= innerHeight;
  });
  assert.ok(inside, "the menu is within the window");
  const there = () => within(tab, (it) => it.shadowRoot.querySelector("[part=save-menu]") !== null);
  await within(tab, (it) => it.shadowRoot.querySelector("[part=save-menu] button").click());
  await tab.waitForFunction(() => !document.querySelector("gijiroku-viewer").shadowRoot.querySelector("[part=save-menu]"), { timeout: 5000 });
  assert.equal(await within(tab, (it) => it.shadowRoot.activeElement?.getAttribute("part")), "save");
  if (kind === "chromium") {
    await menu(tab);
    await tab.keyboard.press("Escape");
    await tab.waitForFunction(() => !document.querySelector("gijiroku-viewer").shadowRoot.querySelector("[part=save-menu]"), { timeout: 5000 });
  }
  assert.equal(await there(), false);
});
