// Validates files of Akoma Ntoso by the official schema: `node validate.mjs FOLDER-OF-SCHEMAS FILE…`.
import { readFileSync } from "node:fs";
import { validateXML } from "xmllint-wasm";

const [folder, ...files] = process.argv.slice(2);
const read = (name) => ({ fileName: name, contents: readFileSync(`${folder}/${name}`, "utf8") });
const result = await validateXML({
  xml: files.map((it) => ({ fileName: it, contents: readFileSync(it, "utf8") })),
  schema: [read("akomantoso30.xsd")],
  preload: [read("xml.xsd")],
});
for (const it of result.errors) console.error(it.rawMessage);
process.exit(result.valid ? 0 : 1);
