// The whole package with its wasm inside of the code: for bundlers and hosts that carry no other files along. Registers the element.
import "./define.js";
import { setWasm } from "./load.js";
import { setParseWasm } from "./parse.js";
import { setPdfWasm } from "./read.js";
import { data, pdf, viewer } from "./unpack.js";

setWasm(viewer);
setParseWasm(data);
setPdfWasm(pdf);

export * from "./index.js";
