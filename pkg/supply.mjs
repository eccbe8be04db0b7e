// Writes what the three wasm modules are made of: THIRD-PARTY-LICENSES.txt, with the text of each licence, and sbom.cdx.json, the same for
// programs (CycloneDX 1.6). It asks cargo which crates are linked. `make pkg` runs it; the same lock files give the same bytes.
// `node supply.mjs FOLDER` writes both of the command into a folder, as it is linked for the machine at hand.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../", import.meta.url));
const cargo = (...words) => execFileSync("cargo", [...words, "--locked"], { cwd: ROOT, encoding: "utf8", maxBuffer: 1 << 28, env: { ...process.env, RUSTC_BOOTSTRAP: "1" } });
const ask = (...words) => execFileSync("rustc", words, { cwd: ROOT, encoding: "utf8" }).trim();
const LIBRARY = join(ask("--print", "sysroot"), "lib/rustlib/src/rust/library");
const RUST = /release: (\S+)/.exec(ask("--version", "--verbose"))[1];
const INTO = process.argv[2];
const MADE = INTO
  ? { what: "The command gijiroku is", type: "application", id: "cargo/gijiroku", target: ask("--print", "host-tuple"), features: ["cli"], rest: "" }
  : { what: "The wasm modules of gijiroku-viewer are", type: "library", id: "npm/gijiroku-viewer", target: "wasm32-unknown-unknown", features: ["element", "data", "data-pdf"], rest: "The JavaScript of the package is gijiroku's own, and that which wasm-bindgen writes. " };
const TREE = ["tree", "--target", MADE.target, "--edges", "normal,no-proc-macro", "--prefix", "none", "--format", "{p}|{l}"];
const byName = (a, b) => (a.name === b.name ? Number(a.version > b.version) - Number(a.version < b.version) : a.name < b.name ? -1 : 1);

// Sums of a lock file of cargo, by name and version.
const sums = (lock) =>
  new Map([...readFileSync(lock, "utf8").matchAll(/name = "(.+)"\nversion = "(.+)"\nsource = .+\nchecksum = "(.+)"/g)].map(([, name, version, sum]) => [`${name}@${version}`, sum]));

// What a tree of cargo names that comes from the registry, each once.
function crates(tree, sum) {
  const found = new Map();
  for (const line of tree.split("\n").filter((it) => it && !it.includes(" (/"))) {
    const [, name, version, licence] = /^(\S+) v([^ |]+).*?\|(.*?)(?: \(\*\))?$/.exec(line) ?? [];
    const key = `${name}@${version}`;
    if (sum.has(key)) found.set(key, { name, version, licence: licence.replace(/ ?\/ ?/g, " OR "), sum: sum.get(key) });
  }
  return found;
}

function linked() {
  const own = sums(join(ROOT, "Cargo.lock"));
  const modules = MADE.features.map((it) => crates(cargo(...TREE, "--no-default-features", "--features", it), own));
  const library = crates(cargo(...TREE, "--manifest-path", join(LIBRARY, "std/Cargo.toml")), sums(join(LIBRARY, "Cargo.lock")));
  return [...new Map([...modules.flatMap((it) => [...it]), ...library]).values()].sort(byName);
}

// Of a crate under one of several licences the text of MIT is handed on, where it has one; else all that it has.
function texts(folder, licence) {
  const all = readdirSync(folder).filter((it) => /^(licen[cs]e|copying|notice|copyright)/i.test(it) && /(^[a-z]+|\.(md|txt)|[-_][\w.-]+)$/i.test(it)).sort();
  const mit = / OR /.test(licence) && !/ AND /.test(licence) ? all.filter((it) => /mit|^notice|^copyright/i.test(it)) : [];
  return (mit.some((it) => /mit/i.test(it)) ? mit : all).map((it) => readFileSync(join(folder, it), "utf8").replaceAll("\r\n", "\n").trim());
}

/** Crates whose licence lies with another crate of the same repository and the same authors. */
const BESIDE = { "alloc-stdlib": "alloc-no-stdlib" };
/** Files of others that a crate carries along, with a licence of their own: the character maps of Adobe. */
const CARRIED = { "hayro-cmap": "assets" };

function licences(all) {
  const told = JSON.parse(cargo("metadata", "--format-version=1", "--filter-platform", MADE.target, "--no-default-features", "--features", MADE.features.join()));
  const registry = dirname(dirname(told.packages.find((it) => it.name === "miniz_oxide").manifest_path));
  const standard = /Permission is hereby[^]*/.exec(readFileSync(join(ROOT, "LICENSE-MIT"), "utf8"))[0].trim();
  const byText = new Map([[`Copyright (c) The Rust Project Contributors\n\n${standard}`, [`The Rust standard library ${RUST} (MIT OR Apache-2.0)`]]]);
  const builtins = join(LIBRARY, "compiler-builtins/LICENSE.txt");
  if (existsSync(builtins)) byText.set(readFileSync(builtins, "utf8").trim(), [`compiler_builtins of Rust ${RUST}`]);
  for (const { name, version, licence } of all) {
    const beside = all.find((it) => it.name === BESIDE[name]);
    const folder = beside ? `${beside.name}-${beside.version}` : `${name}-${version}`;
    const found = texts(join(registry, folder), licence);
    if (CARRIED[name]) found.push(...texts(join(registry, folder, CARRIED[name]), "other"));
    if (!found.length && !/\bMIT\b/.test(licence)) throw new Error(`${name} ${version} comes without the text of its licence, ${licence}`);
    for (const it of found.length ? found : [`Copyright (c) the authors of ${name}\n\n${standard}`]) byText.set(it, [...(byText.get(it) ?? []), `${name} ${version} (${licence})`]);
  }
  const head = `${MADE.what} made of the crates named here, and of gijiroku itself (LICENSE-MIT, LICENSE-APACHE).\n${MADE.rest}Nothing else is in it.\n`;
  const rule = `\n${"-".repeat(100)}\n`;
  return head + [...byText].map(([text, names]) => `${rule}${names.map((it) => `${it}\n`).join("")}${rule}\n${text}\n`).join("");
}

function sbom(all) {
  const { version, license } = JSON.parse(readFileSync(join(ROOT, "pkg/package.json"), "utf8"));
  const component = (it, purl, more) => ({ type: it.type ?? "library", "bom-ref": purl, name: it.name, version: it.version, licenses: [{ expression: it.licence }], purl, ...more });
  const own = { type: MADE.type, name: MADE.id.split("/")[1], version, licence: license };
  const std = { type: "library", "bom-ref": `rust-std@${RUST}`, name: "rust-std", version: RUST, licenses: [{ expression: "MIT OR Apache-2.0" }] };
  const components = all.map((it) => component(it, `pkg:cargo/${it.name}@${it.version}`, { hashes: [{ alg: "SHA-256", content: it.sum }] }));
  const bom = {
    $schema: "http://cyclonedx.org/schema/bom-1.6.schema.json",
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    version: 1,
    metadata: { component: component(own, `pkg:${MADE.id}@${version}`) },
    components: [...components, std],
  };
  return `${JSON.stringify(bom, null, 2)}\n`;
}

const all = linked();
if (INTO) mkdirSync(INTO, { recursive: true });
writeFileSync(join(INTO ?? join(ROOT, "pkg"), "sbom.cdx.json"), sbom(all));
writeFileSync(join(INTO ?? join(ROOT, "pkg"), "THIRD-PARTY-LICENSES.txt"), licences(all));
