// Minutes as data, without an element: a module of its own, fetched when it is first asked for.
import { imported } from "./again.js";
import { MinutesError } from "./failure.js";
import { compile, home, refuse } from "./load.js";
import { opened, plain } from "./read.js";

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
  if (typeof minutes !== "string") {
    const wasm = await module();
    const json = attempt(wasm, () => wasm.parseBytes(new Uint8Array(minutes), options));
    if (json !== undefined) return JSON.parse(json);
  }
  const { text, record, wasm, all } = await ready(minutes, options);
  return withRecord(object(wasm, text, all), record);
}

/**
 * Tells what each line of minutes was taken for, and why: the lines that are asked for, of a text that stays in the module.
 * @param {string | Uint8Array | ArrayBuffer} minutes
 * @param {import("./index.js").ParseOptions & { notes?: import("./index.js").InputNote[] }} [options]
 * @returns {Promise<import("./index.js").Explanation>}
 */
export async function explain(minutes, options = {}) {
  const { text, wasm, all } = await ready(minutes, options);
  const explanation = attempt(wasm, () => new wasm.Explanation(text, all));
  return {
    length: explanation.length,
    diagnostics: attempt(wasm, () => explanation.diagnostics()),
    lines: (from = 0, to = explanation.length) => attempt(wasm, () => explanation.lines(from, to)),
    free: () => explanation.free(),
  };
}

/**
 * Writes minutes in another form, as the command does.
 * @param {string | Uint8Array | ArrayBuffer} minutes
 * @param {import("./index.js").Written} form
 * @param {import("./index.js").ConvertOptions & { notes?: import("./index.js").InputNote[], record?: Record<string, unknown> | null }} [options]
 * @returns {Promise<string>}
 */
export async function convert(minutes, form, options = {}) {
  const { text, wasm, all, record } = await ready(minutes, options);
  if (form === "json") return `${JSON.stringify(whole(object(wasm, text, all), text, all, options.record ?? record))}\n`;
  const written = attempt(wasm, () => wasm.convert(text, all, form, options.file ?? "", options.speaker ?? ""));
  if (written === undefined) throw new RangeError(`no form of this name: ${form}`);
  return written;
}

/** The document, and behind it what reads it back. @param {object} minutes @param {string} text @param {import("./index.js").ParseOptions} options @param {Record<string, unknown> | null} record */
function whole(minutes, text, { people = [], marked }, record) {
  const named = (marked ?? []).filter(([kind]) => kind === "person").map(([, , name = "", reading = "", group = "", position = ""]) => ({ name, roles: [], reading: reading || null, group: group || null, position: position || null }));
  const supplied = [...people, ...named].map(({ name, roles, reading = null, group = null, position = null }) => ({ name, roles, reading, group, position }));
  return withRecord({ ...minutes, text, ...(supplied.length && { supplied }), ...(marked && { marked }) }, record);
}

/** What the module is called with, and the module. @param {string | Uint8Array | ArrayBuffer} minutes @param {import("./index.js").ParseOptions & { notes?: import("./index.js").InputNote[] }} options */
async function ready(minutes, options) {
  const { text, people, notes, record, marked } = typeof minutes === "string" ? plain(minutes) : await opened(new Uint8Array(minutes));
  const all = { ...options, people: [...(options.people ?? []), ...people], notes: options.notes ?? notes, marked: options.marked ?? marked };
  return { text, record, all, wasm: await module() };
}

/** The one module of the page; where it cannot be had, the next call tries again. */
function module() {
  started ??= start().catch((cause) => {
    started = undefined;
    throw cause;
  });
  return started;
}

/** @param {Wasm} wasm @param {string} text @param {import("./index.js").ParseOptions} all @returns {import("./index.js").MinutesDocument} */
const object = (wasm, text, all) => JSON.parse(attempt(wasm, () => wasm.parse(text, all)));

/** @template T @param {Wasm} wasm @param {() => T} work @returns {T} */
function attempt(wasm, work) {
  try {
    return work();
  } catch (cause) {
    // A module that trapped is in an unknown state; the next call starts it afresh.
    if (cause instanceof WebAssembly.RuntimeError) wasm.__wbg_reset_state();
    throw new MinutesError("trapped", { cause });
  }
}

/** The document, and behind it the file's own fields where it is more than a text. @template {object} T @param {T} minutes @param {Record<string, unknown> | null} record */
export const withRecord = (minutes, record) => (record ? { ...minutes, record } : minutes);

async function start() {
  const wasm = await imported(() => import("./wasm/parse.js"), "./wasm/parse.js").catch((cause) => {
    throw new MinutesError("wasm-missing", { cause });
  });
  // Written out as it is, so that bundlers see the file and carry it along.
  const module = await compile(source ?? home(new URL("./wasm/parse_bg.wasm", import.meta.url)));
  await wasm.default({ module_or_path: module }).catch(refuse);
  return wasm;
}
