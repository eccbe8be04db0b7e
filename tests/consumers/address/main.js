// For bundlers that give an address for a file that is imported, and for hosts that keep the files elsewhere.
import { parse, setParseWasm, setPdfWasm, setWasm } from "gijiroku-viewer";
import data from "gijiroku-viewer/wasm/parse";
import pdf from "gijiroku-viewer/wasm/pdf";
import viewer from "gijiroku-viewer/wasm";
import "gijiroku-viewer/define";

setWasm(new URL(viewer, import.meta.url));
setParseWasm(new URL(data, import.meta.url));
setPdfWasm(new URL(pdf, import.meta.url));

parse(document.querySelector("pre").textContent).then(({ speeches }) => {
  document.querySelector("output").textContent = speeches.map((it) => it.label).join("");
});
