// The minutes that started the project, read in a browser. They are no part of the project: without them this is skipped.
import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { assertAccessible, assertNoSidewaysScroll, assertQuiet, file, heard, page, start, words } from "./harness.mjs";

const folder = new URL("../../../shared/seed/", import.meta.url);
const name = existsSync(folder) && readdirSync(folder).find((it) => it.endsWith(".txt"));

describe("the seed", { skip: !name && "the seed is not here" }, () => {
  let site;
  let gold;
  before(async () => {
    gold = JSON.parse(readFileSync(new URL("gold.json", folder), "utf8"));
    site = await start({
      "/seed.txt": file(readFileSync(new URL(name, folder))),
      "/seed": page(`<gijiroku-viewer src="/seed.txt"></gijiroku-viewer>`),
    });
  });
  after(() => site?.close());

  test("every speech is shown, under whom the gold names", async () => {
    const tab = await site.open("/seed");
    const minutes = await tab.$eval("gijiroku-viewer", (it) => it.document);
    assert.equal(minutes.speeches.length, gold.speeches.length);
    assert.equal((await tab.$$(">>> [part=speech]")).length, gold.speeches.length);
    // The gold names a label without its mark.
    assert.deepEqual(minutes.speeches.map((it) => it.label?.replace(it.mark, "") ?? null), gold.speeches.map((it) => it.label));
    await assertQuiet(tab);
    await tab.close();
  });

  test("each person can be picked, and is left with their speeches", async () => {
    const tab = await site.open("/seed");
    const people = await tab.$$(">>> [part=people] input");
    const minutes = await tab.$eval("gijiroku-viewer", (it) => it.document);
    for (const [idx, it] of people.entries()) {
      await it.evaluate((it) => it.click());
      const { people: picked, shown } = await heard(tab, "minutes-filtered", 2 * idx + 1);
      assert.equal(shown, minutes.speeches.filter((it) => it.person === picked[0]).length);
      await it.evaluate((it) => it.click());
      await heard(tab, "minutes-filtered", 2 * idx + 2);
    }
    assert.equal(people.length, new Set(minutes.speeches.map((it) => it.person)).size);
    await tab.close();
  });

  test("the publisher's people name the chair of the meeting", async () => {
    const tab = await site.open("/seed");
    await tab.$eval("gijiroku-viewer", (it) => (it.people = [{ name: "岸田 文雄", roles: ["本部長"] }]));
    await heard(tab, "minutes-loaded", 2);
    assert.match(await words(tab), /岸田 文雄/);
    await tab.close();
  });

  test("it passes axe, and fits in 320 px", async () => {
    const tab = await site.open("/seed");
    await assertAccessible(tab, "the seed");
    await tab.close();
    const narrow = await site.open("/seed", { width: 320 });
    await assertNoSidewaysScroll(narrow);
    await assertAccessible(narrow, "the seed at 320 px");
    await narrow.close();
  });
});
