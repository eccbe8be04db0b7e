// From the tree of a Word document to its lines: what Word prints. The rules of src/input/docx/{text,lines,fields}.rs.
import { attribute, child, choice, elements, heading, listed, symbol, turned, value } from "./numbering.js";
import { written } from "./numerals.js";
import { add, count } from "./strip.js";
import { rowLines } from "./writer.js";

/** @typedef {import("./tree.js").Element} Element */

/** Lines that are done, the one that is being written, and what stands in boxes beside it. */
class Lines {
  /** @type {string[]} */ done = [];
  /** @type {string[]} */ boxes = [];
  line = "";

  /** Ends the line where a paragraph goes on. */
  turn() {
    this.done.push(this.line.replace(/ +$/, ""));
    this.line = "";
  }

  end() {
    this.turn();
    for (const it of this.boxes) this.done.push(it);
    this.boxes = [];
  }

  /** An empty line, unless there is one. */
  part() {
    if (this.line) this.turn();
    if (this.done.at(-1)) this.done.push("");
  }

  /** All lines, none empty at either end. */
  whole() {
    if (this.line || this.boxes.length) this.end();
    while (this.done.at(-1) === "") this.done.pop();
    return this.done.slice(Math.max(this.done.findIndex((it) => it !== ""), 0));
  }
}

/** What reads, with all that it counts on the way. */
export class Reader {
  /** @type {import("./strip.js").LeftOut} */ leftOut = new Map();
  inserted = 0;
  deleted = 0;
  /** Other documents that are put in as they are. */ documents = 0;
  /** The notes that the text names, in its order, each with its mark. @type {[string, Element][]} */ named = [];
  /** @type {Map<Element, string>} */ #marks = new Map();
  #nNamed = [0, 0];
  /** Changes that add words are around what is read. */ #within = 0;
  /** The fields that are open: the instruction, while it is being read. @type {(string | null)[]} */ #fields = [];

  /** @param {import("./numbering.js").Styles} styles @param {import("./numbering.js").Numbering} numbering @param {Map<string, Element>[]} notes footnotes, and endnotes */
  constructor(styles, numbering, notes) {
    this.styles = styles;
    this.numbering = numbering;
    this.notes = notes;
  }

  /** @param {Element} node */
  lines(node) {
    const lines = new Lines();
    this.#blocks(node, lines);
    return lines.whole();
  }

  /** @param {Element} node @param {Lines} lines */
  #blocks(node, lines) {
    for (const it of elements(node)) {
      if (it.name === "p") this.#paragraph(it, lines);
      else if (it.name === "tbl") this.#table(it, lines);
      else if (it.name === "altChunk") this.documents++;
      else this.#around(it, (it) => this.#blocks(it, lines));
    }
  }

  /** What may stand around anything. @param {Element} it @param {(it: Element) => void} read */
  #around(it, read) {
    const { name } = it;
    if (name === "del" || name === "moveFrom") this.deleted += letters(it);
    else if (name === "ins" || name === "moveTo") this.#insert(() => read(it));
    else if (name === "AlternateContent") {
      const one = choice(it);
      if (one) read(one);
    } else if (!name.endsWith("Pr")) read(it);
  }

  /** @param {() => void} read */
  #insert(read) {
    this.#within++;
    read();
    this.#within--;
  }

  /** @param {Element} node @param {Lines} lines */
  #paragraph(node, lines) {
    const properties = child(node, "pPr");
    const style = value(properties, "pStyle") ?? this.styles.usual;
    const mark = child(properties, "rPr");
    // A line whose end is taken away, or hidden, goes on in the next paragraph.
    const goesOn = child(mark, "del") ?? child(mark, "moveFrom") ?? turned(mark, "vanish");
    if (!goesOn) {
      const parts = (heading(properties) ?? this.styles.says(style, "heading")) || turned(properties, "pageBreakBefore");
      if (!lines.line && parts) lines.part();
      lines.line = this.#number(properties, style) + lines.line;
    }
    this.#inside(node, this.styles.says(style, "hidden"), lines);
    if (!goesOn) lines.end();
  }

  /** @param {Element | undefined} properties @param {string | undefined} style */
  #number(properties, style) {
    const own = listed(properties);
    const ofStyle = own?.list === undefined ? this.styles.listed(style) : undefined;
    return this.numbering.next({ list: own?.list ?? ofStyle?.list, level: own?.level ?? ofStyle?.level, by: ofStyle?.by }, this.styles);
  }

  /** What stands inside of a paragraph. @param {Element} node @param {boolean} hidden @param {Lines} lines */
  #inside(node, hidden, lines) {
    for (const it of elements(node)) {
      const { name } = it;
      if (name === "r") this.#run(it, hidden, lines);
      else if (name === "t") this.#words(spaced(it), hidden, lines);
      else if (name === "tab" || name === "ptab") this.#sign("\t", hidden, lines);
      else if (name === "noBreakHyphen") this.#sign("-", hidden, lines);
      else if (name === "br" || name === "cr") {
        if (!this.#shows(hidden)) continue;
        if (name === "br" && attribute(it, "type") === "page") lines.part();
        else lines.turn();
      } else if (name === "sym") this.#words(sign(it), hidden, lines);
      else if (name === "ruby") {
        const reading = child(it, "rt");
        if (reading) add(this.leftOut, "ルビ", letters(reading));
        const base = child(it, "rubyBase");
        if (base) this.#inside(base, hidden, lines);
      } else if (name === "fldChar") this.#field(attribute(it, "fldCharType"), hidden, lines);
      else if (name === "instrText") {
        const [last, words] = [this.#fields.at(-1), wordsOf(it)];
        if (typeof last === "string" && last.length + words.length < 1000) this.#fields[this.#fields.length - 1] += words;
      } else if (name === "footnoteReference" || name === "endnoteReference") this.#note(name === "footnoteReference" ? 0 : 1, it, hidden, lines);
      else if (name === "drawing" || name === "pict" || name === "object") this.#boxes(it, hidden, lines);
      else if (name !== "delText" && name !== "delInstrText" && name !== "rt") this.#around(it, (it) => this.#inside(it, hidden, lines));
    }
  }

  /** @param {Element} node @param {boolean} hidden @param {Lines} lines */
  #run(node, hidden, lines) {
    const properties = child(node, "rPr");
    const style = value(properties, "rStyle");
    this.#inside(node, turned(properties, "vanish") ?? (style === undefined ? hidden : this.styles.says(style, "hidden")), lines);
  }

  /** Whether what is met now is printed. @param {boolean} hidden */
  #shows(hidden) {
    return !hidden && this.#fields.every((it) => it === null);
  }

  /** @param {string} sign @param {boolean} hidden @param {Lines} lines */
  #sign(sign, hidden, lines) {
    if (this.#shows(hidden)) lines.line += sign;
  }

  /** @param {string} words @param {boolean} hidden @param {Lines} lines */
  #words(words, hidden, lines) {
    if (!this.#shows(false)) add(this.leftOut, "フィールド", count(words));
    else if (hidden) add(this.leftOut, "隠し文字", count(words));
    else {
      if (this.#within) this.inserted += count(words);
      lines.line += words;
    }
  }

  /** Goes on by a mark of a field. @param {string | undefined} mark @param {boolean} hidden @param {Lines} lines */
  #field(mark, hidden, lines) {
    if (mark === "begin") this.#fields.push("");
    else if (mark === "separate" && this.#fields.length) this.#fields[this.#fields.length - 1] = null;
    else if (mark === "end") {
      const it = overlaid(this.#fields.pop() ?? "");
      if (!it) return;
      add(this.leftOut, "ルビ", count(it.reading));
      this.#words(it.base, hidden, lines);
    }
  }

  /** The mark of a note: `[1]`, and `[i]` of a note at the end. @param {0 | 1} kind @param {Element} it @param {boolean} hidden @param {Lines} lines */
  #note(kind, it, hidden, lines) {
    const note = this.notes[kind].get(attribute(it, "id") ?? "");
    if (!note || !this.#shows(hidden)) return;
    let mark = this.#marks.get(note);
    if (mark === undefined) {
      const own = /^(1|true|on)$/.test(attribute(it, "customMarkFollows") ?? "");
      mark = own ? "" : `[${written(++this.#nNamed[kind], kind ? "lowerRoman" : "decimal")}]`;
      this.#marks.set(note, mark);
      this.named.push([mark, note]);
    }
    lines.line += mark;
  }

  /** What stands in boxes, on lines behind that of the paragraph that holds them. @param {Element} node @param {boolean} hidden @param {Lines} lines */
  #boxes(node, hidden, lines) {
    for (const it of elements(node)) {
      if (it.name === "AlternateContent") {
        const one = choice(it);
        if (one) this.#boxes(one, hidden, lines);
      } else if (it.name !== "txbxContent") this.#boxes(it, hidden, lines);
      else if (!this.#shows(hidden)) add(this.leftOut, "隠し文字", letters(it));
      else {
        // A field that is open around a box is not open in it.
        const fields = this.#fields;
        this.#fields = [];
        for (const line of this.lines(it)) lines.boxes.push(line);
        this.#fields = fields;
      }
    }
  }

  /** @param {Element} node @param {Lines} lines */
  #table(node, lines) {
    for (const it of elements(node)) {
      const change = it.name === "tr" ? child(it, "trPr") : undefined;
      if (child(change, "del")) this.deleted += letters(it);
      else if (child(change, "ins")) this.#insert(() => this.#row(it, lines));
      else if (it.name === "tr") this.#row(it, lines);
      else if (it.name === "AlternateContent") {
        const one = choice(it);
        if (one) this.#table(one, lines);
      } else if (!it.name.endsWith("Pr")) this.#table(it, lines);
    }
  }

  /** @param {Element} row @param {Lines} lines */
  #row(row, lines) {
    /** @type {string[][]} */
    const cells = [];
    this.#cells(row, cells);
    if (lines.line) lines.end();
    for (const it of rowLines(cells.filter((it) => it.length), holdsTable(row))) lines.done.push(it);
  }

  /** @param {Element} node @param {string[][]} cells */
  #cells(node, cells) {
    for (const it of elements(node)) {
      if (it.name === "tc") {
        const merged = child(child(it, "tcPr"), "vMerge");
        // What goes on from the row above shows nothing of its own.
        if (!merged || (attribute(merged, "val") ?? "continue") !== "continue") cells.push(this.lines(it));
      } else if (it.name === "AlternateContent") {
        const one = choice(it);
        if (one) this.#cells(one, cells);
      } else if (!it.name.endsWith("Pr")) this.#cells(it, cells);
    }
  }
}

/** @param {Element} it @returns {boolean} */
const holdsTable = (it) => elements(it).some((it) => it.name === "tbl" || holdsTable(it));

/** How many letters a part of the document would print. @param {Element} node @returns {number} */
export function letters(node) {
  const of = (/** @type {Element} */ it) => {
    if (it.name === "t" || it.name === "delText") return count(wordsOf(it));
    const inside = it.name === "AlternateContent" ? choice(it) : it;
    return inside ? letters(inside) : 0;
  };
  return elements(node).reduce((n, it) => n + of(it), 0);
}

/** @param {Element} it */
const wordsOf = ({ children }) => children.filter((it) => typeof it === "string").join("");

/** The words of an element: white space at their ends only where it says that it is meant, and none that ends a line. @param {Element} it */
function spaced(it) {
  const words = wordsOf(it).replace(/[\p{Cc}\u00a0]/gu, " ");
  return attribute(it, "space") === "preserve" ? words : words.replace(/^ +| +$/g, "");
}

/** @param {Element} it */
function sign(it) {
  const code = parseInt(attribute(it, "char") ?? "", 16);
  const known = code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) && symbol(String.fromCodePoint(code), attribute(it, "font") ?? "");
  return known || "\ufffd";
}

/** Letters laid over each other, `EQ \o\ad(\s\up 9(うみの),海野)`: the last are what is read. @param {string} instruction */
function overlaid(instruction) {
  const it = /^\s*[Ee][Qq](?:[^\\]|\\(?!o))*\\o([^(]{0,8})\(([^]*)\)\s*$/.exec(instruction);
  const at = it ? Math.max(...[",", ";", "、"].map((sign) => it[2].lastIndexOf(sign))) : -1;
  if (!it || at < 0) return null;
  const raised = /\\up[^(]*\(([^]*)$/.exec(it[2].slice(0, at));
  return { base: it[2].slice(at + 1).replace(/^ +| +$/g, ""), reading: raised ? raised[1].replace(/\)+$/, "") : "" };
}
