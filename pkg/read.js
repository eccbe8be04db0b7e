// A file to the meetings in it, whatever form it has. What reads more than plain text is fetched when it is first needed.
import { imported } from "./again.js";
import { decode } from "./decode.js";
import { MinutesError } from "./failure.js";

/** @type {import("./index.js").WasmSource | undefined} */
let source;

/**
 * Says where the wasm file for PDF is, for bundlers and hosts that move it, or brings its bytes. Before the first PDF.
 * @param {import("./index.js").WasmSource} it
 */
export function setPdfWasm(it) {
  source = it;
}

/** @typedef {import("./index.js").Decoded} Decoded */
/** @typedef {import("./index.js").ReadFile} ReadFile */
/** @typedef {Decoded & import("./index.js").FileMeeting & { form: import("./index.js").Form, told: (lang: "ja" | "en") => string }} OneMeeting */

/**
 * The meetings of a file: of a text, a page, a PDF, a Word file, a debate in Akoma Ntoso or TEI, an answer of the Diet records' API or a
 * list of speeches in JSON.
 * @param {Uint8Array | ArrayBuffer} bytes
 * @param {string} [contentType]
 * @returns {Promise<ReadFile>}
 */
export async function read(bytes, contentType = "") {
  const all = new Uint8Array(bytes);
  const form = packed(all);
  if (form) return { encoding: "", replaced: 0, form, meetings: [await READ[form](all)] };
  const { text, encoding, replaced } = decode(all, contentType);
  return { encoding, replaced, ...(await taken(text)).file };
}

/**
 * The first meeting of a file of any form.
 * @param {Uint8Array} bytes
 * @param {string} [contentType]
 * @param {AbortSignal} [signal]
 * @returns {Promise<OneMeeting>}
 */
export async function opened(bytes, contentType = "", signal) {
  const form = packed(bytes);
  if (!form) return first(decode(bytes, contentType));
  const meeting = await READ[form](bytes, signal);
  const forms = await imported(() => import("./forms/take.js"), "./forms/take.js");
  return { ...meeting, encoding: "", replaced: 0, form, told: (lang) => forms.told(form, meeting.notes, lang) };
}

/** What a file is that is no text, by how it begins; some PDFs begin with a few bytes of something else. A zip may be a Word file, and what Word wrote before has its own sentence. @param {Uint8Array} bytes */
function packed(bytes) {
  const head = String.fromCharCode(...bytes.subarray(0, 1024));
  if (head.startsWith("%PDF-") || (head.includes("\0") && head.includes("%PDF-"))) return "pdf";
  return /^(?:PK\x03\x04|\xd0\xcf\x11\xe0)/.test(head) ? "docx" : null;
}

const READ = { pdf, docx };

/** @param {Uint8Array} bytes @param {AbortSignal} [signal] */
async function pdf(bytes, signal) {
  const { pdfMeeting } = await imported(() => import("./pdf.js"), "./pdf.js").catch((cause) => {
    throw new MinutesError("pdf-missing", { cause });
  });
  return pdfMeeting(bytes, source, signal);
}

/** @param {Uint8Array} bytes @param {AbortSignal} [signal] */
async function docx(bytes, signal) {
  const { docxMeeting } = await imported(() => import("./forms/docx.js"), "./forms/docx.js").catch((cause) => {
    throw new MinutesError("docx-missing", { cause });
  });
  return docxMeeting(bytes, signal);
}

/**
 * The first meeting of a text, with a note of the others, and what a reader is to be told of it.
 * @param {Decoded} decoded
 * @returns {Promise<OneMeeting>}
 */
export async function first({ text, encoding, replaced }) {
  const { file, forms } = await taken(text);
  const [meeting] = file.meetings;
  const { form } = file;
  if (form === "html" && !meeting.text) throw new MinutesError("html");
  const notes = [...(forms?.others(file.meetings, 0) ?? []), ...meeting.notes];
  const told = (/** @type {"ja" | "en"} */ lang) => (forms && form !== "text" ? forms.told(form, notes, lang) : "");
  return { ...meeting, encoding, replaced, form, notes, told };
}

/** A text that a program gave is the text of the minutes, whatever it looks like. @param {string} text @returns {OneMeeting} */
export function plain(text) {
  // Half of a surrogate pair is no character.
  return { text, encoding: "utf-8", replaced: text.match(/\p{Surrogate}/gu)?.length ?? 0, form: "text", people: [], notes: [], name: "", record: null, told: () => "" };
}

/** Only what begins like a tag or like JSON may be no plain text. @param {string} text */
async function taken(text) {
  const { people, notes, name, record } = plain(text);
  const file = /** @type {const} */ ({ form: "text", meetings: [{ text, people, notes, name, record }] });
  if (!/^[\ufeff\s]*[<{[]/.test(text)) return { file, forms: null };
  const forms = await imported(() => import("./forms/take.js"), "./forms/take.js");
  const named = /<(?:[\w-]+:)?(?:akomaNtoso|TEI|teiCorpus)[\s>]/.test(text.slice(0, 100_000));
  const debate = named ? await imported(() => import("./forms/debate.js"), "./forms/debate.js") : null;
  try {
    return { file: forms.take(text, debate), forms };
  } catch (cause) {
    // What it says is the same in every language.
    throw new MinutesError("xml", { detail: cause instanceof Error ? cause.message : "", cause });
  }
}
