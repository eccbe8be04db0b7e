// The one instance of the wasm module that all elements of a page share.
import { imported } from "./again.js";
import { MinutesError } from "./failure.js";
import { fetched } from "./policy.js";

/** @typedef {typeof import("./wasm/gijiroku.js")} Wasm */
/** @typedef {{ wasm: Wasm, style: string }} Loaded the module, and the stylesheet of the viewer */
/** @typedef {import("./index.js").WasmSource} WasmSource */

/** @type {WasmSource | undefined} */
let source;
/** @type {Promise<Loaded> | undefined} */
let started;
/** @type {Loaded | undefined} */
let running;
let trapped = false;
/** @type {Set<(cause: unknown) => void>} */
const watchers = new Set();

/**
 * Says where the wasm file of the viewer is, for bundlers and hosts that move it, or brings its bytes. Before the first element loads.
 * @param {WasmSource} it
 */
export function setWasm(it) {
  source = it;
}

/** @returns {Promise<Loaded>} */
export function load() {
  if (trapped) restart();
  started ??= start().catch((cause) => {
    started = undefined;
    throw cause;
  });
  return started;
}

async function start() {
  if (!("adoptedStyleSheets" in document)) throw new MinutesError("unsupported", { detail: "adoptedStyleSheets" });
  // The glue is fetched late, so that a page that lacks it still gets an element that says so.
  const code = Promise.all([imported(() => import("./wasm/gijiroku.js"), "./wasm/gijiroku.js"), imported(() => import("./wasm/style.js"), "./wasm/style.js")]).catch((cause) => {
    throw new MinutesError("wasm-missing", { cause });
  });
  // Written out as it is, so that bundlers see the file and carry it along.
  const [[wasm, style], module] = await Promise.all([code, compile(source ?? home(new URL("./wasm/gijiroku_bg.wasm", import.meta.url)))]);
  await wasm.default({ module_or_path: module }).catch(refuse);
  globalThis.addEventListener?.("error", notice);
  running = { wasm, style: style.default };
  return running;
}

/** While one develops with Vite before 8, the code is moved to a folder of its own and the wasm file is not. @param {URL} url */
export const home = (url) => String(url).replace(/\/\.vite\/deps[^/]*\/wasm\//, "/gijiroku-viewer/wasm/");

/** @param {WasmSource} source @returns {Promise<WebAssembly.Module>} */
export async function compile(source) {
  if (typeof WebAssembly !== "object") throw new MinutesError("unsupported", { detail: "WebAssembly" });
  const it = await brought(source);
  if (it instanceof WebAssembly.Module) return it;
  if (it instanceof ArrayBuffer || ArrayBuffer.isView(it)) return WebAssembly.compile(it).catch(refuse);
  const response = it instanceof Response ? it : await request(it);
  if (!response.ok) throw new MinutesError("wasm-missing", { detail: String(response.status) });
  const mime = response.headers.get("content-type")?.split(";")[0].trim();
  // A server that does not know the type of wasm cannot be streamed from.
  if (mime === "application/wasm" && "compileStreaming" in WebAssembly) return streamed(response);
  return whole(response);
}

/** @param {WasmSource} source @returns {Promise<Exclude<Awaited<WasmSource>, Function>>} */
async function brought(source) {
  if (typeof source !== "function") return source;
  try {
    return await /** @type {() => Promise<Response>} */ (source)();
  } catch (cause) {
    throw new MinutesError("wasm-missing", { cause });
  }
}

/** @param {string | URL} url */
async function request(url) {
  try {
    return await fetched(url);
  } catch (cause) {
    if (cause instanceof MinutesError) throw cause;
    throw new MinutesError("wasm-missing", { cause });
  }
}

/** Compiles a module as it comes. @param {Response} response */
async function streamed(response) {
  return WebAssembly.compileStreaming(response).catch((cause) => {
    if (cause instanceof WebAssembly.CompileError || cause instanceof RangeError || BLOCKED.test(String(cause))) return refuse(cause);
    if (!response.url) return cut(cause);
    // Firefox does not tell a file that broke off on its way from one that is damaged where it lies: once more, whole.
    return request(response.url).then(whole);
  });
}

/** Compiles a module once it has come. @param {Response} response */
async function whole(response) {
  const bytes = new Uint8Array(await response.arrayBuffer().catch(cut));
  if (bytes[0] === 0x3c) throw new MinutesError("wasm-html");
  return WebAssembly.compile(bytes).catch(refuse);
}

/** @param {unknown} cause @returns {never} */
function cut(cause) {
  throw new MinutesError("wasm-missing", { cause });
}

/** Browsers have no type for a refusal by policy; all name the policy or the keyword that it lacks. */
const BLOCKED = /unsafe-eval|\bCSP\b|content security policy/i;

/** A module with a function of `externref`: a browser that takes it has all else that our modules need. */
const EXTERNREF = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 1, 5, 1, 0x60, 1, 0x6f, 0);

/** @param {unknown} cause @returns {never} */
export function refuse(cause) {
  if (BLOCKED.test(String(cause))) throw new MinutesError("wasm-blocked", { cause });
  if (cause instanceof RangeError) throw new MinutesError("memory", { cause });
  if (!WebAssembly.validate(EXTERNREF)) throw new MinutesError("unsupported", { detail: "WebAssembly 2.0 (externref)", cause });
  throw new MinutesError("wasm-broken", { cause });
}

/**
 * Runs what calls into the module; a trap in it is told to every element, since none may call the module again.
 * @template T
 * @param {() => T} work
 * @returns {T}
 */
export function guard(work) {
  try {
    return work();
  } catch (cause) {
    if (cause instanceof WebAssembly.RuntimeError) trap(cause);
    throw cause;
  }
}

/** @param {(cause: unknown) => void} watcher called when the module traps @returns {() => void} stops it */
export function watch(watcher) {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

/** A trap inside a handler of the viewer comes up as an error of the page. @param {ErrorEvent} event */
function notice({ error }) {
  if (error instanceof Error && /gijiroku_bg|wasm-function|wasm:\/\//.test(error.stack ?? "")) trap(error);
}

/** @param {unknown} cause */
function trap(cause) {
  trapped = true;
  for (const tell of [...watchers]) tell(cause);
}

function restart() {
  running?.wasm.__wbg_reset_state();
  trapped = false;
}
