// From the tags and words of a page to a tree of its elements: the rules of src/input/markup.rs.
import { tokens } from "./tags.js";

/** @typedef {{ name: string, class: string, role: string, hidden: boolean, href: string | null, children: (string | Element)[], measure: import("./strip.js").Measure }} Element */

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
const DEEPEST = 200;

/** Whether an element stands on lines of its own. @param {string} name */
export const isBlock = (name) => BLOCKS.has(name);

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
