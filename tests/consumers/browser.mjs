// What every page must show, in Chromium.
import assert from "node:assert/strict";
import { assertQuiet, start, words } from "../browser/harness.mjs";
import { target } from "./project.mjs";

/** What each app is to find in its minutes, which are the same in all. */
export const LABELS = "○議長（高梨修君）○3番（小野寺薫君）○教育長（葛西緑君）";

let site;

/** Opens a page of another server, or one below target/, and checks it. @param {string} address @param {(tab: object) => Promise<void>} [more] */
export const opens = (address, more) =>
  visit(address, async (tab) => {
    await shows(tab);
    await more?.(tab);
  });

/** Opens a page, looks at it, and nothing goes wrong. @param {string} address @param {(tab: object) => Promise<void>} look */
export async function visit(address, look) {
  site ??= await start({}, { folders: { "/": `${target}/` } });
  const tab = await site.open(address);
  await look(tab);
  await assertQuiet(tab);
  await tab.close();
}

async function shows(tab) {
  const shown = await words(tab);
  assert.match(shown, /高梨修/);
  assert.match(shown, /市民図書館の夜間開館について伺います。/);
  const answer = await tab.waitForFunction(() => document.querySelector("output")?.textContent, { timeout: 15_000 });
  assert.deepEqual([...new Set((await answer.jsonValue()).split("\n"))], [LABELS], "what parse gives");
  // The module of the property `document`, and the code of the source, come late too.
  assert.equal(await tab.$eval("gijiroku-viewer", async (it) => (await it.document).speeches.length), 3);
  await tab.$eval("gijiroku-viewer", (it) => it.shadowRoot.querySelector("[part=desk-button]").click());
  await tab.waitForFunction(() => document.querySelector("gijiroku-viewer").shadowRoot.querySelector("[part=desk]").textContent.includes("○教育長"), { timeout: 15_000 });
}

export const stop = () => site?.close();
