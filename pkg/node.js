// What a server takes for "gijiroku-viewer" and "gijiroku-viewer/parse": it fetches no files, and what is bundled for it lacks them.
import { setParseWasm } from "./parse.js";
import { setPdfWasm } from "./read.js";
import { data, pdf } from "./unpack.js";

setParseWasm(data);
setPdfWasm(pdf);

export * from "./index.js";
