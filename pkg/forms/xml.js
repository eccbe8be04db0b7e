// The XML of the Diet records' API as the JSON that the API would have given. The rules of src/input/xml.rs.

/** @typedef {import("./fields.js").Fields} Fields */

const LISTS = ["meetingRecord", "speechRecord"];
const NUMBERS = ["session", "searchObject", "speechOrder", "startPage"];
const DEEPEST = 200;
const WRAPPERS = ["records", "record", "recordData"];
/** @type {Record<string, string>} */
const NAMES = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

/** The value, where the text is well-formed as far as its tags go. @param {string} text @returns {Fields | null} */
export function value(text) {
  const token = /<!--[^]*?-->|<!\[CDATA\[([^]*?)\]\]>|<\?[^]*?\?>|<!DOCTYPE[^>]*>|<(\/?)([^\s/>]+)(?:\s[^>]*?)?(\/?)>|([^<]+)/y;
  /** @type {Fields} */
  const root = {};
  /** @type {{ name: string, into: Fields, words: string }[]} */
  const open = [{ name: "", into: root, words: "" }];
  const close = () => {
    const { name, into, words } = /** @type {typeof open[0]} */ (open.pop());
    put(/** @type {typeof open[0]} */ (open.at(-1)).into, name, into, words);
  };
  let at = 0;
  text = text.replace(/^\ufeff?\s*/, "").replace(/\r\n?/g, "\n");
  while (at < text.length) {
    token.lastIndex = at;
    const it = token.exec(text);
    if (!it) return null;
    at = token.lastIndex;
    const [, data, end, name, empty, words] = it;
    const top = /** @type {typeof open[0]} */ (open.at(-1));
    // A reference that XML does not know.
    if (words !== undefined && /&(?!(?:#x[0-9a-f]+|#[0-9]+|lt|gt|amp|quot|apos);)/.test(words)) return null;
    if (words !== undefined || data !== undefined) top.words += data ?? decoded(words);
    else if (end) {
      if (name !== top.name || open.length < 2) return null;
      close();
    } else if (name !== undefined) {
      if (open.length >= DEEPEST) return null;
      open.push({ name, into: WRAPPERS.includes(name) ? top.into : {}, words: "" });
      if (empty) close();
    }
  }
  return open.length === 1 ? root : null;
}

/** @param {Fields} object @param {string} name @param {Fields} into @param {string} words */
function put(object, name, into, words) {
  if (WRAPPERS.includes(name)) return;
  const inside = Object.keys(into).length ? into : NUMBERS.includes(name) && /^\d+$/.test(words) ? Number(words) : words || null;
  if (!LISTS.includes(name)) object[name] = inside;
  else if (Array.isArray(object[name])) object[name].push(inside);
  else object[name] = [inside];
}

/** @param {string} words */
function decoded(words) {
  return words.replace(/&(?:#x([0-9a-f]+)|#([0-9]+)|([a-z]+));/gi, (all, hex, decimal, name) => {
    if (name !== undefined) return NAMES[name] ?? all;
    const code = hex === undefined ? parseInt(decimal, 10) : parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : all;
  });
}
