// The `debate` of Akoma Ntoso, as the parts that the minutes are made of. The rules of src/input/debate/akn.rs.
import { FOOTNOTE, below, descendants, elements, isBlank, language, noteKind, part, parts, pieces, target, words } from "./marked.js";

/** @typedef {import("./marked.js").Element} Element */
/** @typedef {import("./marked.js").Part} Part */

/** Elements that are speeches. */
const SPEECHES = ["speech", "question", "answer"];
/** Elements that stand on lines of their own. */
const BLOCKS = ["p", "block", "blockList", "item", "listIntroduction", "listWrapUp", "ul", "ol", "li", "table", "caption", "tr", "toc", "tocItem", "heading", "subheading", "crossHeading"];

/** @param {Element} debate @returns {Part[]} */
export function read(debate) {
  /** @type {Part[]} */
  const out = [];
  const expression = below(debate, "FRBRExpression");
  const tag = language(expression && below(expression, "FRBRlanguage")?.attributes.get("language"));
  if (tag) out.push(part("language", tag));
  const all = [...descendants(debate)];
  for (const { name, attributes } of all) {
    const id = attributes.get("eId") ?? attributes.get("id");
    if (name === "TLCPerson" && id !== undefined && attributes.has("showAs")) out.push(part("person", id, attributes.get("showAs")));
  }
  let dated = false;
  for (const it of elements(debate)) if (["coverPage", "preface", "preamble"].includes(it.name)) dated = preface(it, out) || dated;
  const known = all.find((it) => it.name === "FRBRdate" && it.attributes.get("name") !== "unknown")?.attributes.get("date");
  if (!dated && known !== undefined) out.push(part("date", known));
  for (const it of elements(debate)) if (["debateBody", "conclusions", "attachments"].includes(it.name)) inside(it, [], out);
  return out;
}

/** Title, day and other words in front; whether there was a day. @param {Element} node @param {Part[]} out @returns {boolean} */
function preface(node, out) {
  let dated = false;
  for (const it of parts(node)) {
    const line = words(it);
    const when = below(it, "docDate")?.attributes.get("date");
    if (it.name === "container" || it.name === "longTitle" || !line) dated = preface(it, out) || dated;
    else if (below(it, "docTitle")) out.push(part("title", line));
    else if (when !== undefined) {
      out.push(part("date", when, line));
      dated = true;
    } else out.push(part("paragraph", line));
  }
  return dated;
}

/** What stands in a node, but for what was read of it. @param {Element} node @param {(Element | undefined)[]} read @param {Part[]} out */
function inside(node, read, out) {
  for (const it of parts(node).filter((it) => !read.includes(it))) {
    const has = (/** @type {string[]} */ ...names) => elements(it).some((child) => names.includes(child.name));
    // Of a paper behind the debate; a debate behind another is read by itself.
    if (it.name === "meta" || it.name === "debate") continue;
    if (SPEECHES.includes(it.name)) speech(it, out);
    else if (it.name === "scene") out.push(part("note", "scene", words(it)));
    else if (it.attributes.has("name") || has("heading")) section(it, out);
    else if (has(...SPEECHES, "p", "debateSection")) inside(it, [], out);
    else for (const line of lines(it)) out.push(part("paragraph", line));
  }
}

/** @param {Element} it @param {Part[]} out */
function section(it, out) {
  const kind = it.attributes.get("name");
  // What we write for words outside of any section.
  if (kind === "outside") return inside(it, [], out);
  const [number, heading] = ["num", "heading"].map((name) => elements(it).find((child) => child.name === name));
  out.push(part("section", kind, number && words(number), heading && words(heading)));
  inside(it, [number, heading], out);
  out.push(part("end-section"));
}

/** @param {Element} it @param {Part[]} out */
function speech(it, out) {
  const from = elements(it).find((child) => child.name === "from");
  // A heading of the speech stands before its speaker.
  const all = parts(it);
  const nBefore = from ? all.indexOf(from) : 0;
  for (const line of all.slice(0, nBefore).flatMap(lines)) out.push(part("paragraph", line));
  out.push(part("speech", it.name === "speech" ? "statement" : it.name, from && words(from), target(it.attributes.get("by"))));
  said(all.slice(from ? nBefore + 1 : 0), out);
  out.push(part("end-speech"));
}

/** @param {Element[]} inside @param {Part[]} out */
function said(inside, out) {
  for (const it of inside) {
    const kind = it.name === "p" ? noteKind(it.attributes.get("class")) : undefined;
    if (kind && words(it)) out.push(part("note", kind, words(it)));
    else for (const line of lines(it)) out.push(part("paragraph", line));
  }
}

/** The lines of an element: one for each block, for each row of a table, and for each note at the foot. @param {Element} node @returns {string[]} */
function lines(node) {
  if (node.name === "tr") return [elements(node).map((it) => lines(it).join(" ")).join("\u3000")].filter(isPrinted);
  if (!elements(node).some((it) => BLOCKS.includes(it.name))) {
    const notes = [...descendants(node)].filter((it) => it.name === FOOTNOTE);
    return [pieces(node, [], true).join(""), ...notes.flatMap(footnote)].filter(isPrinted);
  }
  const out = [];
  // A number stands before what it numbers.
  let number = "";
  for (const it of parts(node)) {
    if (it.name === "num") number += `${words(it)} `;
    else
      for (const line of lines(it)) {
        out.push(number + line);
        number = "";
      }
  }
  return [...out, number.trimEnd()].filter(isPrinted);
}

const isPrinted = (/** @type {string} */ it) => !isBlank(it);

/** @param {Element} it */
function footnote(it) {
  const marker = it.attributes.get("marker");
  return lines(it).map((line, idx) => (marker !== undefined && idx === 0 ? `${marker} ${line}` : line));
}
