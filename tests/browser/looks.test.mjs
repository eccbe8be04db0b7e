// The screens as they are meant to look: each is compared with the picture of it in looks/.
// `LOOKS=keep node tests/browser/run.mjs looks` keeps the screens as they are now; look at them before you commit them.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { file, page, sample, settled, start } from "./harness.mjs";

const KEPT = new URL("./looks/", import.meta.url);
const SEEN = new URL("../../target/looks/", import.meta.url);
/** One cell of a comparison is so many pixels wide and high: letters of another release of a face may differ, lines and colours may not. */
const CELL = 16;
/** How far a cell may be off, of 255, and how many cells may be further off, of a thousand. */
const [FAR, FEW] = [24, 15];

const WIDE = { width: 1280, height: 900 };
const NARROW = { width: 390, height: 844 };
const inside = (tab, work) => tab.$eval("gijiroku-viewer", new Function("it", `return (${work})(it.shadowRoot)`));
const press = (selector) => (tab) => inside(tab, `(root) => root.querySelector(${JSON.stringify(selector)}).click()`);
const element = (attributes = "", name = "shigikai-kaigiroku") => `<gijiroku-viewer src="/${name}.txt" ${attributes}></gijiroku-viewer>`;
const drawn = (tab) => tab.waitForFunction(() => document.querySelector("gijiroku-viewer").shadowRoot.querySelector("#line-1"));

/** @type {Record<string, { body: string, lang?: string, size: object, open?: object, then?: (tab: any) => Promise<unknown> }>} */
const SCREENS = {
  "wide-light": { body: element(), size: WIDE },
  "wide-dark": { body: element(`theme="dark"`), size: WIDE },
  "narrow-light": { body: element("", "bousai-gijigaiyo"), size: NARROW },
  "narrow-dark-english": { body: element(`theme="dark"`), lang: "en", size: NARROW },
  "narrow-text": { body: element(), size: NARROW, then: (tab) => inside(tab, `(root) => root.querySelector("[part=speech]").scrollIntoView()`) },
  "narrow-people": { body: element(), size: NARROW, then: press(".bar button:nth-child(2)") },
  "narrow-picked": { body: element("", "bousai-gijigaiyo"), size: NARROW, then: picked },
  "narrow-large": { body: element(), size: NARROW, then: larger },
  "narrow-plain": { body: element("", "list"), size: NARROW },
  "wide-search": { body: element(), size: WIDE, then: (tab) => search(tab, "条例") },
  "wide-pictures": { body: element("", "bousai-gijigaiyo"), size: WIDE, then: press("[aria-controls=pictures]") },
  "wide-corrections": { body: element(`corrections="/seigo.json"`), size: WIDE },
  "wide-vertical": { body: element(`writing="vertical"`), size: WIDE },
  "narrow-card": { body: element(`show="s3"`), size: NARROW },
  "wide-desk": { body: element(`show="source"`), size: WIDE, then: drawn },
  "narrow-desk-dark": { body: element(`show="source" theme="dark"`), lang: "en", size: NARROW, then: drawn },
  "narrow-failure": { body: element("", "nowhere"), size: NARROW, open: { ready: "failed" } },
  "wide-forced": { body: element(), size: WIDE, open: { features: [{ name: "forced-colors", value: "active" }] } },
};

/** One person picked, and one of their speeches. */
async function picked(tab) {
  await press("[part=person] input")(tab);
  await press("#speech-3 [part=select]")(tab);
  await inside(tab, `(root) => root.querySelector("[part=picked]").scrollIntoView()`);
}

async function larger(tab) {
  for (let presses = 0; presses < 3; presses += 1) await inside(tab, `(root) => [...root.querySelectorAll("[part=tools] button")].find((it) => it.textContent.startsWith("文字の大きさ")).click()`);
  await tab.waitForFunction(() => document.querySelector("gijiroku-viewer").shadowRoot.querySelector(".size-3"));
  await inside(tab, `(root) => root.querySelector("#heading-0").scrollIntoView()`);
}

async function search(tab, words) {
  await inside(tab, `(root) => root.querySelector("#search").focus()`);
  await tab.keyboard.type(words);
  await tab.waitForFunction(() => document.querySelector("gijiroku-viewer").shadowRoot.querySelector(".hits"));
}

const hasFace = () => {
  try {
    return execFileSync("fc-list", [":family"], { encoding: "utf8" }).includes("Noto Sans CJK JP");
  } catch {
    return false;
  }
};
const skip = hasFace() || process.env.CI ? false : "the pictures were made with the face Noto Sans CJK JP, which is not here";
let site;

before(async () => {
  const pages = { "/seigo.json": file(JSON.stringify([{ printed: "４番、江藤さやか君。", correct: "４番、江藤さやか議員。", reason: "誤植のため。", date: "2026-01-05" }, { printed: "どこにもない語", correct: "" }]), "application/json") };
  pages["/list.txt"] = file("りんごを三つ、玉ねぎを一つ、牛乳を一本。\n帰りに郵便局に寄る。\n");
  for (const name of ["shigikai-kaigiroku", "bousai-gijigaiyo"]) pages[`/${name}.txt`] = file(await sample(name));
  for (const [name, { body, lang }] of Object.entries(SCREENS)) pages[`/${name}`] = page(body, { lang });
  pages["/blank"] = { headers: { "content-type": "text/html" }, body: "<!doctype html><title>blank</title>" };
  site = await start(pages);
  await mkdir(SEEN, { recursive: true });
  await mkdir(KEPT, { recursive: true });
});
after(() => site.close());

for (const [name, { size, open, then }] of Object.entries(SCREENS)) {
  test(`looks as it is meant to: ${name}`, { skip }, async () => {
    const tab = await site.open(`/${name}`, { ...size, ...open });
    await then?.(tab);
    await tab.evaluate(() => document.fonts.ready);
    await settled(tab);
    const seen = await tab.screenshot({ type: "webp", quality: 60 });
    const picture = `${name}.webp`;
    if (process.env.LOOKS === "keep") await writeFile(new URL(picture, KEPT), seen);
    await writeFile(new URL(picture, SEEN), seen);
    const kept = await readFile(new URL(picture, KEPT));
    const off = await differing(kept, seen);
    assert.ok(off * 1000 <= FEW, `${(off * 100).toFixed(1)} % of target/looks/${picture} is not as in tests/browser/looks/${picture}`);
    await tab.close();
  });
}

test("what has moved or has another colour is noticed", { skip }, async () => {
  const picture = (name) => readFile(new URL(`${name}.webp`, KEPT));
  assert.equal(await differing(await picture("wide-light"), await picture("wide-light")), 0);
  for (const other of ["wide-dark", "wide-corrections", "wide-search", "narrow-text"]) {
    const off = await differing(await picture("wide-light"), await picture(other));
    assert.ok(off * 1000 > FEW, `${other}: ${off}`);
  }
});

/** The share of cells in which two pictures differ. @param {Uint8Array} kept @param {Uint8Array} seen */
async function differing(kept, seen) {
  const tab = await site.open("/blank", { ready: null });
  const [one, other] = [kept, seen].map((it) => Buffer.from(it).toString("base64"));
  const off = await tab.evaluate(compare, one, other, CELL, FAR);
  await tab.close();
  return off;
}

/** Runs in a page: the share of cells in which two pictures differ. */
async function compare(kept, seen, cell, far) {
  const pixels = async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (it) => it.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/webp" }));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext("2d");
    context.drawImage(bitmap, 0, 0);
    return context.getImageData(0, 0, bitmap.width, bitmap.height);
  };
  const [one, other] = [await pixels(kept), await pixels(seen)];
  if (one.width !== other.width || one.height !== other.height) return 1;
  const [across, down] = [Math.ceil(one.width / cell), Math.ceil(one.height / cell)];
  const means = ({ data, width, height }) => {
    const sums = new Float64Array(across * down * 3);
    const counts = new Uint32Array(across * down);
    for (let y = 0; y < height; y += 1) for (let x = 0; x < width; x += 1) {
      const at = Math.floor(y / cell) * across + Math.floor(x / cell);
      counts[at] += 1;
      for (let it = 0; it < 3; it += 1) sums[at * 3 + it] += data[(y * width + x) * 4 + it];
    }
    return sums.map((it, idx) => it / counts[Math.floor(idx / 3)]);
  };
  const [a, b] = [means(one), means(other)];
  let off = 0;
  for (let at = 0; at < across * down; at += 1) off += [0, 1, 2].some((it) => Math.abs(a[at * 3 + it] - b[at * 3 + it]) > far) ? 1 : 0;
  return off / (across * down);
}
