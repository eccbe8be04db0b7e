// "gijiroku-viewer/decode": bytes to text.
export type { Decoded } from "../index.js";
export { decode } from "../index.js";
