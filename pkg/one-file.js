// The script of a page that holds minutes and viewer in one file; inline.mjs bundles it to wasm/one-file.js.
// The minutes stand in the page as JSON, in which every character survives as it is.
import "./one-file-data.js";
import "./define.js";
import { setWasm } from "./load.js";
import { setParseWasm } from "./parse.js";
import { data, viewer } from "./unpack.js";

// Without what reads a PDF: the minutes of such a page are a text already.
setWasm(viewer);
setParseWasm(data);
