// What of a page is no part of the minutes: the rules of src/input/prune.rs.
import { isBlock } from "./markup.js";

/** @typedef {import("./markup.js").Element} Element */
/** @typedef {{ characters: number, linked: number, links: number, inner: number, controls: number, titles: number }} Measure */
/** @typedef {Map<string, number>} LeftOut the name of what held it, and how many characters, in the order of the page */

const words = (/** @type {string} */ list) => list.split(" ");
const CODE = words("script style template title iframe noembed noframes datalist img input");
const ASIDE = words("rt rp noscript select button textarea svg canvas audio video object");
const AROUND = words("nav aside header footer");
/** @type {Record<string, string>} */
const ROLES = { navigation: "nav", banner: "header", contentinfo: "footer", complementary: "aside", search: "search", menu: "menu" };
const WORDS = words(
  "nav navi navigation gnav gnavi lnav globalnav globalnavi localnav localnavi breadcrumb breadcrumbs topicpath pankuzu header footer sidebar sidemenu " +
    "menu submenu search skip skiplink pagetop banner sns share copyright sitemap",
);
const BOXES = words("div section ul ol dl p form table");
const FILES = /\.(pdf|docx?|xlsx?|pptx?|txt|csv|zip|jtd)$/i;
const MOST = 2;

/** @param {string} text */
const blank = (text) => !/\P{White_Space}/u.test(text);
/** Characters but white space; U+3000 is white space too. @param {string} text */
const count = (text) => text.match(/\P{White_Space}/gu)?.length ?? 0;

/** @param {LeftOut} leftOut @param {string} name @param {number} n */
function add(leftOut, name, n) {
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

/** Takes out what stands around the main content of a page that was stripped. @param {Element} root @param {LeftOut} leftOut */
export function around(root, leftOut) {
  /** @type {Map<string, number>} */
  const calls = new Map();
  countWords(root, calls);
  prune(root, false, { calls, total: root.measure.characters, leftOut });
  mainAlone(root, leftOut);
}

/** @param {Element} element @param {Map<string, number>} calls */
function countWords(element, calls) {
  const own = wordOf(element);
  if (own) calls.set(own, (calls.get(own) ?? 0) + 1);
  else for (const it of element.children) if (typeof it !== "string") countWords(it, calls);
}

/** 「globalNavi」 has 「navi」, 「site-footer」 has 「footer」. @param {Element} element */
function wordOf(element) {
  if (!element.class || !BOXES.includes(element.name)) return undefined;
  const parts = element.class.replace(/([a-z])(?=[A-Z])/g, "$1 ").toLowerCase().split(/[^a-z0-9]+/);
  return WORDS.find((it) => parts.includes(it));
}

/** @param {Element} element @param {boolean} inMain @param {{ calls: Map<string, number>, total: number, leftOut: LeftOut }} page */
function prune(element, inMain, page) {
  inMain ||= isMain(element) || element.name === "article";
  let [characters, titles] = [0, element.name === "h1" ? 1 : 0];
  element.children = element.children.filter((it) => {
    if (typeof it === "string") {
      characters += count(it);
      return true;
    }
    const name = it.measure.characters * 3 < page.total && called(it, inMain, page.calls);
    if (name) {
      add(page.leftOut, name, it.measure.characters);
      return false;
    }
    prune(it, inMain, page);
    characters += it.measure.characters;
    titles += it.measure.titles;
    return true;
  });
  Object.assign(element.measure, { characters, titles });
}

/** What an element that stands around is called. @param {Element} element @param {boolean} inMain @param {Map<string, number>} calls */
function called(element, inMain, calls) {
  const { characters, linked, links, inner, controls } = element.measure;
  const word = wordOf(element);
  const name = ROLES[element.role] ?? AROUND.find((it) => it === element.name) ?? (word && (calls.get(word) ?? 0) > 0 && /** @type {number} */ (calls.get(word)) <= MOST ? word : undefined);
  if (name && !(inMain && (name === "header" || name === "footer"))) return name;
  if (element.name === "form" && controls > 0) return "form";
  const isList = /^(ul|ol|table|div|td|p)$/.test(element.name);
  return isList && ((links >= 4 && linked * 10 >= characters * 8) || (inner > 0 && inner === characters)) ? "links" : undefined;
}

const isMain = (/** @type {Element} */ it) => it.name === "main" || it.role === "main";

/** One `main`, or one `article`, that holds most of the text is all. @param {Element} root @param {LeftOut} leftOut */
function mainAlone(root, leftOut) {
  const { characters, titles } = root.measure;
  let mains = find(root, isMain);
  if (!mains.length) mains = find(root, (it) => it.name === "article");
  const [main] = mains;
  if (mains.length !== 1 || main.measure.characters * 2 < characters || (!main.measure.titles && titles)) return;
  add(leftOut, "outside main", characters - main.measure.characters);
  root.children = [main];
}

/** The outermost elements of a kind. @param {Element} element @param {(it: Element) => boolean} is @returns {Element[]} */
function find(element, is) {
  return element.children.flatMap((it) => (typeof it === "string" ? [] : is(it) ? [it] : find(it, is)));
}
