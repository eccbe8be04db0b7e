// Builds the package of the last commit in two folders of different names and lengths, and compares every byte: `make reproduce`.
// It takes as long as two builds from nothing.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, readFile, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../", import.meta.url));
const FOLDERS = ["target/reproduce/a", "target/reproduce/another/folder-with-a-longer-name"].map((it) => join(ROOT, it));

async function sums(folder) {
  const found = new Map();
  for (const it of await readdir(folder, { withFileTypes: true, recursive: true })) {
    const path = join(it.parentPath ?? it.path, it.name);
    const name = path.slice(folder.length + 1);
    if (it.isFile() && !name.startsWith("node_modules")) found.set(name, createHash("sha384").update(await readFile(path)).digest("base64"));
  }
  return found;
}

async function build(folder) {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const source = execFileSync("git", ["archive", "HEAD"], { cwd: ROOT, maxBuffer: 1 << 30 });
  execFileSync("tar", ["x"], { cwd: folder, input: source });
  // What this `make` hands on would lead the other into this folder.
  const { MAKEFLAGS, MFLAGS, MAKELEVEL, CARGO_TARGET_DIR, ...env } = process.env;
  execFileSync("make", ["pkg"], { cwd: folder, stdio: "inherit", env });
  return sums(join(folder, "pkg"));
}

const [one, other] = [await build(FOLDERS[0]), await build(FOLDERS[1])];
const names = [...new Set([...one.keys(), ...other.keys()])].sort();
const differ = names.filter((it) => one.get(it) !== other.get(it));
for (const it of differ) console.error(`reproduce: ${it} differs`);
for (const it of names.filter((it) => /\.(js|wasm)$/.test(it))) console.log(`sha384-${one.get(it)}  ${it}`);
console.log(`reproduce: ${names.length - differ.length} of ${names.length} files are the same, byte for byte`);
if (differ.length || names.length < 40) process.exitCode = 1;
