// Debates that others marked up, Akoma Ntoso 3.0 and TEI, as the parts that the minutes are made of. The rules of src/input/debate/.
import { read as readAkn } from "./akn.js";
import { descendants } from "./marked.js";
import { read as readTei } from "./tei.js";
import { Refused, tree } from "./tree.js";

/** @typedef {import("./marked.js").Part} Part */
/** @typedef {{ text: string, name: string, marked: Part[] }} Debate */

/** The form of a text by its root element. @param {string} text @returns {"akoma-ntoso" | "tei" | null} */
export function form(text) {
  // Words that name an element are no element.
  if (!/^[\ufeff\s]*</.test(text)) return null;
  let at = text.indexOf("<");
  while (text.startsWith("<!", at) || text.startsWith("<?", at)) {
    const comment = text.startsWith("<!--", at);
    const end = comment ? text.indexOf("-->", at) : at + 1;
    if (end < 0) return null;
    at = text.indexOf("<", end);
    if (at < 0) return null;
  }
  const name = /[^\s>/]*/.exec(text.slice(at + 1, at + 100))?.[0].replace(/^.*:/, "");
  if (name === "akomaNtoso") return "akoma-ntoso";
  return name === "TEI" || name === "teiCorpus" ? "tei" : null;
}

/** The meetings of such a text. @param {string} text @param {"akoma-ntoso" | "tei"} form @returns {Debate[]} */
export function meetings(text, form) {
  const root = tree(text);
  const name = form === "tei" ? "TEI" : "debate";
  const debates = [root, ...descendants(root)].filter((it) => it.name === name);
  const read = debates.map((it) => told(form === "tei" ? readTei(it) : readAkn(it))).filter((it) => it.text);
  if (!read.length) throw new Refused("no-debate");
  return read;
}

/** @param {Part[]} marked @returns {Debate} */
function told(marked) {
  const text = textOf(marked);
  return { text, name: text.slice(0, text.indexOf("\n")), marked };
}

/** The text that the parts make: each a line. src/marked/mod.rs makes the same. @param {Part[]} marked */
function textOf(marked) {
  /** @type {Map<string, string>} what is printed before a speech of theirs where nothing else is */
  const names = new Map();
  return marked.reduce((text, part) => text + lineOf(part, names, text), "");
}

/** @param {Part} part @param {Map<string, string>} names @param {string} before */
function lineOf([kind, ...words], names, before) {
  const [one = "", two = "", three = ""] = words;
  if (kind === "title") return `${one}\n`;
  if (kind === "date") return `${two || one}\n`;
  if (kind === "note") return `${two}\n`;
  if (kind === "paragraph") return `${words.join("")}\n`;
  if (kind === "person") names.set(one, two);
  if (kind === "section") {
    const line = [two, three].filter(Boolean).join(" ");
    return (before && "\n") + (line && `${line}\n`);
  }
  if (kind !== "speech") return "";
  const label = two || (three && (names.get(three) ?? three));
  // Whom no list names is called what is printed first.
  if (three && !names.has(three)) names.set(three, label);
  return label && `${label}\n`;
}
