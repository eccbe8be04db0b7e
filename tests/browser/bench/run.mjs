// `node tests/browser/bench/run.mjs [--only=parse,day] [--in=firefox] [--rounds=11] [--quick]`: gijiroku beside what one would take instead,
// in one run on the same minutes. The table goes to standard output and to target/bench/report.md, the rows of README.md to target/bench/figures.md, profiles beside them; those of `--quick`, which tells no true
// figures, to target/bench/quick/.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, loadavg, platform, totalmem } from "node:os";
import { table } from "./measure.mjs";
import { instead, site as open } from "./site.mjs";

/** The parts, in the order of the table; `chromium` alone where only its debugger can tell. */
const PARTS = {
  parse: { title: "Parse", file: "./parse.mjs" },
  first: { title: "First speech on screen", file: "./first.mjs", chromium: true },
  day: { title: "A day of the Diet, and longer", file: "./day.mjs" },
  use: { title: "Filter, search, collapse", file: "./use.mjs" },
  memory: { title: "Memory and mounts", file: "./memory.mjs", chromium: true },
  profile: { title: "Profiles", file: "./profile.mjs", chromium: true },
};

/**
 * @typedef {{ site: Awaited<ReturnType<typeof open>>, kind: "chromium" | "firefox", rounds: number, quick: boolean, out: URL }} Bench
 */

const words = process.argv.slice(2);
const given = (name) => words.find((it) => it.startsWith(`--${name}=`))?.slice(name.length + 3);
const quick = words.includes("--quick");
const only = given("only")?.split(",").filter(Boolean) ?? [];
const kinds = given("in")?.split(",").filter(Boolean) ?? ["chromium"];
const rounds = Number(given("rounds") ?? 0) || (quick ? 1 : 11);
const out = new URL(`../../../target/bench/${quick ? "quick/" : ""}`, import.meta.url);
const unknown = only.filter((it) => !PARTS[it]);
if (unknown.length) throw new Error(`no part of the bench is called ${unknown}; there are ${Object.keys(PARTS).join(", ")}`);

/** What it was measured on. */
async function machine(browser) {
  const version = (name) => {
    const file = new URL(`node_modules/${name}/package.json`, import.meta.url);
    return existsSync(file) ? `${name} ${JSON.parse(readFileSync(file, "utf8")).version}` : `${name} not installed`;
  };
  const [{ model }, ...more] = cpus();
  return [
    `${more.length + 1} × ${model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${platform()}; load ${loadavg()[0].toFixed(1)} when it began`,
    `Node ${process.versions.node}, ${await browser.version()}, ${version("markdown-it")}, ${version("pdfjs-dist")}`,
    `gijiroku ${commit()}; medians of ${rounds} rounds (fewer where one is long), those that are compared taking turns`,
  ];
}

function commit() {
  try {
    return execFileSync("git", ["describe", "--always", "--dirty"], { cwd: new URL(".", import.meta.url), encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
  } catch {
    return "without a commit";
  }
}

mkdirSync(out, { recursive: true });
const report = [];
const figures = [];
const say = (it) => (console.log(it), report.push(it));
for (const kind of kinds) {
  const site = await open(kind);
  say(`# ${kind === "chromium" ? "Chromium" : "Firefox"}\n`);
  for (const line of await machine(site.browser)) say(`- ${line}`);
  for (const [name, { title, file, chromium }] of Object.entries(PARTS)) {
    if (only.length && !only.includes(name)) continue;
    if (chromium && kind !== "chromium") {
      say(`\n## ${title}\n\nLeft out: ${kind} has no such debugger.`);
      continue;
    }
    const begin = Date.now();
    const { [name]: part } = await import(file);
    const rows = await part({ site, kind, rounds, quick, out });
    instead.clear();
    if (typeof rows !== "string") figures.push(...rows.filter((it) => it.key));
    say(`\n## ${title}\n\n${typeof rows === "string" ? rows : table(rows)}\n\n(${name}: ${Math.round((Date.now() - begin) / 1000)} s)`);
  }
  await site.close();
}
writeFileSync(new URL("report.md", out), `${report.join("\n")}\n`);
writeFileSync(new URL("figures.md", out), `${table(figures)}\n`);
