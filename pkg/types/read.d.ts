// "gijiroku-viewer/read": a file to the meetings in it.
export type { FileMeeting, Form, InputNote, ReadFile, SuppliedPerson } from "../index.js";
export { read } from "../index.js";
