// Writes each wasm module as JavaScript, compressed, for "gijiroku-viewer/inline". `make pkg` runs it when the modules are made.
import { readFile, writeFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";

for (const name of ["gijiroku", "parse"]) {
  const folder = new URL("./wasm/", import.meta.url);
  const wasm = await readFile(new URL(`${name}_bg.wasm`, folder));
  const text = gzipSync(wasm, { level: 9 }).toString("base64");
  await writeFile(new URL(`${name}-inline.js`, folder), `/** ${name}_bg.wasm, by gzip and base64. */\nexport default "${text}";\n`);
}
