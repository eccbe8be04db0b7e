// From the text of a page to its tags and words, as the standard reads them. By hand, because under `trusted-types 'none'` every
// door of the browser that takes a string of HTML or XML is closed, DOMParser too, and a server has none.
import { decoded } from "./entities.js";

/** @typedef {{ start: string, attributes: Map<string, string> } | { end: string } | { words: string }} Token */

const RAW = ["script", "style", "xmp", "iframe", "noembed", "noframes", "textarea", "title"];

/** Tags and words in their order. @param {string} text @returns {Generator<Token>} */
export function* tokens(text) {
  let at = 0;
  while (at < text.length) {
    const open = text.indexOf("<", at);
    if (open !== at) yield { words: decoded(text.slice(at, open < 0 ? undefined : open)) };
    if (open < 0) return;
    const [kind, next] = [text[open + 1] ?? "", text[open + 2] ?? ""];
    if (text.startsWith("<!--", open)) at = comment(text, open + 4);
    else if (kind === "!" || kind === "?" || (kind === "/" && next && !/[a-zA-Z]/.test(next))) at = after(text, ">", open + 2);
    else if (/[a-zA-Z]/.test(kind) || (kind === "/" && next)) {
      const tag = tagAt(text, open + (kind === "/" ? 2 : 1));
      if (!tag) return;
      at = tag.end;
      if (kind === "/") yield { end: tag.name };
      else {
        yield { start: tag.name, attributes: tag.attributes };
        if (tag.name === "plaintext") return yield { words: text.slice(at) };
        if (!RAW.includes(tag.name)) continue;
        const end = endOfRaw(text, at, tag.name);
        const inside = text.slice(at, end);
        if (inside) yield { words: /^t/.test(tag.name) ? decoded(inside) : inside };
        at = end;
      }
    } else {
      yield { words: "<" };
      at = open + 1;
    }
  }
}

/** @param {string} text @param {string} what @param {number} from */
function after(text, what, from) {
  const at = text.indexOf(what, from);
  return at < 0 ? text.length : at + what.length;
}

/** @param {string} text @param {number} from */
function comment(text, from) {
  const early = /^-?>/.exec(text.slice(from, from + 2));
  if (early) return from + early[0].length;
  const end = /--!?>/g;
  end.lastIndex = from;
  return end.exec(text) ? end.lastIndex : text.length;
}

/** A tag from its name on; nothing where the text ends within it. @param {string} text @param {number} from */
function tagAt(text, from) {
  const part = /[^\t\n\f />]*/y;
  part.lastIndex = from;
  const name = /** @type {RegExpExecArray} */ (part.exec(text))[0].toLowerCase();
  /** @type {Map<string, string>} */
  const attributes = new Map();
  const attribute = /[\t\n\f /]*(?:(>)|([^\t\n\f />][^\t\n\f />=]*)(?:[\t\n\f ]*=[\t\n\f ]*(?:"([^"]*)"|'([^']*)'|(["'])|([^\t\n\f >"'][^\t\n\f >]*)?))?)/y;
  attribute.lastIndex = part.lastIndex;
  for (let it = attribute.exec(text); it; it = attribute.exec(text)) {
    if (it[1]) return { name, attributes, end: attribute.lastIndex };
    // A quotation that nothing closes holds the rest of the text.
    if (it[5]) return null;
    const key = it[2].toLowerCase();
    if (!attributes.has(key)) attributes.set(key, decoded(it[3] ?? it[4] ?? it[6] ?? ""));
  }
  return null;
}

/** Where the raw text of an element ends; a script in a comment of a script is a part of it. @param {string} text @param {number} from @param {string} name */
function endOfRaw(text, from, name) {
  const end = new RegExp(`</${name}(?=[\\t\\n\\f />])`, "gi");
  end.lastIndex = from;
  for (let it = end.exec(text); it; it = end.exec(text)) {
    const inside = name === "script" ? text.slice(from, it.index) : "";
    const hidden = inside.slice(inside.lastIndexOf("<!--"));
    const nested = inside.includes("<!--") && !hidden.includes("-->");
    if (!nested || (hidden.match(/<script[\t\n\f />]/gi)?.length ?? 0) <= (hidden.match(/<\/script[\t\n\f />]/gi)?.length ?? 0)) return it.index;
  }
  return text.length;
}
