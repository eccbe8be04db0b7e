// Minutes as data, without an element: a module of its own, fetched when it is first asked for.
import { decode } from "./decode.js";
import { MinutesError } from "./failure.js";
import { compile, refuse } from "./load.js";
import { first, plain } from "./read.js";

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
 * Reads minutes: a text, or the bytes of a file of any form and any encoding that Japanese offices use; of a file of several
 * meetings the first.
 * @param {string | Uint8Array | ArrayBuffer} minutes
 * @param {import("./index.js").ParseOptions & { notes?: import("./index.js").InputNote[] }} [options]
 * @returns {Promise<import("./index.js").MinutesDocument>}
 */
export async function parse(minutes, options = {}) {
  const { text, people, notes, record } = typeof minutes === "string" ? plain(minutes) : await first(decode(new Uint8Array(minutes)));
  const all = { ...options, people: [...(options.people ?? []), ...people], notes: options.notes ?? notes };
  started ??= start().catch((cause) => {
    started = undefined;
    throw cause;
  });
  const wasm = await started;
  try {
    return withRecord(wasm.parse(text, all), record);
  } catch (cause) {
    // A module that trapped is in an unknown state; the next call starts it afresh.
    if (cause instanceof WebAssembly.RuntimeError) wasm.__wbg_reset_state();
    throw new MinutesError("trapped", { cause });
  }
}

/** The document, and behind it the file's own fields where it is more than a text. @template {object} T @param {T} minutes @param {Record<string, unknown> | null} record */
export const withRecord = (minutes, record) => (record ? { ...minutes, record } : minutes);

async function start() {
  const wasm = await import("./wasm/parse.js").catch((cause) => {
    throw new MinutesError("wasm-missing", { cause });
  });
  const module = await compile(await (source ?? new URL("./wasm/parse_bg.wasm", import.meta.url)));
  await wasm.default({ module_or_path: module }).catch(refuse);
  return wasm;
}
