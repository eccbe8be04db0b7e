// What a server takes for "gijiroku-viewer" and "gijiroku-viewer/parse": it fetches no files, and what is bundled for it lacks them.
import { setParseWasm } from "./parse.js";
import { data } from "./unpack.js";

setParseWasm(data);

export * from "./index.js";
