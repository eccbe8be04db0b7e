// Sizes of what a reader's browser fetches, raw and compressed; fails where the wasm is over its budget. `--budget` asks for that alone.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { account } from "./account.mjs";

const pkg = new URL("../../pkg/", import.meta.url);
const TARGET = 120_000;
const BUDGET = 173_000;
/** Paid only by who opens a PDF: the codes of Japanese fonts are 250 kB of it, and cannot be packed further. */
const PDF_BUDGET = 440_000;

const read = (names) => names.map((it) => readFileSync(new URL(it, pkg)));
const desk = ["desk.js", "desk-words.js"];
/** Other doors to the same rooms: a page comes in by one of them. */
const doors = ["inline.js", "unpack.js", "node.js", "react.js", "frame.js", "frame-host.js", "one-file.js", "one-file-data.js"];
/** Fetched when a reader asks for it. */
const saving = ["save.js", "save-menu.js"];
const paper = ["pdf.js"];
const code = readdirSync(pkg).filter((it) => it.endsWith(".js") && !desk.includes(it) && !saving.includes(it) && !paper.includes(it) && !doors.includes(it));
const rows = {
  "gijiroku_bg.wasm": read(["wasm/gijiroku_bg.wasm"]),
  "gijiroku.js (glue)": read(["wasm/gijiroku.js"]),
  "style.js (stylesheet)": read(["wasm/style.js"]),
  [`the element (${code.length} files)`]: read(code),
};
const once = Object.values(rows).flat();
rows["parse_bg.wasm (on demand)"] = read(["wasm/parse_bg.wasm"]);
rows["parse.js (on demand)"] = read(["wasm/parse.js"]);
rows["pdf_bg.wasm (on demand)"] = read(["wasm/pdf_bg.wasm"]);
rows["pdf.js (on demand)"] = read(["wasm/pdf.js", ...paper]);
rows["the desk (on demand)"] = read(desk);
const DEBATES = ["akn.js", "debate.js", "marked.js", "tei.js", "tree.js"];
rows["forms/ for debates"] = DEBATES.map((it) => readFileSync(new URL(`forms/${it}`, pkg)));
const WORD = ["docx.js", "numbering.js", "numerals.js", "word.js", "zip.js"];
rows["forms/ for Word"] = WORD.map((it) => readFileSync(new URL(`forms/${it}`, pkg)));
rows["forms/ (pages, JSON, XML)"] = readdirSync(new URL("forms/", pkg)).filter((it) => !DEBATES.includes(it) && !WORD.includes(it)).map((it) => readFileSync(new URL(`forms/${it}`, pkg)));
rows["gijiroku-inline.js"] = read(["wasm/gijiroku-inline.js"]);
rows["parse-inline.js"] = read(["wasm/parse-inline.js"]);
rows["one-file.js (on demand)"] = [...read(["wasm/one-file.js"]), ...read(saving)];
rows["total of a viewer"] = once;

const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`.padStart(10);
const sum = (files, of) => files.reduce((n, it) => n + of(it), 0);
const brotli = (it) => brotliCompressSync(it, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

const wasm = brotli(rows["gijiroku_bg.wasm"][0]);
if (!process.argv.includes("--budget")) {
  console.log("".padEnd(32) + ["raw", "gzip", "brotli"].map((it) => it.padStart(10)).join(""));
  for (const [name, files] of Object.entries(rows)) {
    const sizes = [sum(files, (it) => it.length), sum(files, (it) => gzipSync(it, { level: 9 }).length), sum(files, brotli)];
    console.log(name.padEnd(32) + sizes.map(kB).join(""));
  }
  accounted();
}

/** Whose the bytes of the viewer's module are. */
function accounted() {
  const compiled = new URL("../../target/modules/gijiroku.wasm", import.meta.url);
  if (!existsSync(compiled)) return;
  const { rooms, features } = account(readFileSync(compiled), rows["gijiroku_bg.wasm"][0], brotli);
  for (const [title, parts] of [["the viewer's wasm is", rooms], ["and of that, by themselves", features]]) {
    console.log(`\n${title.padEnd(32)}${"compiled".padStart(10)}${"brotli".padStart(20)}`);
    for (const it of parts) console.log(it.name.padEnd(32) + kB(it.raw) + kB(it.sent).padStart(20));
  }
  console.log("");
}

console.log(`wasm, brotli: ${kB(wasm).trim()} of ${kB(BUDGET).trim()} allowed; the aim is ${kB(TARGET).trim()}`);
const pdf = brotli(rows["pdf_bg.wasm (on demand)"][0]);
console.log(`wasm for PDF, brotli: ${kB(pdf).trim()} of ${kB(PDF_BUDGET).trim()} allowed`);
if (wasm > BUDGET || pdf > PDF_BUDGET) {
  console.error("the wasm is over its budget");
  process.exit(1);
}
