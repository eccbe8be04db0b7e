// From a page to its text: what is a page, and what of it is the minutes. The rules of src/input/page.rs.
import { tree } from "./markup.js";
import { around } from "./prune.js";
import { numbers, strip } from "./strip.js";
import { whole } from "./writer.js";

const FIRST = "a article b body br center div dl font form frameset h1 h2 h3 h4 head hr html link main meta ol p pre script section span style table title ul !doctype".split(" ");

/** Whether a text is a page, by how it begins. @param {string} text */
export function isPage(text) {
  let rest = text.replace(/^\ufeff/, "").trimStart();
  while (rest.startsWith("<?") || rest.startsWith("<!--")) {
    const end = rest.startsWith("<?") ? "?>" : "-->";
    const at = rest.indexOf(end);
    if (at < 0) return false;
    rest = rest.slice(at + end.length).trimStart();
  }
  const name = /^<([a-z0-9!]+)[> /\t\r\n]/i.exec(rest)?.[1];
  return name !== undefined && FIRST.includes(name.toLowerCase());
}

/** Whether words are a piece of a page. @param {string} words */
export const hasTags = (words) => /<(?:(?:pre|p|br|div|span|font)[> /]|b>)/.test(words);

/** The main text of a page, and what was left out. @param {string} text */
export function read(text) {
  /** @type {import("./strip.js").LeftOut} */
  const leftOut = new Map();
  const root = tree(text);
  numbers(root, leftOut);
  strip(root, leftOut);
  around(root, leftOut);
  return { text: whole(root), leftOut };
}

/** The text of a piece of a page, and how many characters of it were left out. @param {string} words @returns {[string, number]} */
export function fragment(words) {
  /** @type {import("./strip.js").LeftOut} */
  const leftOut = new Map();
  const root = tree(words);
  strip(root, leftOut);
  return [whole(root).replace(/\n+$/, ""), [...leftOut.values()].reduce((a, b) => a + b, 0)];
}
