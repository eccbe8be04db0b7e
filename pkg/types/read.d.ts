// "gijiroku-viewer/read": a file to the meetings in it.
export type { FileMeeting, Form, InputNote, ReadFile, SuppliedPerson, WasmSource } from "../index.js";
export { read, setPdfWasm } from "../index.js";
