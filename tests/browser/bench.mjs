// `node tests/browser/bench.mjs`: from navigation to the first speech on screen, and parsing in the browser. Medians.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { file, page, start } from "./harness.mjs";

const ROUNDS = 11;
const www = new URL("../../www/samples/", import.meta.url);
const seeds = new URL("../../../shared/seed/", import.meta.url);

const texts = { "市議会 sample": readFileSync(new URL("shigikai-kaigiroku.txt", www)) };
if (existsSync(seeds)) for (const it of readdirSync(seeds).filter((it) => it.endsWith(".txt"))) texts.seed = readFileSync(new URL(it, seeds));

const pages = {};
for (const [idx, text] of Object.values(texts).entries()) {
  pages[`/text${idx}.txt`] = file(text);
  pages[`/page${idx}`] = page(`<gijiroku-viewer src="/text${idx}.txt"></gijiroku-viewer>`);
}
const site = await start(pages);

const median = (numbers) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** Milliseconds from navigation to the frame after the first speech is in the page, nothing cached. */
async function firstSpeech(path) {
  const context = await site.browser.createBrowserContext();
  const tab = await context.newPage();
  await tab.evaluateOnNewDocument(() => {
    const look = () => {
      const speech = document.querySelector("gijiroku-viewer")?.shadowRoot?.querySelector("article");
      if (!speech?.checkVisibility()) return requestAnimationFrame(look);
      // A message posted from a frame is handled after that frame is painted.
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => (window.painted = performance.now());
        port2.postMessage(null);
      });
    };
    requestAnimationFrame(look);
  });
  await tab.goto(site.origin + path);
  const time = await (await tab.waitForFunction(() => window.painted)).jsonValue();
  await context.close();
  return time;
}

/** Megabytes a second of `parse`, the JSON of the minutes included; the text is repeated to some 500 kB. */
async function parseSpeed(path) {
  const tab = await site.open(path, { ready: false });
  const speeds = await tab.evaluate(async (rounds) => {
    const { parse } = await import("/pkg/index.js");
    const once = document.body.innerText + "\n";
    const text = once.repeat(Math.ceil(170_000 / once.length));
    const bytes = new TextEncoder().encode(text).length;
    const speeds = [];
    for (let round = -2; round < rounds; round++) {
      const begin = performance.now();
      await parse(text);
      if (round >= 0) speeds.push(bytes / 1000 / (performance.now() - begin));
    }
    return speeds;
  }, ROUNDS);
  await tab.close();
  return median(speeds);
}

console.log(`${await site.browser.version()}, Node ${process.version}, median of ${ROUNDS}`);
for (const [idx, [name, text]] of Object.entries(texts).entries()) {
  const times = [];
  for (let round = 0; round < ROUNDS; round++) times.push(await firstSpeech(`/page${idx}`));
  console.log(`${name} (${(text.length / 1000).toFixed(1)} kB): first speech ${median(times).toFixed(0)} ms after navigation; parse ${(await parseSpeed(`/text${idx}.txt`)).toFixed(1)} MB/s`);
}
await site.close();
