// "gijiroku-viewer/parse": minutes as data.
export type * from "../minutes.js";
export type { Correction, Explanation, ParseOptions, SuppliedPerson, ViewerLang, WasmSource } from "../index.js";
export { explain, parse, setParseWasm } from "../index.js";
