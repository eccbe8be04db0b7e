// Minutes as data, without an element: a module of its own, fetched when it is first asked for.
import { decode } from "./decode.js";
import { MinutesError } from "./failure.js";
import { compile, refuse } from "./load.js";

/** @typedef {typeof import("./wasm/parse.js")} Wasm */

/** @type {import("./index.js").WasmSource | undefined} */
let source;
/** @type {Promise<Wasm> | undefined} */
let started;

/**
 * Says where the wasm file of `parse` is, for bundlers and hosts that move it, or brings its bytes. Before the first use.
 * @param {import("./index.js").WasmSource} it
 */
export function setParseWasm(it) {
  source = it;
}

/**
 * Reads minutes: a text, or the bytes of a file in any encoding that Japanese offices use.
 * @param {string | Uint8Array | ArrayBuffer} minutes
 * @param {import("./index.js").ParseOptions} [options]
 * @returns {Promise<import("./index.js").MinutesDocument>}
 */
export async function parse(minutes, options = {}) {
  const text = typeof minutes === "string" ? minutes : decode(new Uint8Array(minutes)).text;
  started ??= start().catch((cause) => {
    started = undefined;
    throw cause;
  });
  const wasm = await started;
  try {
    return wasm.parse(text, options);
  } catch (cause) {
    // A module that trapped is in an unknown state; the next call starts it afresh.
    if (cause instanceof WebAssembly.RuntimeError) wasm.__wbg_reset_state();
    throw new MinutesError("trapped", { cause });
  }
}

async function start() {
  const wasm = await import("./wasm/parse.js").catch((cause) => {
    throw new MinutesError("wasm-missing", { cause });
  });
  const module = await compile(await (source ?? new URL("./wasm/parse_bg.wasm", import.meta.url)));
  await wasm.default({ module_or_path: module }).catch(refuse);
  return wasm;
}
