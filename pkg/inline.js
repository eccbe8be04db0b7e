// The whole package with its wasm inside of the code: for bundlers and hosts that carry no other files along. Registers the element.
import "./define.js";
import { setWasm } from "./load.js";
import { setParseWasm } from "./parse.js";

setWasm(() => import("./wasm/gijiroku-inline.js").then(unpacked));
setParseWasm(() => import("./wasm/parse-inline.js").then(unpacked));

/** @param {{ default: string }} module */
function unpacked({ default: text }) {
  const packed = Uint8Array.from(atob(text), (it) => it.charCodeAt(0));
  const wasm = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(wasm, { headers: { "content-type": "application/wasm" } });
}

export * from "./index.js";
