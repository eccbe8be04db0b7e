// The tree of an XML file, read by hand, because under `trusted-types 'none'` the browser's own reader is closed and a server has
// none. Nothing outside of the file is read: a document type, and with it every entity of its own, is refused.

/** @typedef {{ name: string, attributes: Map<string, string>, children: (Element | string)[], parent: Element | null }} Element a name is without its prefix */
/** @typedef {"document-type" | "entity" | "includes" | "too-large" | "not-well-formed" | "no-debate"} Why */

/** Deeper than so many elements within each other is not read. */
const DEEPEST = 200;
/** So many elements, texts and attributes are read at most. */
const MOST = 8_000_000;
/** @type {Record<string, string>} */
const NAMES = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

/** What a reader is told of it, in any language. @type {Record<Why, string>} */
const TOLD = {
  "document-type": "<!DOCTYPE>",
  entity: "<!ENTITY>",
  includes: "<xi:include>",
  "too-large": `> ${DEEPEST} / ${MOST}`,
  "not-well-formed": "XML 1.0",
  "no-debate": "<debate> <TEI>",
};

/** Why a file is not read. */
export class Refused extends Error {
  /** @param {Why} why @param {number} [line] counted from 1 */
  constructor(why, line) {
    super(TOLD[why] + (line ? ` ${line}:` : ""));
    this.why = why;
    this.line = line;
  }
}

/** The root of a file. @param {string} text @returns {Element} */
export function tree(text) {
  text = text.replace(/^\ufeff?\s*/, "").replace(/\r\n?/g, "\n");
  const token = /<!--(?:(?!--)[^])*-->|<!\[CDATA\[([^]*?)\]\]>|<\?[^]*?\?>|<\/([^\s/>]+)\s*>|<([^\s/>!?=<&"']+)((?:\s+[^\s=/>]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/y;
  /** @type {Element} */
  const top = { name: "", attributes: new Map(), children: [], parent: null };
  /** @type {Element} */
  let open = top;
  /** The names as they are written, prefixes and all. @type {string[]} */
  const names = [];
  let [at, count] = [0, 0];
  const refuse = (/** @type {Why} */ why = "not-well-formed") => {
    throw new Refused(why, text.slice(0, at).split("\n").length);
  };
  while (at < text.length) {
    if (text.startsWith("<!DOCTYPE", at)) refuse("document-type");
    token.lastIndex = at;
    const it = token.exec(text) ?? refuse();
    const [, data, end, name, attributes, empty, words] = it;
    if (++count > MOST) refuse("too-large");
    const said = data ?? (words && decoded(words, refuse));
    if (said !== undefined) {
      // Words that a comment or a reference parts are one.
      if (open === top) {
        if (said.trim()) refuse();
      } else if (typeof open.children.at(-1) === "string") open.children[open.children.length - 1] += said;
      else open.children.push(said);
    } else if (end !== undefined) {
      if (names.pop() !== end || !open.parent) refuse();
      open = /** @type {Element} */ (open.parent);
    } else if (name !== undefined) {
      if (open === top && top.children.length) refuse();
      /** @type {Element} */
      const element = { name: local(name), attributes: read(attributes, refuse), children: [], parent: open === top ? null : open };
      count += element.attributes.size;
      if (element.name === "include") refuse("includes");
      open.children.push(element);
      if (!empty) {
        names.push(name);
        if (names.length > DEEPEST) refuse("too-large");
        element.parent = open;
        open = element;
      }
    }
    at = token.lastIndex;
  }
  const [root] = top.children;
  if (open !== top || !root || typeof root === "string") throw new Refused("not-well-formed", text.split("\n").length);
  return root;
}

/** @param {string} name */
const local = (name) => name.slice(name.indexOf(":") + 1);

/** @param {string} attributes @param {(why?: Why) => never} refuse */
function read(attributes, refuse) {
  /** @type {Map<string, string>} */
  const out = new Map();
  for (const [, name, one, two] of attributes.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    if (out.has(name)) refuse();
    out.set(name, decoded((one ?? two).replace(/[\t\n]/g, " "), refuse));
  }
  return out;
}

/** @param {string} words @param {(why?: Why) => never} refuse */
function decoded(words, refuse) {
  return words.replace(/&(?:#x([0-9a-fA-F]+);|#([0-9]+);|([\w.:-]+);)?/g, (_, hex, decimal, name) => {
    if (name !== undefined) return NAMES[name] ?? refuse("entity");
    const code = hex !== undefined ? parseInt(hex, 16) : decimal !== undefined ? parseInt(decimal, 10) : NaN;
    // What XML 1.0 has no character for.
    const known = code === 9 || code === 10 || code === 13 || (code >= 0x20 && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000) && code !== 0xfffe && code !== 0xffff);
    return known ? String.fromCodePoint(code) : refuse();
  });
}
