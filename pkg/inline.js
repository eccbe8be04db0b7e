// The whole package with its wasm inside of the code: for bundlers and hosts that carry no other files along. Registers the element.
import "./define.js";
import { setWasm } from "./load.js";
import { setParseWasm } from "./parse.js";
import { data, viewer } from "./unpack.js";

setWasm(viewer);
setParseWasm(data);

export * from "./index.js";
