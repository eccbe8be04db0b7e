// "gijiroku-viewer/element", and "gijiroku-viewer/define", which registers it.
export { GijirokuViewerElement } from "../index.js";
