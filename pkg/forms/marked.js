// What both forms of debates are read with: elements, their words as lines, and the parts that are written. src/input/debate/mod.rs.

/** @typedef {import("./tree.js").Element} Element */
/** @typedef {string[]} Part a list of words, of which the first says what it is: src/marked/mod.rs */

/** What a note tells, by the names of the JSON of the minutes. */
const NOTES = ["scene", "movement", "opened", "recessed", "resumed", "adjourned", "closed", "voted", "narrative"];
/** Languages by BCP 47 and by the codes of ISO 639-2: src/text/language.rs. */
const CODES =
  "ja jpn en eng bg bul bs bos ca cat cs ces cy cym da dan de deu el ell es spa et est eu eus fi fin fr fra ga gle gl glg hr hrv hu hun is isl it ita " +
  "ko kor lt lit lv lav mk mkd mt mlt nl nld no nor pl pol pt por ro ron ru rus sk slk sl slv sq sqi sr srp sv swe sw swa tr tur uk ukr zh zho " +
  "de ger el gre fr fre nl dut zh chi ";

/** What is a kind of note, or nothing. @param {string | undefined} name */
export const noteKind = (name) => (name !== undefined && NOTES.includes(name) ? name : undefined);

/** The tag of a language by its code; empty where nobody knows it. @param {string | undefined} code */
export function language(code = "") {
  const tag = new RegExp(`(\\S+) ${/^[a-z]{3}$/.test(code) ? code : "-"} `).exec(CODES)?.[1] ?? code;
  return /^[a-zA-Z0-9-]{1,35}$/.test(tag) && !["und", "zxx", "mul"].includes(tag) ? tag : "";
}

/** The elements inside of one. @param {Element} it */
export const elements = (it) => it.children.filter((child) => typeof child !== "string");

/** All elements below one, in the order of the file. @param {Element} it @returns {Generator<Element>} */
export function* descendants(it) {
  for (const child of elements(it)) {
    yield child;
    yield* descendants(child);
  }
}

/** The first element below one that has a name. @param {Element} it @param {string} name */
export function below(it, name) {
  for (const child of [it, ...descendants(it)]) if (child.name === name) return child;
}

/** What prints something inside of an element; words that stand right in it have no name. @param {Element} it @returns {Element[]} */
export function parts(it) {
  return it.children.flatMap((child) => {
    if (typeof child !== "string") return [child];
    return isBlank(child) ? [] : [{ name: "", attributes: new Map(), children: [child], parent: it }];
  });
}

/** A note that stands inside of the words that it is about, and is printed elsewhere. */
export const FOOTNOTE = "authorialNote";

/** @param {string} words */
export const isBlank = (words) => /^\p{White_Space}*$/u.test(words);

/**
 * The words of an element as one line: white space around a line end of the file is none between two letters of Japanese, and a
 * space otherwise.
 * @param {Element} it
 */
export const words = (it) => pieces(it, []).join("");

/**
 * The same in pieces, of which every other one is of an element of some names, which gets brackets where it prints none.
 * @param {Element} it
 * @param {string[]} scenes
 * @param {boolean} [withoutNotes] without notes at the foot
 */
export function pieces(it, scenes, withoutNotes) {
  let [out, raw] = ["", ""];
  /** Where pieces end. @type {number[]} */
  const ends = [];
  const walk = (/** @type {Element} */ element) => {
    for (const child of element.children) {
      if (typeof child === "string") raw += child;
      else if (["br", "eol", "lb"].includes(child.name)) raw += "\n";
      else if (child.name === FOOTNOTE) {
        if (withoutNotes) continue;
        raw += "\n";
        walk(child);
      }
      else if (!scenes.includes(child.name)) walk(child);
      else {
        const inside = words(child);
        if (!inside) continue;
        const printed = /^[(（[〔［]/.test(inside);
        out = flow(out, raw);
        raw = "";
        if (!printed && out && !/\p{White_Space}$/u.test(out)) out += " ";
        ends.push(out.length);
        out += printed ? inside : `[${inside}]`;
        ends.push(out.length);
      }
    }
  };
  walk(it);
  out = flow(out, raw).replace(/[ \t\n\r]+$/, "");
  return [0, ...ends].map((start, idx) => out.slice(start, ends[idx]));
}

/** Adds words to a line. What is on one line already stays as it is. @param {string} out @param {string} raw */
function flow(out, raw) {
  const [first, ...others] = (out ? raw : raw.replace(/^[ \t\n\r]+/, "")).split(/[ \t]*[\n\r][ \t\n\r]*/);
  out += first;
  for (const line of others) {
    const wide = (/** @type {string | undefined} */ it) => it === undefined || it >= "\u2e80";
    out += (wide(out.at(-1)) && wide(line[0]) ? "" : " ") + line;
  }
  return out;
}

/** A part, without empty words at its end. @param {(string | undefined)[]} words @returns {Part} */
export function part(...words) {
  const filled = words.findLastIndex((it) => it) + 1;
  return words.slice(0, filled).map((it) => it ?? "");
}

/** Where a reference points to: what stands behind `#`. @param {string | undefined} reference */
export const target = (reference) => reference?.trim().replace(/^#+/, "");
