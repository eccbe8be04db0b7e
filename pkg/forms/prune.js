// What stands around the main content of a page: the rules of src/input/prune.rs.
import { add, count } from "./strip.js";

/** @typedef {import("./markup.js").Element} Element */
/** @typedef {import("./strip.js").LeftOut} LeftOut */

const words = (/** @type {string} */ list) => list.split(" ");
const AROUND = words("nav aside header footer");
/** @type {Record<string, string>} */
const ROLES = { navigation: "nav", banner: "header", contentinfo: "footer", complementary: "aside", search: "search", menu: "menu" };
const WORDS = words(
  "nav navi navigation gnav gnavi lnav globalnav globalnavi localnav localnavi breadcrumb breadcrumbs topicpath pankuzu header footer sidebar sidemenu " +
    "menu submenu search skip skiplink pagetop banner sns share copyright sitemap",
);
const BOXES = words("div section ul ol dl p form table");
const MOST = 2;

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
