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
const leaf = (data) => data.details.type !== "suite" && !files.some((it) => data.name === it || data.name.endsWith(`/${it}`));

const tests = run({ files: files.map((it) => join(here, it)), concurrency: 1, timeout: 600_000 })
  .on("test:pass", (data) => leaf(data) && (data.skip === undefined ? passed++ : skipped++))
  .on("test:fail", (data) => leaf(data) && failed++);
tests.compose(new spec()).pipe(process.stdout);
tests.on("end", () => (process.exitCode = failed || !passed ? 1 : 0));
process.on("exit", () => console.log(`browser tests: ${passed + failed + skipped} run, ${passed} passed, ${failed} failed, ${skipped} skipped`));
