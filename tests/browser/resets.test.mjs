// The viewer looks the same whatever the page around it does to its own text: under the common resets, and under worse.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { mkdir, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { after, before, test } from "node:test";
import { compile } from "tailwindcss";
import { file, page, sample, settled, start } from "./harness.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const SEEN = new URL("../../target/resets/", import.meta.url);
/** How far a colour may be off, of 255, and how many pixels may be further off, of a million. */
const [FAR, FEW] = [16, 50];

const sheet = (...names) => names.map((it) => `<link rel="stylesheet" href="/resets/${it}">`).join("");
const style = (css) => `<style>${css}</style>`;

/** What is in the head of the page. The first five are by others, as they are installed. */
const RESETS = {
  "modern-normalize": sheet("modern-normalize/modern-normalize.css"),
  "normalize.css": sheet("normalize.css/normalize.css"),
  "sanitize.css": sheet("sanitize.css/sanitize.css", "sanitize.css/forms.css", "sanitize.css/typography.css"),
  "Tailwind's preflight": sheet("preflight.css"),
  "Bootstrap's reboot": sheet("bootstrap/dist/css/bootstrap-reboot.css"),
  "everything reverted": style(`* { all: revert }`),
  "everything unset": style(`*, *::before, *::after { all: unset } head { display: none }`),
  "a rem of 10 px": style(`html { font-size: 62.5% } body { font-size: 1.6rem }`),
  "a rem of 10 px and nothing more": style(`html { font-size: 62.5% }`),
  "boxes that vanish": style(`div, section, article, p, span, button, input, ul, li, h2, h3, pre { display: none !important; color: red !important; float: right !important }`),
  "text of another kind": style(`body { font: italic 900 small-caps condensed 27px/3 serif; color: red; text-align: center; text-transform: uppercase; letter-spacing: 0.4em; word-spacing: 1em;
    white-space: pre; text-indent: 4em; text-shadow: 2px 2px red; list-style: square inside; word-break: break-all; overflow-wrap: normal; line-break: anywhere; hyphens: auto; tab-size: 1; quotes: "<" ">";
    text-wrap: nowrap; font-feature-settings: "palt", "hwid"; font-variant-east-asian: traditional; font-variant-numeric: oldstyle-nums; text-emphasis: dot; text-orientation: upright; font-size-adjust: 0.9;
    font-kerning: none; border-collapse: collapse; border-spacing: 9px; caption-side: bottom; empty-cells: hide; text-underline-offset: 1em; text-align-last: right; text-justify: none; -webkit-text-stroke: 2px red; paint-order: stroke; ruby-position: under; accent-color: red; font-synthesis: none; hanging-punctuation: first; text-spacing-trim: space-all }`),
};

const SCREENS = {
  wide: { attributes: `src="/long.txt"`, width: 1280, height: 900 },
  dark: { attributes: `src="/short.txt" theme="dark"`, width: 390, height: 1400 },
  desk: { attributes: `src="/short.txt" show="source"`, width: 900, height: 900, then: (tab) => tab.waitForFunction(() => document.querySelector("gijiroku-viewer").shadowRoot.querySelector("#line-1")) },
  failure: { attributes: `src="/nowhere.txt" theme="dark"`, width: 390, height: 600, ready: "failed" },
  blocked: { attributes: `src="/short.txt"`, width: 390, height: 900, ready: "failed", csp: "script-src 'self'" },
};

let site;
/** @type {Record<string, Buffer>} how each screen looks in a page that has nothing of the kind */
const plain = {};

before(async () => {
  const preflight = await readFile(createRequire(import.meta.url).resolve("tailwindcss/preflight.css"), "utf8");
  const pages = {
    "/resets/preflight.css": { headers: { "content-type": "text/css" }, body: (await compile(preflight)).build([]) },
    "/long.txt": file(await sample("shigikai-kaigiroku")),
    "/short.txt": file(await sample("bousai-gijigaiyo")),
    "/blank": { headers: { "content-type": "text/html" }, body: "<!doctype html><title>blank</title>" },
  };
  // What stands around the viewer has its place in every page alike.
  const around = style(`html, body, main { display: block !important; margin: 0 !important; padding: 0 !important; background: none !important }`);
  for (const [name, { attributes, csp = "" }] of Object.entries(SCREENS)) {
    pages[`/${name}`] = page(`<gijiroku-viewer ${attributes}></gijiroku-viewer>`, { csp, head: around });
    Object.values(RESETS).forEach((head, idx) => (pages[`/${name}-${idx}`] = page(`<gijiroku-viewer ${attributes}></gijiroku-viewer>`, { csp, head: head + around })));
  }
  site = await start(pages, { folders: { "/resets/": here("./node_modules/"), "/pkg/": here("../../pkg/"), "/": here("../../www/") } });
  await mkdir(SEEN, { recursive: true });
  for (const [name, screen] of Object.entries(SCREENS)) plain[name] = await seen(`/${name}`, screen);
});
after(() => site.close());

async function seen(path, { width, height, ready, then }) {
  const tab = await site.open(path, { width, height, ready });
  await then?.(tab);
  await tab.evaluate(() => document.fonts.ready);
  await settled(tab);
  const picture = Buffer.from(await tab.screenshot({ type: "png" }));
  await tab.close();
  return picture;
}

Object.keys(RESETS).forEach((reset, idx) => {
  test(`the viewer is not touched by ${reset}`, async () => {
    for (const [name, screen] of Object.entries(SCREENS)) {
      // The scheme of the page itself goes with its rules; letters of the refusal are drawn a shade otherwise.
      const few = name === "blocked" && /^everything/.test(reset) ? 500 : FEW;
      const picture = await seen(`/${name}-${idx}`, screen);
      await writeFile(new URL(`${name}.png`, SEEN), plain[name]);
      await writeFile(new URL(`${name}-${idx}.png`, SEEN), picture);
      const off = await differing(plain[name], picture);
      assert.ok(off * 1e6 <= few, `${(off * 100).toFixed(3)} % of target/resets/${name}-${idx}.png is not as in ${name}.png`);
    }
  });
});

test("what is different is noticed", async () => {
  assert.equal(await differing(plain.dark, plain.dark), 0);
  assert.ok((await differing(plain.failure, await seen("/failure", { ...SCREENS.failure, width: 388 }))) > 0);
  assert.ok((await differing(plain.blocked, await seen("/failure", { ...SCREENS.failure, height: 900 }))) * 1e6 > FEW);
});

/** The share of pixels in which two pictures differ. @param {Buffer} one @param {Buffer} other */
async function differing(one, other) {
  if (one.equals(other)) return 0;
  const tab = await site.open("/blank", { ready: null });
  const off = await tab.evaluate(compare, one.toString("base64"), other.toString("base64"), FAR);
  await tab.close();
  return off;
}

/** Runs in a page. */
async function compare(one, other, far) {
  const pixels = async (base64) => {
    const bitmap = await createImageBitmap(new Blob([Uint8Array.from(atob(base64), (it) => it.charCodeAt(0))], { type: "image/png" }));
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
    context.drawImage(bitmap, 0, 0);
    return context.getImageData(0, 0, bitmap.width, bitmap.height);
  };
  const [a, b] = [await pixels(one), await pixels(other)];
  if (a.width !== b.width || a.height !== b.height) return 1;
  let off = 0;
  for (let at = 0; at < a.data.length; at += 4) off += [0, 1, 2].some((it) => Math.abs(a.data[at + it] - b.data[at + it]) > far) ? 1 : 0;
  return off / (a.width * a.height);
}
