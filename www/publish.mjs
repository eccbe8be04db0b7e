// `node www/publish.mjs FOLDER`: writes the app as any server can give it, with the package below it, ready to be used offline.
import { createHash } from "node:crypto";
import { copyFile, mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

const www = new URL("./", import.meta.url);
const pkg = new URL("../pkg/", import.meta.url);

/** What lies in www/ and is no part of the app: the worker itself, the programs of this folder, the picture of README.md. */
const APART = /^service-worker\.js$|\.mjs$|^screenshot\.png$/;
/** What of the package no page of the app asks for: the entries of other programs, what frames and bundlers use. */
const ELSEWHERE = /^types\/|^(frame|inline|node|one-file|react|unpack)\b|-inline\.js$|^(package-lock|tsconfig|sbom\.cdx)\.json$|^wasm\/.*\.d\.ts$/;
/** What few need, 0.8 MB: kept when it was used, or where the page was installed as an app. */
const LATE = /(?:^|\/)pkg\/(?:pdf\.js|wasm\/pdf(?:\.js|_bg\.wasm))$/;
const LICENSES = ["LICENSE-MIT", "LICENSE-APACHE", "pkg/THIRD-PARTY-LICENSES.txt"];

/**
 * The files of the app by their address from the page; the page itself is `./`.
 * @param {string} below where the package is, from the page
 * @returns {Promise<Map<string, Buffer>>}
 */
export async function app(below = "../pkg/") {
  const files = new Map();
  for (const name of (await list(www)).filter((it) => !APART.test(it))) {
    const bytes = await readFile(new URL(name, www));
    const names = /\.(js|html)$/.test(name) && below !== "../pkg/";
    files.set(name === "index.html" ? "./" : name, names ? Buffer.from(bytes.toString().replaceAll("../pkg/", below)) : bytes);
  }
  const used = (await list(pkg)).filter((it) => /\.(js|wasm|json|md|d\.ts)$/.test(it) && !ELSEWHERE.test(it));
  for (const name of used) files.set(below + name, await readFile(new URL(name, pkg)));
  return files;
}

/** The worker that keeps these files. @param {Map<string, Buffer>} files */
export async function serviceWorker(files) {
  const hashes = Object.fromEntries([...files].map(([address, bytes]) => [address, `sha256-${sha256(bytes).digest("base64")}`]));
  const version = sha256(JSON.stringify(hashes)).digest("hex").slice(0, 16);
  const code = await readFile(new URL("service-worker.js", www), "utf8");
  const late = [...files.keys()].filter((it) => LATE.test(it));
  return code.replace(`= ["", {}, []];`, () => `= ${JSON.stringify([version, hashes, late], null, 2)};`);
}

/** Writes the app into a folder. @param {string} folder */
export async function publish(folder) {
  const files = await app("./pkg/");
  const write = async (name, bytes) => {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), bytes);
  };
  for (const [address, bytes] of files) await write(address === "./" ? "index.html" : address, bytes);
  await write("service-worker.js", await serviceWorker(files));
  for (const name of LICENSES) await copyFile(new URL(`../${name}`, www), join(folder, basename(name)));
  return files;
}

/** The files below a folder, in order. @param {URL} folder @returns {Promise<string[]>} */
async function list(folder, inside = "") {
  const names = [];
  for (const it of await readdir(new URL(inside, folder), { withFileTypes: true })) {
    if (it.isFile() && !it.name.startsWith(".")) names.push(inside + it.name);
    if (it.isDirectory() && it.name !== "node_modules") names.push(...(await list(folder, `${inside}${it.name}/`)));
  }
  return names.sort();
}

const sha256 = (it) => createHash("sha256").update(it);

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const folder = process.argv[2];
  if (!folder) {
    console.error("usage: node www/publish.mjs FOLDER");
    process.exit(2);
  }
  const files = await publish(folder);
  const size = [...files.values()].reduce((n, it) => n + it.length, 0);
  console.log(`${folder}: ${files.size} files, ${(size / 1e6).toFixed(1)} MB`);
}
