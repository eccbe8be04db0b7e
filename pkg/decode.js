// Bytes to text: which encoding a file of minutes is in, as Japanese offices write them.
import { MinutesError } from "./failure.js";

/** @typedef {import("./index.js").Decoded} Decoded */
/** @typedef {{ text: string, encoding: string, replaced: number }} Reading */

const SIGNATURES = { PDF: "%PDF", ZIP: "PK\x03\x04", Word: "\xd0\xcf\x11\xe0", PNG: "\x89PNG", JPEG: "\xff\xd8\xff", GIF: "GIF8", gzip: "\x1f\x8b", RTF: "{\\rtf" };
const JAPANESE = ["utf-8", "shift_jis", "euc-jp", "iso-2022-jp", "utf-16le", "utf-16be"];

/**
 * @param {Uint8Array} bytes
 * @param {string} [contentType] the header of that name; its charset is taken where the bytes do not speak against it
 * @returns {Decoded}
 */
export function decode(bytes, contentType = "") {
  refuseOther(bytes);
  const reading = byMark(bytes) ?? byEscape(bytes) ?? strict("utf-8", bytes) ?? byZeros(bytes) ?? legacy(bytes, charset(contentType));
  if (controls(reading.text) > reading.text.length / 100) throw new MinutesError("not-text", { detail: "binary" });
  return reading;
}

/** @param {Uint8Array} bytes */
function refuseOther(bytes) {
  const head = String.fromCharCode(...bytes.subarray(0, 8));
  for (const [kind, signature] of Object.entries(SIGNATURES)) {
    if (head.startsWith(signature)) throw new MinutesError("not-text", { detail: kind });
  }
}

/** A byte order mark. @param {Uint8Array} bytes @returns {Reading | undefined} */
function byMark(bytes) {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return lenient("utf-8", bytes);
  if (a === 0xff && b === 0xfe) return lenient("utf-16le", bytes);
  if (a === 0xfe && b === 0xff) return lenient("utf-16be", bytes);
}

/** ISO-2022-JP has no byte above 0x7f, and says ESC $ before kanji. @param {Uint8Array} bytes */
function byEscape(bytes) {
  const escapes = bytes.some((it, i) => it === 0x1b && bytes[i + 1] === 0x24 && (bytes[i + 2] === 0x42 || bytes[i + 2] === 0x40));
  if (escapes && !bytes.some((it) => it > 0x7f)) return lenient("iso-2022-jp", bytes);
}

/** UTF-16 without a mark has a zero byte in each space, digit and line end. @param {Uint8Array} bytes */
function byZeros(bytes) {
  if (bytes.length % 2 || !bytes.includes(0)) return undefined;
  const readings = ["utf-16le", "utf-16be"].map((it) => strict(it, bytes)).filter((it) => it !== undefined);
  return readings.filter((it) => japanese(it.text) > 0.5).sort((a, b) => japanese(b.text) - japanese(a.text))[0];
}

/** Shift_JIS or EUC-JP: what the server says, or the page, or else the one that reads as Japanese. @param {Uint8Array} bytes @param {string | undefined} said */
function legacy(bytes, said) {
  if (bytes.includes(0)) throw new MinutesError("not-text", { detail: "binary" });
  const told = said && strict(said, bytes);
  if (told) return told;
  const own = declared(bytes);
  const page = own && strict(own, bytes);
  if (page && !mostlyHalfWidth(page.text)) return page;
  const readings = ["shift_jis", "euc-jp", "utf-8"].map((it) => lenient(it, bytes));
  const best = readings.reduce((a, b) => (worth(b) > worth(a) ? b : a));
  // A damaged file may hold a few bytes that say nothing; one that is no text holds nothing else.
  if (best.replaced > best.text.length / 50) throw new MinutesError("not-text", { detail: "binary" });
  return best;
}

/** What a page or an XML file says it is in: `<meta charset="Shift_JIS">`. @param {Uint8Array} bytes */
function declared(bytes) {
  const head = String.fromCharCode(...bytes.subarray(0, 4096));
  return charset((/^\s*<\?xml[^>]*?encoding[^>]*/i.exec(head) ?? /^\s*<[^]*?<meta([^]*?charset[^>]*)/i.exec(head) ?? [""])[0]);
}

/** Half-width kana are what EUC-JP looks like in Shift_JIS. @param {string} text */
function mostlyHalfWidth(text) {
  return (text.match(/[\uff61-\uff9f]/g)?.length ?? 0) * 4 > (text.match(/[^\x00-\x7f]/gu)?.length ?? 0);
}

/** @param {Reading} reading */
function worth({ text, replaced }) {
  return japanese(text) - (20 * replaced) / (text.length || 1);
}

/** The share of signs that Japanese prose is made of; half-width kana are what EUC-JP looks like in Shift_JIS. @param {string} text */
function japanese(text) {
  const all = text.match(/[^\x00-\x20]/gu)?.length || 1;
  const prose = text.match(/[!-~\u3000-\u30ff\uff01-\uff5e\u4e00-\u9fff]/gu)?.length ?? 0;
  const kana = text.match(/[\u3041-\u3093]/gu)?.length ?? 0;
  return (prose + kana) / all;
}

/** @param {string} text */
function controls(text) {
  return text.match(/[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]/g)?.length ?? 0;
}

/** @param {string} contentType */
function charset(contentType) {
  const label = /(?:charset|encoding)\s*=\s*["']?([^\s"';/>]+)/i.exec(contentType)?.[1];
  try {
    const name = label && new TextDecoder(label).encoding;
    return name && JAPANESE.includes(name) ? name : undefined;
  } catch {
    return undefined;
  }
}

/** @param {string} encoding @param {Uint8Array} bytes @returns {Reading | undefined} */
function strict(encoding, bytes) {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding, replaced: 0 };
  } catch {
    return undefined;
  }
}

/** @param {string} encoding @param {Uint8Array} bytes @returns {Reading} */
function lenient(encoding, bytes) {
  // The mark of a UTF-8 file is kept, so that places in the text are places in the file.
  const text = new TextDecoder(encoding, { ignoreBOM: encoding === "utf-8" }).decode(bytes);
  return { text, encoding, replaced: text.match(/\ufffd/g)?.length ?? 0 };
}
