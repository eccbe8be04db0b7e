export { GijirokuViewerElement } from "./index.js";
