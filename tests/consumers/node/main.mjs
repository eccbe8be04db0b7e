// Every entry of the package where there is no browser, and minutes as data.
import { readFile } from "node:fs/promises";
import { parse } from "gijiroku-viewer/parse";

const { exports } = JSON.parse(await readFile(new URL(import.meta.resolve("gijiroku-viewer/package.json")), "utf8"));
for (const [entry, files] of Object.entries(exports)) if (files.default) await import(`gijiroku-viewer${entry.slice(1)}`);

const { speeches } = await parse("○議長（高梨修君）　これより会議を開きます。\n○教育長（葛西緑君）　開館いたします。\n");
console.log(speeches.map((it) => it.label).join(""));
