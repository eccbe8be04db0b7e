// A PDF to the minutes in it: a module of wasm of its own. Fetched when a file is a PDF.
import { imported } from "./again.js";
import { MinutesError } from "./failure.js";
import { compile, home, refuse } from "./load.js";

/** @typedef {typeof import("./wasm/pdf.js")} Wasm */
/** @typedef {import("./index.js").FileMeeting} Meeting */

/** @type {Promise<Wasm> | undefined} */
let started;

/** What may be wrong with a module, told of the viewer's own. */
const OF_VIEWER = ["wasm-missing", "wasm-html", "wasm-broken"];

/** For how long pages are read at a time, in milliseconds. */
const SLICE = 40;

/** How often the module was started afresh. */
let nFresh = 0;

/**
 * The meeting of a PDF. It is read a few pages at a time; what is clicked or scrolled in between is answered.
 * @param {Uint8Array} bytes
 * @param {import("./index.js").WasmSource} [source] where the module is
 * @param {AbortSignal} [signal] stops it
 * @returns {Promise<Meeting>}
 */
export async function pdfMeeting(bytes, source, signal) {
  started ??= start(source).catch((cause) => {
    started = undefined;
    throw cause;
  });
  const wasm = await started;
  const { error, pages, ...meeting } = JSON.parse(await attempt(wasm, bytes, signal));
  if (error) throw new MinutesError(error, { detail: pages ? String(pages) : "" });
  return { ...meeting, people: [], name: "" };
}

/** @param {Wasm} wasm @param {Uint8Array} bytes @param {AbortSignal} [signal] @returns {Promise<string>} */
async function attempt(wasm, bytes, signal) {
  const before = nFresh;
  try {
    return await steps(new wasm.PdfFile(bytes), signal);
  } catch (cause) {
    if (signal?.aborted) throw cause;
    // The module was started afresh for another file in the meantime; this one is as sound as it was.
    if (nFresh !== before) return attempt(wasm, bytes, signal);
    // What reads a PDF is not proven against all that a damaged one may hold. The module is in an unknown state, the next file gets another.
    nFresh += 1;
    wasm.__wbg_reset_state();
    throw new MinutesError("pdf-damaged", { cause });
  }
}

/** @param {import("./wasm/pdf.js").PdfFile} file @param {AbortSignal} [signal] */
async function steps(file, signal) {
  for (let until = performance.now() + SLICE; file.step(); ) {
    if (performance.now() < until) continue;
    await turn();
    if (signal?.aborted) {
      file.free();
      throw signal.reason;
    }
    until = performance.now() + SLICE;
  }
  return file.done();
}

/** Lets the browser do what waits. A message comes sooner than a timer. @returns {Promise<void>} */
function turn() {
  const { port1, port2 } = new MessageChannel();
  return new Promise((done) => {
    port1.onmessage = () => {
      port1.close();
      done();
    };
    port2.postMessage(null);
  });
}

/** @param {import("./index.js").WasmSource} [source] */
async function start(source) {
  const wasm = await imported(() => import("./wasm/pdf.js"), "./wasm/pdf.js").catch((cause) => {
    throw new MinutesError("pdf-missing", { cause });
  });
  // Written out as it is, so that bundlers see the file and carry it along.
  const module = await compile(source ?? home(new URL("./wasm/pdf_bg.wasm", import.meta.url))).catch((cause) => {
    // The sentences of these name the module of the viewer.
    throw OF_VIEWER.includes(cause.reason) ? new MinutesError("pdf-missing", { cause }) : cause;
  });
  await wasm.default({ module_or_path: module }).catch(refuse);
  return wasm;
}
