// A project that has installed the tarball, with a folder for each app. The tools are those of this folder's own lockfile.
import { execFile, spawn } from "node:child_process";
import { cp, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const here = fileURLToPath(new URL(".", import.meta.url));
const root = fileURLToPath(new URL("../../", import.meta.url));
const pkg = join(root, "pkg/");

/** Inside this folder, so that what is built there finds the tools; outside of Git. */
export const target = join(here, "target");
export const app = (name) => join(target, name);

const npm = (folder, ...words) => run(folder, process.platform === "win32" ? "npm.cmd" : "npm", [...words, "--loglevel=error"]);
const env = { ...process.env, NEXT_TELEMETRY_DISABLED: "1", NO_COLOR: "1", CI: "true" };

/** Packs the package and installs it. @returns {Promise<{ tarball: string, files: string[] }>} */
export async function pack() {
  await mkdir(target);
  const [{ filename, files }] = JSON.parse(await npm(pkg, "pack", "--json", "--pack-destination", target));
  await writeFile(join(target, "package.json"), JSON.stringify({ name: "consumer", private: true, type: "module" }));
  await npm(target, "install", "--no-audit", "--no-fund", "--no-package-lock", "--offline", "--legacy-peer-deps", `./${filename}`);
  return { tarball: join(target, filename), files: files.map((it) => it.path) };
}

/** Copies an app of this folder. @param {string} from @param {string} [name] */
export async function copy(from, name = from) {
  await cp(join(here, from), app(name), { recursive: true });
  return app(name);
}

/** Runs a program to its end, and fails with what it said. */
async function run(folder, program, words) {
  try {
    return (await promisify(execFile)(program, words, { cwd: folder, env, maxBuffer: 2 ** 26, shell: process.platform === "win32" && program === "npm.cmd" })).stdout;
  } catch (error) {
    throw new Error(`${program} ${words.join(" ")}: ${error.message}\n${error.stdout}${error.stderr}`);
  }
}

/**
 * Builds the Yew application of this folder, beside what the package is built from, and gives it what makes it a page.
 * @param {string} folder where it goes
 */
export async function yew(folder) {
  const built = join(root, "target");
  const manifest = join(here, "yew/Cargo.toml");
  await run(root, "cargo", ["build", "--locked", "--target-dir", built, "--manifest-path", manifest, "--target", "wasm32-unknown-unknown"]);
  await run(root, join(built, "debug/glue"), [join(built, "wasm32-unknown-unknown/debug/yew.wasm"), "yew", folder]);
}

/** The program of a tool, by the path of its file. @param {string} file */
const tool = (file) => join(here, "node_modules", file);

/** Runs a tool, or a program of the app itself, by Node.js. @param {string} folder @param {string} file @param {string[]} words */
export const node = (folder, file, ...words) => run(folder, process.execPath, [file, ...words]);
export const build = (folder, file, ...words) => node(folder, tool(file), ...words);

/** Starts the server of a tool, and waits until it says where it is. */
export async function server(folder, file, ...words) {
  const child = spawn(process.execPath, [tool(file), ...words], { cwd: folder, env, stdio: ["ignore", "pipe", "pipe"] });
  const close = () => new Promise((done) => (child.exitCode === null ? child.once("exit", done).kill("SIGKILL") : done()));
  let said = "";
  const origin = await new Promise((done, fail) => {
    const late = setTimeout(() => close().then(() => fail(new Error(`${file} does not start:\n${said}`))), 30_000);
    const listen = (words) => {
      said += words;
      const found = /http:\/\/(127\.0\.0\.1|localhost):\d+/.exec(said);
      if (!found) return;
      clearTimeout(late);
      done(found[0]);
    };
    child.stdout.on("data", listen);
    child.stderr.on("data", listen);
    child.on("exit", (code) => (clearTimeout(late), fail(new Error(`${file} ended with ${code}:\n${said}`))));
  });
  return { origin, close };
}
