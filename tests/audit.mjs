// Asks whether anything that the lock files name is known to be unsafe: cargo-deny for Rust, `npm audit` for the four lock files of npm.
// Advisories change from day to day, so this is no part of `make test`. Where nobody can be asked it says so and is no failure,
// unless AUDIT=required.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../", import.meta.url));
const TOOLS = `${ROOT}target/tools`;
const VERSION = "0.20.2";
const ADVISORIES = "https://github.com/RustSec/advisory-db";
const faults = [];
const unasked = [];

const run = (program, words, folder = ROOT, more = {}) => {
  const { status, stdout, stderr } = spawnSync(program, words, { cwd: folder, encoding: "utf8", maxBuffer: 1 << 28, env: { ...process.env, ...more } });
  return { good: status === 0, stdout: stdout ?? "", told: `${stdout ?? ""}${stderr ?? ""}`.trim() };
};

async function reached(address) {
  try {
    return (await fetch(address, { method: "HEAD", signal: AbortSignal.timeout(10_000) })).ok;
  } catch {
    return false;
  }
}

// The cargo-deny of the machine, or one built into target/tools (two minutes).
function cargoDeny() {
  const mine = `${TOOLS}/bin/cargo-deny`;
  for (const it of ["cargo-deny", mine]) if ((it !== mine || existsSync(mine)) && run(it, ["--version"]).good) return it;
  console.log(`audit: building cargo-deny ${VERSION} into target/tools`);
  const words = ["install", "--debug", "--locked", "--root", TOOLS, `cargo-deny@${VERSION}`];
  execFileSync("cargo", words, { cwd: ROOT, stdio: ["ignore", "ignore", "inherit"], env: { ...process.env, CARGO_TARGET_DIR: `${TOOLS}/build` } });
  return mine;
}

async function rust() {
  if (!(await reached(ADVISORIES))) return unasked.push(`Rust: ${ADVISORIES} is not reached from here`);
  let deny;
  try {
    deny = cargoDeny();
  } catch {
    return unasked.push(`Rust: cargo-deny cannot be built here; get it with: cargo install --locked cargo-deny@${VERSION}`);
  }
  const { good, told } = run(deny, ["--locked", "check", "advisories", "licenses", "bans", "sources"]);
  if (/failed to fetch advisory database/.test(told)) unasked.push("Rust: the advisories could not be fetched");
  else if (!good) faults.push(told);
  else console.log(`audit: Rust: ${told.split("\n").at(-1)}`);
}

function npm(folder) {
  const { stdout } = run("npm", ["audit", "--json", "--loglevel=silent"], `${ROOT}${folder}`, { npm_config_audit: "true" });
  let report;
  try {
    report = JSON.parse(stdout);
  } catch {
    report = {};
  }
  if (!report.auditReportVersion) return unasked.push(`${folder}: the registry did not answer${report.message ? ` (${report.message})` : ""}`);
  const found = Object.values(report.vulnerabilities).filter((it) => it.severity !== "info" && it.severity !== "low");
  for (const it of found) faults.push(`${folder}: ${it.name} ${it.range}: ${it.severity}; ${it.via.map((via) => via.title ?? via).join("; ")}`);
  if (!found.length) console.log(`audit: ${folder}: nothing known of ${report.metadata.dependencies.total} packages`);
}

await rust();
for (const folder of ["pkg", "tests/browser", "tests/browser/bench", "tests/consumers"]) npm(folder);
for (const it of unasked) console.log(`audit: NOT ASKED: ${it}`);
for (const it of faults) console.error(`audit: ${it}`);
if (faults.length || (unasked.length && process.env.AUDIT === "required")) process.exitCode = 1;
