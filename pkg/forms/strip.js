// What of a page no reader of its text sees: the rules of src/input/prune.rs.
import { isBlock } from "./markup.js";

/** @typedef {import("./markup.js").Element} Element */
/** @typedef {{ characters: number, linked: number, links: number, inner: number, controls: number, titles: number }} Measure */
/** @typedef {Map<string, number>} LeftOut the name of what held it, and how many characters, in the order of the page */

const words = (/** @type {string} */ list) => list.split(" ");
const CODE = words("script style template title iframe noembed noframes datalist img input");
const ASIDE = words("rt rp noscript select button textarea svg canvas audio video object");
const FILES = /\.(pdf|docx?|xlsx?|pptx?|txt|csv|zip|jtd)$/i;

/** @param {string} text */
const blank = (text) => !/\P{White_Space}/u.test(text);
/** Characters but white space; U+3000 is white space too. @param {string} text */
export const count = (text) => text.match(/\P{White_Space}/gu)?.length ?? 0;

/** @param {LeftOut} leftOut @param {string} name @param {number} n */
export function add(leftOut, name, n) {
  if (n) leftOut.set(name, (leftOut.get(name) ?? 0) + n);
}

/** Takes out the running numbers that a page sets before its blocks. @param {Element} root @param {LeftOut} leftOut */
export function numbers(root, leftOut) {
  /** @type {number[]} */
  const found = [];
  const known = (/** @type {string | Element} */ it) => (typeof it === "string" ? null : number(it));
  visit(root, ({ children }, idx) => {
    const it = known(children[idx]);
    if (it !== null) found.push(it);
  });
  if (found.length < 3 || found.some((it, idx) => idx > 0 && it !== found[idx - 1] + 1)) return;
  visit(root, ({ children }, idx) => {
    const it = children[idx];
    if (known(it) === null) return;
    add(leftOut, "numbers", all(/** @type {Element} */ (it)));
    children.splice(idx, 1);
  });
}

/** Each block that begins with an element. @param {Element} it @param {(block: Element, idx: number) => void} each */
function visit(it, each) {
  const first = it.children.findIndex((child) => typeof child !== "string" || !blank(child));
  if (first >= 0 && isBlock(it.name)) each(it, first);
  for (const child of it.children) if (typeof child !== "string") visit(child, each);
}

/** @param {Element} it */
function number({ name, children: [first, ...more] }) {
  if ((name !== "span" && name !== "a") || typeof first !== "string" || more.length) return null;
  return /^\p{White_Space}*\d{1,9}\p{White_Space}*$/u.test(first) ? Number(first.trim()) : null;
}

/** Takes out what no reader of the text sees, and measures the rest. @param {Element} element @param {LeftOut} leftOut */
export function strip(element, leftOut) {
  const measure = element.measure;
  element.children = element.children.filter((it) => {
    if (typeof it === "string") {
      measure.characters += count(it);
      return true;
    }
    if (/^(input|select|button|textarea)$/.test(it.name)) measure.controls++;
    if (CODE.includes(it.name)) return false;
    if (it.hidden || ASIDE.includes(it.name)) {
      add(leftOut, it.hidden ? "hidden" : it.name, all(it));
      return false;
    }
    strip(it, leftOut);
    for (const key of /** @type {(keyof Measure)[]} */ (Object.keys(measure))) measure[key] += it.measure[key];
    return true;
  });
  const { href } = element;
  if (href !== null && !FILES.test(href.split(/[?#]/)[0])) {
    measure.linked = measure.characters;
    measure.links = 1;
    measure.inner = href.startsWith("#") ? measure.characters : 0;
  }
  if (element.name === "h1") measure.titles++;
}

/** Characters of an element that is left out, code in it not counted. @param {Element} element @returns {number} */
function all(element) {
  const of = (/** @type {string | Element} */ it) => (typeof it === "string" ? count(it) : CODE.includes(it.name) ? 0 : all(it));
  return element.children.reduce((n, it) => n + of(it), 0);
}
