// The `debate` of Akoma Ntoso, as the parts that the minutes are made of. The rules of src/input/debate/akn.rs.
import { below, descendants, elements, language, noteKind, part, parts, target, words } from "./marked.js";

/** @typedef {import("./marked.js").Element} Element */
/** @typedef {import("./marked.js").Part} Part */

/** Elements that are speeches. */
const SPEECHES = ["speech", "question", "answer"];

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
  for (const it of elements(debate)) if (["debateBody", "conclusions"].includes(it.name)) inside(it, [], out);
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
    if (SPEECHES.includes(it.name)) speech(it, out);
    else if (it.name === "scene") out.push(part("note", "scene", words(it)));
    else if (it.attributes.has("name") || has("heading")) section(it, out);
    else if (has(...SPEECHES, "p", "debateSection")) inside(it, [], out);
    else if (words(it)) out.push(part("paragraph", words(it)));
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
  out.push(part("speech", it.name === "speech" ? "statement" : it.name, from && words(from), target(it.attributes.get("by"))));
  said(it, from, out);
  out.push(part("end-speech"));
}

/** @param {Element} node @param {Element | undefined} from @param {Part[]} out */
function said(node, from, out) {
  for (const it of parts(node).filter((it) => it !== from)) {
    if (it.name !== "p" && elements(it).some((child) => child.name === "p")) {
      said(it, undefined, out);
      continue;
    }
    const [line, kind] = [words(it), noteKind(it.attributes.get("class"))];
    if (line) out.push(kind ? part("note", kind, line) : part("paragraph", line));
  }
}
