// The wasm that stands in the code itself, compressed; inline.mjs writes it.

export const viewer = () => import("./wasm/gijiroku-inline.js").then(unpacked);

export const data = () => import("./wasm/parse-inline.js").then(unpacked);

export const pdf = () => import("./wasm/pdf-inline.js").then(unpacked);

/** @param {{ default: string }} module */
function unpacked({ default: text }) {
  const packed = Uint8Array.from(atob(text), (it) => it.charCodeAt(0));
  const wasm = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(wasm, { headers: { "content-type": "application/wasm" } });
}
