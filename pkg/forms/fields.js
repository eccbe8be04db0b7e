// Fields of objects, by the names that people give them, and texts made of speeches. The rules of src/input/fields.rs.

/** @typedef {Record<string, unknown>} Fields */

/** @param {unknown} it @returns {it is Fields} */
export const isObject = (it) => typeof it === "object" && it !== null && !Array.isArray(it);

/** The words of a field; null where it is missing, blank or no string. @param {Fields} object @param {string} key */
export function words(object, key) {
  const it = object[key];
  return typeof it === "string" && it.trim() ? it : null;
}

/** The first of some fields that has words. @param {Fields} object @param {string[]} names */
export function ofAny(object, names) {
  const keys = Object.keys(object);
  for (const name of names) {
    const key = keys.find((it) => plain(it) === name);
    const found = key === undefined ? null : words(object, key);
    if (found !== null) return found;
  }
  return null;
}

/** 「speaker_name」 is 「speakername」. @param {string} key */
export const plain = (key) => key.replace(/[_-]/g, "").toLowerCase();

/** The fields that are a word, a number, true, false or null. @param {Fields} object @param {string[]} [leftOut] @returns {Fields} */
export function scalars(object, leftOut = []) {
  return Object.fromEntries(Object.entries(object).filter(([key, it]) => (it === null || typeof it !== "object") && !leftOut.includes(key)));
}

/** Line ends as a text has them. @param {string} text */
export const lines = (text) => text.replace(/\r\n?/g, "\n");

/** A text made of the texts of speeches, with the fields of each and its place in bytes. */
export class Composed {
  text = "";
  #bytes = 0;
  /** @type {Fields[]} */ #speeches = [];

  /** @param {string} words */
  line(words) {
    this.#add(words + "\n");
  }

  /** @param {string} words @param {Fields} fields */
  speech(words, fields) {
    const start = this.#bytes;
    this.#add(words.replace(/\n+$/, ""));
    this.#speeches.push({ ...fields, span: { start, end: this.#bytes } });
    this.#add("\n");
  }

  /** The facts, then the speeches. @param {Fields} facts @returns {Fields} */
  record(facts) {
    return { ...facts, speeches: this.#speeches };
  }

  /** @param {string} words */
  #add(words) {
    this.text += words;
    this.#bytes += new TextEncoder().encode(words).length;
  }
}
