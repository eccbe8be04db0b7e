// Registers <gijiroku-viewer>. Safe to load twice, and where there is no registry (on a server).
import { GijirokuViewerElement } from "./element.js";

const name = "gijiroku-viewer";

if (globalThis.customElements && !customElements.get(name)) {
  customElements.define(name, GijirokuViewerElement);
}

export { GijirokuViewerElement };
