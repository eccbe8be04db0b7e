// The package as npm gives it: packed, installed in an empty project, used by a page, by a server and by a type checker.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { STRICT, assertQuiet, start, words } from "./harness.mjs";

const pkg = fileURLToPath(new URL("../../pkg/", import.meta.url));
const MINUTES = "○議長（高梨修君）　これより会議を開きます。\n";
let project;
let packed;
let site;

const npm = (folder, ...words) => execFileSync("npm", [...words, "--loglevel=error"], { cwd: folder, encoding: "utf8", shell: process.platform === "win32" });
const node = (code) => execFileSync(process.execPath, ["--input-type=module", "--eval", code], { cwd: project, encoding: "utf8" });

before(async () => {
  project = await mkdtemp(join(tmpdir(), "gijiroku-consumer-"));
  [packed] = JSON.parse(npm(pkg, "pack", "--json", "--pack-destination", project));
  await writeFile(join(project, "package.json"), JSON.stringify({ name: "consumer", private: true, type: "module" }));
  npm(project, "install", "--no-audit", "--no-fund", "--offline", `./${packed.filename}`);
  await writeFile(join(project, "index.html"), page(`<script type="module" src="page.js"></script>`));
  await writeFile(join(project, "page.js"), `import "./node_modules/gijiroku-viewer/define.js";\n`);
  await writeFile(join(project, "minutes.txt"), MINUTES);
  const headers = { "content-type": "text/html; charset=utf-8", "content-security-policy": STRICT };
  const inlined = page(`<script type="module" src="/node_modules/gijiroku-viewer/inline.js"></script>`).replace(/<link[^>]*>/, "");
  const sums = JSON.parse(await readFile(join(project, "node_modules/gijiroku-viewer/wasm/integrity.json"), "utf8"));
  const open = { "content-type": "text/html; charset=utf-8" };
  const [summed, forged] = [withSums(sums), withSums({ ...sums, "load.js": sums["define.js"] })];
  site = await start({ "/inlined": { headers, body: inlined }, "/summed": { headers: open, body: summed }, "/forged": { headers: open, body: forged } }, { folders: { "/": `${project}/` } });
});
after(async () => {
  await site.close();
  await rm(project, { recursive: true });
});

const page = (head) => `<!doctype html><html lang="ja"><meta charset="utf-8"><title>consumer</title><link rel="icon" href="data:,">${head}<gijiroku-viewer src="minutes.txt"></gijiroku-viewer></html>`;

// As README.md has it: the sum of the first script in its tag, those of all that it imports in an import map.
const withSums = (sums) => {
  const scripts = Object.entries(sums).filter(([name]) => name.endsWith(".js"));
  const map = { integrity: Object.fromEntries(scripts.map(([name, sum]) => [`/node_modules/gijiroku-viewer/${name}`, sum])) };
  return page(`<script type="importmap">${JSON.stringify(map)}</script><script type="module" src="/node_modules/gijiroku-viewer/define.js" integrity="${sums["define.js"]}"></script>`);
};

test("a page that gives the sum of every script shows minutes, and runs none that has another", async () => {
  const tab = await site.open("/summed");
  assert.match(await words(tab), /これより会議を開きます。/);
  await assertQuiet(tab);
  await tab.close();
  const other = await site.open("/forged", { ready: false });
  assert.equal(await other.evaluate(() => customElements.get("gijiroku-viewer") === undefined), true);
  await other.close();
});

test("a page that uses the installed package shows minutes", async () => {
  const tab = await site.open("/index.html");
  assert.match(await words(tab), /これより会議を開きます。/);
  await assertQuiet(tab);
  await tab.close();
});

test("the build with the wasm inside works under the strict policy, and asks for no wasm file", async () => {
  const tab = await site.open("/inlined");
  assert.match(await words(tab), /これより会議を開きます。/);
  assert.deepEqual(tab.requested.filter((it) => it.endsWith(".wasm")), []);
  await assertQuiet(tab);
  await tab.close();
});

test("the tarball holds what is needed and nothing else", () => {
  const files = packed.files.map((it) => it.path).sort();
  const kinds = /^(LICENSE-(MIT|APACHE)|THIRD-PARTY-LICENSES\.txt|sbom\.cdx\.json|README\.md|package\.json|frame\.html|custom-elements\.json|minutes\.schema\.json|(forms\/)?[a-z-]+\.js|(types\/)?[a-z-]+\.d\.ts|wasm\/(gijiroku\.js|gijiroku\.d\.ts|gijiroku_bg\.wasm|gijiroku_bg\.wasm\.d\.ts|parse\.js|parse\.d\.ts|parse_bg\.wasm|parse_bg\.wasm\.d\.ts|pdf\.js|pdf\.d\.ts|pdf_bg\.wasm|pdf_bg\.wasm\.d\.ts|(gijiroku|parse|pdf)-inline\.js|one-file(-hash)?\.js|style\.js|integrity\.json))$/;
  assert.deepEqual(files.filter((it) => !kinds.test(it)), []);
  for (const it of ["README.md", "LICENSE-MIT", "LICENSE-APACHE", "THIRD-PARTY-LICENSES.txt", "sbom.cdx.json", "custom-elements.json", "minutes.schema.json", "define.js", "index.d.ts", "minutes.d.ts", "wasm/gijiroku_bg.wasm", "wasm/parse_bg.wasm", "wasm/pdf_bg.wasm", "wasm/style.js"]) assert.ok(files.includes(it), it);
});

test("licences and list of parts name every crate in the modules, and say it the same way each time", async () => {
  const [licences, list] = [await readFile(join(pkg, "THIRD-PARTY-LICENSES.txt"), "utf8"), await readFile(join(pkg, "sbom.cdx.json"), "utf8")];
  const words = ["tree", "--locked", "--target=wasm32-unknown-unknown", "--edges=normal,no-proc-macro", "--prefix=none", "--format={p}", "--no-default-features", "--features=element,data,data-pdf"];
  const tree = execFileSync("cargo", words, { cwd: join(pkg, ".."), encoding: "utf8" });
  const linked = [...new Set([...tree.matchAll(/^(\S+) v(\S+)/gm)].map((it) => `${it[1]} ${it[2]}`))].filter((it) => !it.startsWith("gijiroku "));
  assert.ok(linked.length > 30 && linked.some((it) => it.startsWith("yew ")));
  const { bomFormat, specVersion, version, metadata, components } = JSON.parse(list);
  const { version: own } = JSON.parse(await readFile(join(pkg, "package.json"), "utf8"));
  assert.deepEqual([bomFormat, specVersion, version, metadata.component.purl], ["CycloneDX", "1.6", 1, `pkg:npm/gijiroku-viewer@${own}`]);
  const listed = new Set(components.map((it) => `${it.name} ${it.version}`));
  for (const it of linked) assert.ok(licences.includes(`\n${it} (`) && listed.has(it), it);
  for (const it of ["dlmalloc", "hashbrown", "rust-std"]) assert.ok(components.some(({ name }) => name === it), `${it}, of the standard library`);
  assert.equal(new Set(components.map((it) => it["bom-ref"])).size, components.length);
  for (const it of components) {
    assert.ok(it.type === "library" && it.name && it.version && it.licenses[0].expression, it.name);
    if (it.name !== "rust-std") assert.ok(it.purl === `pkg:cargo/${it.name}@${it.version}` && /^[0-9a-f]{64}$/.test(it.hashes[0].content), it.name);
  }
  assert.match(licences, /Permission is hereby granted/);
  assert.ok(!licences.includes("/registry/") && !list.includes("/registry/"), "no folder of the machine");
  execFileSync(process.execPath, [join(pkg, "supply.mjs")]);
  assert.deepEqual([await readFile(join(pkg, "THIRD-PARTY-LICENSES.txt"), "utf8"), await readFile(join(pkg, "sbom.cdx.json"), "utf8")], [licences, list]);
});

test("the list of parts of the command names every crate that is linked into it", async () => {
  const into = join(project, "supply");
  execFileSync(process.execPath, [join(pkg, "supply.mjs"), into]);
  const words = ["tree", "--locked", "--edges=normal,no-proc-macro", "--prefix=none", "--format={p}", "--no-default-features", "--features=cli"];
  const tree = execFileSync("cargo", words, { cwd: join(pkg, ".."), encoding: "utf8" });
  const linked = [...new Set([...tree.matchAll(/^(\S+) v(\S+)/gm)].map((it) => `${it[1]} ${it[2]}`))].filter((it) => !it.startsWith("gijiroku "));
  const { metadata, components } = JSON.parse(await readFile(join(into, "sbom.cdx.json"), "utf8"));
  assert.deepEqual([metadata.component.type, metadata.component.name], ["application", "gijiroku"]);
  const [listed, licences] = [new Set(components.map((it) => `${it.name} ${it.version}`)), await readFile(join(into, "THIRD-PARTY-LICENSES.txt"), "utf8")];
  assert.ok(linked.length > 30 && linked.some((it) => it.startsWith("html5ever ")));
  for (const it of linked) assert.ok(listed.has(it) && licences.includes(`\n${it} (`), it);
  assert.ok(!components.some((it) => it.name === "yew") && components.some((it) => it.name === "rust-std"));
});

test("every entry of the exports map is there", async () => {
  const { exports } = JSON.parse(await readFile(join(pkg, "package.json"), "utf8"));
  const files = new Set(packed.files.map((it) => `./${it.path}`));
  for (const entry of Object.values(exports).flatMap((it) => (typeof it === "string" ? [it] : Object.values(it)))) assert.ok(files.has(entry), entry);
});

test("every entry can be imported where there is no browser", () => {
  const entries = ["", "/define", "/inline", "/element", "/parse", "/decode", "/read", "/vue", "/svelte"].map((it) => `await import("gijiroku-viewer${it}");`);
  assert.equal(node(`${entries.join("")} console.log("imported")`).trim(), "imported");
});

const bytes = `await readFile(new URL(import.meta.resolve("gijiroku-viewer/wasm/parse")))`;
const WAYS = {
  "by itself": `import { parse } from "gijiroku-viewer/parse";`,
  "with the module of the package": `import { readFile } from "node:fs/promises"; import { parse, setParseWasm } from "gijiroku-viewer"; setParseWasm(${bytes});`,
  "with the module asked for when it is needed": `import { readFile } from "node:fs/promises"; import { parse, setParseWasm } from "gijiroku-viewer"; setParseWasm(async () => new Response(${bytes}));`,
  "with the module inside of the code": `import { parse } from "gijiroku-viewer/inline";`,
};
for (const [way, code] of Object.entries(WAYS)) {
  test(`a server reads minutes ${way}`, () => {
    const use = `const minutes = await parse(${JSON.stringify(MINUTES)}); console.log(minutes.speeches[0].label);`;
    assert.equal(node(code + use).trim(), "○議長（高梨修君）");
  });
}

test("the types say what a program may do with element, events and minutes", async () => {
  const program = `
    import { parse, read, type MinutesDocument, type FailureReason } from "gijiroku-viewer";
    import "gijiroku-viewer/define";
    const viewer = document.createElement("gijiroku-viewer");
    viewer.text = "";
    viewer.people = [{ name: "岸本 汐里", roles: ["本部長"] }];
    viewer.addEventListener("minutes-failed", (event) => { const reason: FailureReason = event.detail.reason; console.log(reason); });
    viewer.addEventListener("minutes-filtered", ({ detail: { people, shown, total } }) => console.log(people[0]?.length, shown < total));
    const shown: MinutesDocument | null = await viewer.document;
    const date: string | null | undefined = shown?.meeting.date;
    const again: MinutesDocument = await parse(new Uint8Array(), { lang: "en" });
    const { form, meetings } = await read(new Uint8Array());
    console.log(form === "html", meetings[0]?.people[0]?.group);
    // @ts-expect-error: the document cannot be set
    viewer.document = again;
    export { date };`;
  await writeFile(join(project, "program.ts"), program);
  const tsc = join(pkg, "node_modules/typescript/bin/tsc");
  const flags = ["--strict", "--noEmit", "--target", "ES2022", "--lib", "ESNext,DOM,DOM.Iterable", "--module", "NodeNext", "program.ts"];
  const { stdout } = spawnSync(process.execPath, [tsc, ...flags], { cwd: project, encoding: "utf8" });
  assert.equal(stdout, "");
});

test("the manifest of the element names each attribute that it watches, and each event that it sends", async () => {
  const manifest = JSON.parse(await readFile(join(pkg, "custom-elements.json"), "utf8"));
  const [element] = manifest.modules.flatMap((it) => it.declarations ?? []).filter((it) => it.tagName);
  const watched = JSON.parse(node(`import { GijirokuViewerElement } from "gijiroku-viewer"; console.log(JSON.stringify(GijirokuViewerElement.observedAttributes))`));
  assert.deepEqual([...watched, "theme"].sort(), element.attributes.map((it) => it.name).sort());
  const types = await readFile(join(pkg, "index.d.ts"), "utf8");
  assert.deepEqual([...types.matchAll(/"(minutes-[a-z]+)": /g)].map((it) => it[1]).sort(), element.events.map((it) => it.name).sort());
});
