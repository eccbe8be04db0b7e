// Writes each wasm module as JavaScript, compressed, for "gijiroku-viewer/inline"; and all of the package as one script, for pages
// of one file; and the sum of each file that a page loads. `make pkg` runs it when the modules are made.
import { createHash } from "node:crypto";
import { readFile, readdir, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

const folder = new URL("./wasm/", import.meta.url);
for (const name of ["gijiroku", "parse", "pdf"]) {
  const wasm = await readFile(new URL(`${name}_bg.wasm`, folder));
  const text = gzipSync(wasm, { level: 9 }).toString("base64");
  await writeFile(new URL(`${name}-inline.js`, folder), `/** ${name}_bg.wasm, by gzip and base64. */\nexport default "${text}";\n`);
}

const { outputFiles } = await build({
  entryPoints: [fileURLToPath(new URL("./one-file.js", import.meta.url))],
  bundle: true,
  write: false,
  format: "esm",
  target: "es2022",
  minify: true,
  legalComments: "none",
  charset: "utf8",
  // What is written from this very script; a saved page has it in its policy.
  external: ["./wasm/one-file-hash.js"],
});
// Behind `<!--` a browser no longer takes `</script>` for the end; both stand in strings alone.
const script = outputFiles[0].text.trim().replaceAll("<!--", "\\x3c!--");
if (/<\/script|<!--|[\r\0]/i.test(script)) throw new Error("the script cannot stand inside of a page as it is");
await writeFile(new URL("one-file.js", folder), script);
const hash = createHash("sha256").update(script).digest("base64");
await writeFile(new URL("one-file-hash.js", folder), `/** Of one-file.js, for a script-src. */\nexport default "sha256-${hash}";\n`);

// The sum of each script and module, as the attribute `integrity` and import maps take it.
const sums = {};
for (const below of ["", "forms/", "wasm/"]) {
  const names = (await readdir(new URL(`./${below}`, import.meta.url))).filter((it) => /\.(js|wasm)$/.test(it)).sort();
  for (const name of names) sums[below + name] = `sha384-${createHash("sha384").update(await readFile(new URL(`./${below}${name}`, import.meta.url))).digest("base64")}`;
}
await writeFile(new URL("integrity.json", folder), `${JSON.stringify(sums, null, 2)}\n`);
