// From the text of a page to its tags and words, and to a tree of its elements. By hand, because under `trusted-types 'none'`
// every door of the browser that takes a string of HTML or XML is closed, DOMParser too, and a server has none.
// The rules are those of src/input/markup.rs.
import { decoded } from "./entities.js";

/** @typedef {{ name: string, class: string, role: string, hidden: boolean, href: string | null, children: (string | Element)[], measure: import("./prune.js").Measure }} Element */
/** @typedef {{ start: string, attributes: Map<string, string> } | { end: string } | { words: string }} Token */

const words = (/** @type {string} */ list) => new Set(list.split(" "));
const BLOCKS = words(
  "address article aside blockquote caption center dd details dialog dir div dl dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 " +
    "header hgroup hr legend li listing main menu nav ol optgroup option p plaintext pre search section summary table td th tr ul",
);
const VOID = words("area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr");
const PASSED_OVER = words(
  "abbr acronym b bdi bdo big blink body cite code colgroup del dfn em font head html i ins kbd mark nobr q s samp small strike strong tbody tfoot thead tt u",
);
const CELLS = words("table td th caption");
const HEADINGS = words("h1 h2 h3 h4 h5 h6");
const RAW = words("script style xmp iframe noembed noframes textarea title");
const DEEPEST = 200;

/** Whether an element stands on lines of its own. @param {string} name */
export const isBlock = (name) => BLOCKS.has(name);

/** Tags and words in their order. @param {string} text @returns {Generator<Token>} */
function* tokens(text) {
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
        if (!RAW.has(tag.name)) continue;
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

/** The tree of a page; its root has no name. @param {string} text @returns {Element} */
export function tree(text) {
  const root = element("");
  /** @type {Element[]} */
  const open = [];
  const top = () => open.at(-1) ?? root;
  const put = (/** @type {Element} */ it) => top().children.push(it);
  const closeTo = (/** @type {number} */ idx) => {
    while (open.length > idx) {
      const it = /** @type {Element} */ (open.pop());
      put(it);
    }
  };
  const push = (/** @type {Element} */ it) => open.length < DEEPEST && open.push(it);
  /** Closes the innermost of these, unless one that `stops` is between. @param {(name: string) => boolean} is @param {(name: string) => boolean} stops */
  const close = (is, stops) => {
    for (let idx = open.length - 1; idx >= 0; idx--) {
      if (is(open[idx].name)) return closeTo(idx);
      if (stops(open[idx].name)) return;
    }
  };
  const within = (/** @type {string} */ list) => {
    const names = words(list);
    return (/** @type {string} */ name) => names.has(name);
  };
  const isCell = (/** @type {string} */ name) => CELLS.has(name);
  /** Closes all inside of the innermost of these, and says which it is. @param {string[]} names */
  const upTo = (...names) => {
    const idx = open.findLastIndex((it) => names.includes(it.name));
    if (idx < 0) return null;
    closeTo(idx + 1);
    return open[idx].name;
  };
  const isOpen = (/** @type {string} */ name) => open.findLastIndex((it) => it.name === name) > open.findLastIndex((it) => CELLS.has(it.name));

  /** @param {string} name @param {Map<string, string>} attributes */
  function start(name, attributes) {
    const it = element(name, attributes);
    if (PASSED_OVER.has(name) || (name === "a" && it.href === null)) return;
    if (name === "li") close(within("li"), within("ul ol menu dir table td th caption"));
    else if (name === "dt" || name === "dd") close(within("dt dd"), within("dl table td th caption"));
    else if (name === "option") close(within("option"), within("select"));
    else if (/^(rb|rt|rp|rtc)$/.test(name)) close(within("rb rt rp"), within("ruby"));
    else if (name === "a") close(within("a"), isCell);
    else if ((name === "tr" || name === "caption") && !upTo("table")) return;
    else if (name === "td" || name === "th") {
      const found = upTo("table", "tr");
      if (!found) return;
      if (found !== "tr") push(element("tr"));
    }
    if (isBlock(name)) close(within("p"), isCell);
    if (HEADINGS.has(name) && HEADINGS.has(top().name)) closeTo(open.length - 1);
    if (VOID.has(name)) put(it);
    else push(it);
  }

  /** @param {string} name */
  function end(name) {
    if (PASSED_OVER.has(name)) return;
    if (name === "table") close(within("table"), () => false);
    else if (/^(tr|td|th|caption)$/.test(name)) close(within(name), within("table"));
    else if (name === "br" || (name === "p" && !isOpen("p"))) put(element(name));
    else if (HEADINGS.has(name)) close((it) => HEADINGS.has(it), isCell);
    else if (isBlock(name)) close(within(name), isCell);
    else close((it) => it === name, isBlock);
  }

  for (const token of tokens(text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n").replaceAll("\0", ""))) {
    if ("start" in token) start(token.start, token.attributes);
    else if ("end" in token) end(token.end);
    else {
      const { children } = top();
      if (typeof children.at(-1) === "string") children[children.length - 1] += token.words;
      else children.push(token.words);
    }
  }
  closeTo(0);
  return root;
}

/** @param {string} name @param {Map<string, string>} [attributes] @returns {Element} */
export function element(name, attributes = new Map()) {
  const of = (/** @type {string} */ key) => attributes.get(key);
  const style = (of("style") ?? "").toLowerCase().replaceAll(" ", "");
  return {
    name,
    class: [of("id"), of("class")].filter((it) => it !== undefined).join(" "),
    role: (of("role") ?? "").trim().toLowerCase(),
    hidden: attributes.has("hidden") || style.includes("display:none"),
    href: of("href") ?? null,
    children: [],
    measure: { characters: 0, linked: 0, links: 0, inner: 0, controls: 0, titles: 0 },
  };
}
