// The package as people use it: packed, checked, and in each bundler and framework built, served and opened in Chromium.
// `node tests/consumers/run.mjs [NAME ...]` runs those named. What is built is left in target/ beside this file.
import { rm } from "node:fs/promises";
import { CHECKS, WITHOUT_BROWSER } from "./checks.mjs";
import { pack, target } from "./project.mjs";
import { stop } from "./browser.mjs";

const wanted = process.argv.slice(2);
const unknown = wanted.filter((it) => !Object.hasOwn(CHECKS, it));
if (unknown.length) throw new Error(`there is no ${unknown.join(", ")}; there are ${Object.keys(CHECKS).join(", ")}`);

const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`;
const begun = Date.now();
await rm(target, { recursive: true, force: true });
const packed = await pack();
let failed = 0;
const names = Object.keys(CHECKS).filter((it) => !wanted.length || wanted.includes(it));

async function run(lane) {
  for (const name of lane) {
    const at = Date.now();
    try {
      await CHECKS[name](packed);
      console.log(`ok    ${name}  ${seconds(at)}`);
    } catch (error) {
      failed++;
      console.log(`FAILS ${name}  ${seconds(at)}\n${error.stack ?? error}`);
    }
  }
}

// One page is open at a time; meanwhile the types are checked.
await Promise.all([run(names.filter((it) => WITHOUT_BROWSER.includes(it))), run(names.filter((it) => !WITHOUT_BROWSER.includes(it)))]);
await stop();
console.log(`consumers: ${names.length} run, ${names.length - failed} passed, ${failed} failed, ${seconds(begun)}`);
process.exitCode = failed ? 1 : 0;
