// Runs the browser tests one file after another, in Chromium unless told, and ends with a line that counts them.
// `node tests/browser/run.mjs [--in=firefox,webkit] [WORD ...]` runs those in the browsers named, of files whose name has a word.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { run } from "node:test";
import { spec } from "node:test/reporters";
import { fileURLToPath } from "node:url";
import { BROWSERS } from "./browsers.mjs";
import { lend } from "./launch.mjs";

/** What is tested in every browser; the rest is about files, sizes and servers, and Chromium is enough for it. */
const EVERYWHERE = ["viewer", "reading", "element", "search", "links", "failure", "faults", "trust", "desk", "static", "corrections", "one-file", "policy", "docx", "loading", "long"];

const here = fileURLToPath(new URL(".", import.meta.url));
const words = process.argv.slice(2);
const wanted = words.filter((it) => !it.startsWith("--"));
const asked = words.find((it) => it.startsWith("--in="))?.slice("--in=".length).split(",") ?? ["chromium"];
const files = readdirSync(here).filter((it) => it.endsWith(".test.mjs") && (!wanted.length || wanted.some((word) => it.includes(word))));
const filesIn = (kind) => files.filter((it) => kind === "chromium" || EVERYWHERE.includes(it.replace(".test.mjs", "")));

let passed = 0;
let failed = 0;
let skipped = 0;
/** Files with a failing test. */
const broken = new Set();
const isFile = ({ name }) => files.some((it) => name === it || name.endsWith(`/${it}`) || name.endsWith(`\\${it}`));
const isTest = (data) => data.details.type !== "suite" && !isFile(data);

/** A file that fails without a failing test of its own did not even start, or broke off. */
function fail(data) {
  if (isTest(data) || (isFile(data) && !broken.has(data.file))) failed++;
  broken.add(data.file);
}

/** Runs the tests in one browser, and adds up. */
function runIn(kind) {
  // Each file is a process of its own, and learns from here which browser it is for.
  process.env.GIJIROKU_BROWSER = kind;
  broken.clear();
  return new Promise((done) => {
    const tests = run({ files: filesIn(kind).map((it) => join(here, it)), concurrency: 1, timeout: 600_000 })
      .on("test:pass", (data) => isTest(data) && (data.skip === undefined ? passed++ : skipped++))
      .on("test:fail", fail);
    tests.compose(new spec()).on("end", done).pipe(process.stdout, { end: false });
  });
}

const leftOut = [];
const lender = await lend();
for (const kind of asked) {
  const { name, find, packages } = BROWSERS[kind];
  if (!filesIn(kind).length) continue;
  if (!find()) {
    leftOut.push(`${name} is left out: it is not here (sudo apt-get install ${packages})`);
    if (process.env.CI === "true" || kind === "chromium") failed++;
    continue;
  }
  const before = { passed, failed, skipped, at: Date.now() };
  console.log(`\n== ${name}`);
  await runIn(kind);
  await lender.end();
  console.log(`== ${name}: ${passed - before.passed} passed, ${failed - before.failed} failed, ${skipped - before.skipped} skipped, ${Math.round((Date.now() - before.at) / 1000)} s`);
}
await lender.close();
for (const it of leftOut) console.log(it);
process.exitCode = failed || !passed ? 1 : 0;
console.log(`browser tests: ${passed + failed + skipped} run, ${passed} passed, ${failed} failed, ${skipped} skipped`);
