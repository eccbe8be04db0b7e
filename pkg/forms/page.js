// From a page to its text: a line for each block, a line for each row of a table. The rules of src/input/page.rs.
import { isBlock, tree } from "./markup.js";
import { around, numbers, strip } from "./prune.js";

/** @typedef {import("./markup.js").Element} Element */

const FIRST = "a article b body br center div dl font form frameset h1 h2 h3 h4 head hr html link main meta ol p pre script section span style table title ul !doctype".split(" ");
const LONGEST_CELL = 40;
const WIDE = /[\u2e80-\ua4cf\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u;

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
  /** @type {import("./prune.js").LeftOut} */
  const leftOut = new Map();
  const root = tree(text);
  numbers(root, leftOut);
  strip(root, leftOut);
  around(root, leftOut);
  return { text: whole(root), leftOut };
}

/** The text of a piece of a page, and how many characters of it were left out. @param {string} words @returns {[string, number]} */
export function fragment(words) {
  /** @type {import("./prune.js").LeftOut} */
  const leftOut = new Map();
  const root = tree(words);
  strip(root, leftOut);
  return [whole(root).replace(/\n+$/, ""), [...leftOut.values()].reduce((a, b) => a + b, 0)];
}

/** @param {Element} element */
function whole(element) {
  const text = linesOf(element).join("\n");
  return text && text + "\n";
}

/** The lines of an element, none empty at either end. @param {Element} element */
function linesOf(element) {
  const writer = new Writer();
  writer.children(element, false);
  writer.block();
  const { lines } = writer;
  while (lines.at(-1) === "") lines.pop();
  const first = lines.findIndex((it) => it !== "");
  return lines.slice(Math.max(first, 0));
}

/** A table that lays out another one has no columns of its own. @param {Element} element @returns {boolean} */
function holdsTable({ children }) {
  return children.some((it) => typeof it !== "string" && (it.name === "table" || holdsTable(it)));
}

/** Lines that are done, and the one that is being written. */
class Writer {
  /** @type {string[]} */ lines = [];
  line = "";
  /** White space since the last word, and whether it has a line end in it. @type {boolean | null} */ space = null;

  /** @param {Element} element @param {boolean} pre */
  children(element, pre) {
    for (const it of element.children) {
      if (typeof it !== "string") this.element(it, pre);
      else if (pre) this.preformatted(it);
      else this.words(it);
    }
  }

  /** @param {Element} element @param {boolean} pre */
  element(element, pre) {
    const { name } = element;
    if (name === "br") this.endLine();
    else if (name === "hr") this.emptyLine();
    else if (/^(pre|listing|xmp|plaintext)$/.test(name)) this.pre(element);
    else if (name === "table") this.table(element);
    else if (isBlock(name)) {
      if (/^h[1-6]$/.test(name)) this.emptyLine();
      else this.block();
      this.children(element, pre);
      this.block();
    } else this.children(element, pre);
  }

  /** Text as it is, but for the line end after the tag and those before the end. @param {Element} element */
  pre(element) {
    this.block();
    const inside = new Writer();
    inside.children(element, true);
    inside.endLine();
    const from = inside.lines[0] === "" ? 1 : 0;
    while (inside.lines.length > from && inside.lines.at(-1) === "") inside.lines.pop();
    for (const it of inside.lines.slice(from)) this.lines.push(it);
  }

  /** White space as HTML means it: nothing where a line of the source ends between two letters of Japanese. @param {string} text */
  words(text) {
    for (const [piece, space] of text.matchAll(/([ \t\n\r\f]+)|[^ \t\n\r\f]+/g)) {
      if (space !== undefined) {
        this.space = this.space === true || /[\n\r]/.test(space);
        continue;
      }
      if (this.space !== null && this.line) {
        const last = /** @type {string} */ ([...this.line.slice(-2)].at(-1));
        const first = String.fromCodePoint(/** @type {number} */ (piece.codePointAt(0)));
        if (!(this.space && WIDE.test(last) && WIDE.test(first))) this.line += " ";
      }
      this.space = null;
      this.line += piece.replaceAll("\u00a0", " ");
    }
  }

  /** @param {string} text */
  preformatted(text) {
    const [first, ...more] = text.replaceAll("\r", "").replaceAll("\u00a0", " ").split("\n");
    this.line += first;
    for (const it of more) {
      this.endLine();
      this.line = it;
    }
  }

  endLine() {
    this.space = null;
    this.lines.push(this.line.replace(/ +$/, ""));
    this.line = "";
  }

  /** Ends the line if there is something on it. */
  block() {
    this.space = null;
    if (this.line) this.endLine();
  }

  emptyLine() {
    this.block();
    if (this.lines.at(-1)) this.lines.push("");
  }

  /** A row is a line where its cells are short; else each cell is a block. @param {Element} table */
  table(table) {
    this.block();
    for (const it of table.children) {
      if (typeof it === "string") this.words(it);
      else if (it.name === "tr") this.row(it);
      else this.element(it, false);
    }
    this.block();
  }

  /** @param {Element} row */
  row(row) {
    this.block();
    const cells = row.children.flatMap((it) => (typeof it === "string" ? [] : [linesOf(it)])).filter((it) => it.length);
    const most = Math.max(0, ...cells.map((it) => it.length));
    const short = most === 1 || (!holdsTable(row) && cells.flat().every((it) => [...it].length <= LONGEST_CELL));
    if (cells.length > 1 && short && cells.every((it) => it.length === most)) {
      for (let idx = 0; idx < most; idx++) this.lines.push(cells.map((it) => it[idx].replace(/^[ \t\u3000]+|[ \t\u3000]+$/g, "")).join("\t"));
    } else for (const it of cells.flat()) this.lines.push(it);
  }
}
