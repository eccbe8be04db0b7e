// Validates files by the official schema of Akoma Ntoso: `node validate.mjs SCHEMA FILE…`; beside it stands the xml.xsd that it imports.
import { readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { validateXML } from "xmllint-wasm";

const [schema, ...files] = process.argv.slice(2);
const read = (path) => ({ fileName: basename(path), contents: readFileSync(path, "utf8") });
const result = await validateXML({ xml: files.map(read), schema: [read(schema)], preload: [read(join(dirname(schema), "xml.xsd"))] });
for (const it of result.errors) console.error(it.rawMessage);
process.exit(result.valid ? 0 : 1);
