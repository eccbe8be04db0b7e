// The files inside of a zip, by its central directory; what one unpacks to is bounded by what was told. The rules of src/input/docx/zip.rs.
import { MinutesError } from "../failure.js";

/** @typedef {{ locked: boolean, method: number, sum: number, packed: number, length: number, at: number }} Entry */

/** All that is unpacked of one file, in bytes. */
const MOST = 256 << 20;
const END = 22;
const HEAD = 46;

/** @returns {never} */
export function damaged() {
  throw new MinutesError("docx-damaged");
}

/** A zip, and what is left of the limit. */
export class Zip {
  #left = MOST;

  /** @param {Uint8Array} bytes */
  constructor(bytes) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.entries = listing(this.view, bytes);
  }

  /** The text of a file; null where there is none of this name. @param {string} name @returns {Promise<string | null>} */
  async text(name) {
    const entry = this.entries.get(lower(name));
    if (!entry) return null;
    if (entry.locked) throw new MinutesError("docx-encrypted");
    this.#left -= entry.length;
    if (this.#left < 0) throw new MinutesError("docx-large");
    const bytes = await this.#unpacked(entry);
    try {
      return new TextDecoder(encoding(bytes), { fatal: true }).decode(bytes);
    } catch {
      return damaged();
    }
  }

  /** @param {Entry} entry */
  async #unpacked({ method, sum, packed, length, at }) {
    const { view, bytes } = this;
    if (at + 30 > bytes.length || view.getUint32(at, true) !== 0x04034b50) damaged();
    const from = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
    const raw = bytes.subarray(from, from + packed);
    if (raw.length !== packed || (method && method !== 8)) damaged();
    const out = method ? await inflated(raw, length) : raw;
    if (out.length !== length || crc(out) !== sum) damaged();
    return out;
  }
}

/** What deflate packed, unpacked no further than it was told. @param {Uint8Array} raw @param {number} length */
async function inflated(raw, length) {
  const out = new Uint8Array(length);
  const reader = new Blob([/** @type {Uint8Array<ArrayBuffer>} */ (raw)]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
  let at = 0;
  for (;;) {
    const { done, value } = await reader.read().catch(damaged);
    if (done) return out.subarray(0, at);
    if (at + value.length > length) {
      await reader.cancel().catch(() => {});
      damaged();
    }
    out.set(value, at);
    at += value.length;
  }
}

/** @param {DataView} view @param {Uint8Array} bytes */
function listing(view, bytes) {
  try {
    return entries(view, bytes);
  } catch {
    // A place that is not in the file.
    return damaged();
  }
}

/** What the central directory lists; two files of one name are two answers to one question. @param {DataView} view @param {Uint8Array} bytes */
function entries(view, bytes) {
  let end = bytes.length - END;
  while (view.getUint32(end, true) !== 0x06054b50) if (--end < bytes.length - END - 0xffff) return damaged();
  /** @type {Map<string, Entry>} */
  const found = new Map();
  let [left, at] = list(view, end);
  for (; left; left--) {
    if (view.getUint32(at, true) !== 0x02014b50) damaged();
    const two = (/** @type {number} */ idx) => view.getUint16(at + idx, true);
    const four = (/** @type {number} */ idx) => view.getUint32(at + idx, true);
    const next = at + HEAD + two(28);
    const name = lower(new TextDecoder().decode(bytes.subarray(at + HEAD, next)));
    if (found.has(name) || next > bytes.length) damaged();
    // Lengths that do not fit stand one after the other in a field of their own, in this order.
    let wide = wideField(view, next, next + two(30));
    const [length, packed, place] = [24, 20, 42].map((idx) => (four(idx) === 0xffffffff ? eight(view, (wide += 8) - 8) : four(idx)));
    found.set(name, { locked: (two(8) & 1) === 1, method: two(10), sum: four(16), packed, length, at: place });
    at = next + two(30) + two(32);
    if (at > bytes.length) damaged();
  }
  return found;
}

/** How many files the list has and where it is. Where that does not fit (zip64), it stands in a wider record in front. @param {DataView} view @param {number} end */
function list(view, end) {
  const [n, at] = [view.getUint16(end + 10, true), view.getUint32(end + 16, true)];
  const isWide = (n === 0xffff || at === 0xffffffff) && end >= 20 && view.getUint32(end - 20, true) === 0x07064b50;
  if (!isWide) return [n, at];
  const record = eight(view, end - 12);
  if (view.getUint32(record, true) !== 0x06064b50) damaged();
  return [eight(view, record + 32), eight(view, record + 48)];
}

/** Where the wide lengths are among the further fields of an entry; nowhere in the file where there are none. @param {DataView} view @param {number} at @param {number} end */
function wideField(view, at, end) {
  for (; at + 4 <= end; at += 4 + view.getUint16(at + 2, true)) if (view.getUint16(at, true) === 1) return at + 4;
  return view.byteLength;
}

/** @param {DataView} view @param {number} at */
const eight = (view, at) => Number(view.getBigUint64(at, true));

/** The names of parts are compared without case. @param {string} name */
const lower = (name) => name.replace(/[A-Z]/g, (it) => it.toLowerCase());

/** UTF-8 or, by its mark, UTF-16. @param {Uint8Array} bytes */
const encoding = ([a, b]) => (a === 0xff && b === 0xfe ? "utf-16le" : a === 0xfe && b === 0xff ? "utf-16be" : "utf-8");

const TABLE = Uint32Array.from({ length: 256 }, (_, it) => {
  for (let bit = 0; bit < 8; bit++) it = it & 1 ? (it >>> 1) ^ 0xedb88320 : it >>> 1;
  return it;
});

/** The CRC-32 of bytes. @param {Uint8Array} bytes */
function crc(bytes) {
  let sum = -1;
  for (let idx = 0; idx < bytes.length; idx++) sum = (sum >>> 8) ^ TABLE[(sum ^ bytes[idx]) & 255];
  return ~sum >>> 0;
}
