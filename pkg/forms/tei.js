// TEI, as ParlaMint and Parla-CLARIN have it, as the parts that the minutes are made of. The rules of src/input/debate/tei.rs.
import { below, descendants, elements, isBlank, language, noteKind, part, parts, pieces, target, words } from "./marked.js";

/** @typedef {import("./marked.js").Element} Element */
/** @typedef {import("./marked.js").Part} Part */
/** What is printed before the next speech. @typedef {{ words: string | null }} Label */

/** What is told of the room. */
const SCENES = ["note", "vocal", "kinesic", "incident", "gap"];

/** @param {Element} tei @returns {Part[]} */
export function read(tei) {
  /** @type {Part[]} */
  const out = [];
  /** @type {Element | null} */
  let named = tei;
  while (named && !named.attributes.has("xml:lang")) named = named.parent;
  const tag = language(named?.attributes.get("xml:lang"));
  if (tag) out.push(part("language", tag));
  const header = below(tei, "teiHeader");
  if (header) head(header, out);
  for (const it of elements(tei)) if (it.name === "text") inside(it, { words: null }, out);
  return out;
}

/** @param {Element} header @param {Part[]} out */
function head(header, out) {
  const all = [header, ...descendants(header)];
  /** @type {Map<string, string>} */
  const groups = new Map();
  for (const it of all) {
    const [id, name] = [it.attributes.get("xml:id"), below(it, "orgName")];
    if (it.name === "org" && /roup|arty/.test(it.attributes.get("role") ?? "") && id !== undefined && name && !groups.has(id)) groups.set(id, words(name));
  }
  for (const it of all) {
    const names = elements(it).filter((child) => child.name === "persName");
    const reads = (/** @type {Element} */ name) => name.attributes.get("type") === "reading";
    const [id, name, reading, role] = [it.attributes.get("xml:id"), names.find((it) => !reads(it)), names.find(reads), below(it, "roleName")];
    if (it.name !== "person" || id === undefined || !name) continue;
    const affiliations = elements(it).filter((child) => child.name === "affiliation" && child.attributes.has("ref"));
    const group = affiliations.map((child) => groups.get(target(child.attributes.get("ref")) ?? "")).find((it) => it !== undefined);
    out.push(part("person", id, words(name), reading && words(reading), group, role && words(role)));
  }
  const statement = below(header, "titleStmt");
  const title = statement && below(statement, "title");
  if (title && words(title)) out.push(part("title", words(title)));
  const places = ["setting", "sourceDesc"].flatMap((name) => below(header, name) ?? []);
  const date = places.flatMap((it) => [it, ...descendants(it)]).find((it) => it.name === "date");
  const when = date?.attributes.get("when") ?? date?.attributes.get("from");
  if (date && when !== undefined) out.push(part("date", when, words(date)));
}

/** What stands in the text or in a division. @param {Element} node @param {Label} label @param {Part[]} out */
function inside(node, label, out) {
  for (const it of parts(node)) {
    if (["body", "front", "back"].includes(it.name)) inside(it, label, out);
    else if (it.name === "div") division(it, label, out);
    // A division has read its own.
    else if (it.name === "head" && node.name === "div") continue;
    else if (it.name === "u") {
      const before = label.words;
      label.words = null;
      speech(it, before, out);
    } else if (it.name === "note" && it.attributes.get("type") === "speaker") {
      if (label.words !== null) out.push(part("paragraph", label.words));
      label.words = words(it);
    } else aside(it, out);
  }
  if (label.words !== null) out.push(part("paragraph", label.words));
  label.words = null;
}

/** What is no speech: told of the room, or any other words. @param {Element} it @param {Part[]} out */
function aside(it, out) {
  const line = words(it);
  const type = it.attributes.get("type");
  let kind = noteKind(type);
  if (it.name === "note" && type === "time") kind = "narrative";
  else if (it.name !== "note" && SCENES.includes(it.name)) kind ??= "scene";
  else if (it.name !== "note") kind = undefined;
  if (line) out.push(kind ? part("note", kind, line) : part("paragraph", line));
}

/** @param {Element} it @param {Label} label @param {Part[]} out */
function division(it, label, out) {
  const [head, ...others] = elements(it).filter((child) => child.name === "head");
  const num = head && below(head, "num");
  const number = num && words(num);
  let heading = head && words(head);
  if (number !== undefined && heading?.startsWith(number)) heading = heading.slice(number.length).replace(/^\p{White_Space}+/u, "");
  const divided = heading || number !== undefined || it.attributes.has("subtype");
  if (divided) out.push(part("section", it.attributes.get("subtype"), number, heading));
  for (const other of others) out.push(part("paragraph", words(other)));
  inside(it, label, out);
  if (divided) out.push(part("end-section"));
}

/** @param {Element} it @param {string | null} label @param {Part[]} out */
function speech(it, label, out) {
  const ana = (it.attributes.get("ana") ?? "").split(/\p{White_Space}+/u).map(target);
  const kind = ana.includes("question") ? "question" : ana.includes("answer") ? "answer" : ana.includes("chair") ? "chairing" : "statement";
  const inferred = (it.attributes.get("cert") ?? "high") !== "high" ? "inferred" : "";
  out.push(part("speech", kind, label ?? "", target(it.attributes.get("who")), inferred));
  // Words that stand right in the element are one paragraph, with whatever stands among them.
  const whole = it.children.some((child) => typeof child === "string" && !isBlank(child));
  for (const child of whole ? [it] : elements(it)) {
    if (SCENES.includes(child.name)) aside(child, out);
    else {
      const said = pieces(child, SCENES);
      if (said.join("")) out.push(part("paragraph", ...said));
    }
  }
  out.push(part("end-speech"));
}
