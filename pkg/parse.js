// Minutes as data, without an element.
import { decode } from "./decode.js";
import { guard, load } from "./load.js";

/**
 * Reads minutes: a text, or the bytes of a file in any encoding that Japanese offices use.
 * @param {string | Uint8Array | ArrayBuffer} minutes
 * @param {import("./index.js").ParseOptions} [options]
 * @returns {Promise<import("./index.js").MinutesDocument>}
 */
export async function parse(minutes, options = {}) {
  const text = typeof minutes === "string" ? minutes : decode(new Uint8Array(minutes)).text;
  const { wasm } = await load();
  return guard(() => wasm.parse(text, options));
}
