// From the tree of a page to lines: one for each block and each row of a table. The rules of src/input/page.rs.
import { isBlock } from "./markup.js";

/** @typedef {import("./markup.js").Element} Element */

const LONGEST_CELL = 40;
const WIDE = /[\u2e80-\ua4cf\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u;

/** The text of an element, without empty lines at either end. @param {Element} element */
export function whole(element) {
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
    // Words in no cell stand before the cells, as browsers show them.
    for (const it of row.children) if (typeof it === "string") this.words(it);
    this.block();
    const cells = row.children.flatMap((it) => (typeof it === "string" ? [] : [linesOf(it)])).filter((it) => it.length);
    for (const it of rowLines(cells, holdsTable(row))) this.lines.push(it);
  }
}

/** The lines of a row: one, or one for each line of its cells, where those are short; else each cell is a block. @param {string[][]} cells none empty @param {boolean} holdsTable a table in a cell has columns of its own */
export function rowLines(cells, holdsTable) {
  const most = cells.reduce((n, it) => Math.max(n, it.length), 0);
  const short = most === 1 || (!holdsTable && cells.flat().every((it) => [...it].length <= LONGEST_CELL));
  if (cells.length < 2 || !short || cells.some((it) => it.length !== most)) return cells.flat();
  return cells[0].map((_, idx) => cells.map((it) => it[idx].replace(/^[ \t\u3000]+|[ \t\u3000]+$/g, "")).join("\t"));
}
