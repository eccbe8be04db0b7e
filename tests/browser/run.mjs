// Runs the browser tests one file after another, and ends with a line that counts them.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { run } from "node:test";
import { spec } from "node:test/reporters";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const wanted = process.argv.slice(2);
const files = readdirSync(here).filter((it) => it.endsWith(".test.mjs") && (!wanted.length || wanted.some((word) => it.includes(word))));

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

const tests = run({ files: files.map((it) => join(here, it)), concurrency: 1, timeout: 600_000 })
  .on("test:pass", (data) => isTest(data) && (data.skip === undefined ? passed++ : skipped++))
  .on("test:fail", fail);
tests.compose(new spec()).pipe(process.stdout);
tests.on("end", () => (process.exitCode = failed || !passed ? 1 : 0));
process.on("exit", () => console.log(`browser tests: ${passed + failed + skipped} run, ${passed} passed, ${failed} failed, ${skipped} skipped`));
