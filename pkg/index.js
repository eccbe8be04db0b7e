// The package without side effects: to register the element, import "gijiroku-viewer/define".
export { GijirokuViewerElement } from "./element.js";
export { MinutesError } from "./failure.js";
export { setWasm } from "./load.js";
export { convert, explain, parse, setParseWasm } from "./parse.js";
export { decode } from "./decode.js";
export { read, setPdfWasm } from "./read.js";
