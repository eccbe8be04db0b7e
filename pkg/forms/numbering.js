// What the styles of a Word file say, and the numbers that Word prints before paragraphs. The rules of src/input/docx/{styles,numbering,symbols}.rs.
import { written } from "./numerals.js";

/** @typedef {import("./tree.js").Element} Element */
/** @typedef {{ list?: string, level?: number }} Listed */
/** @typedef {{ start: number, format: string, around: string, gap: string, legal: boolean, restart?: number, style?: string }} Level */
/** @typedef {Map<number, Level>} Levels */

const LEVELS = 9;
const LONGEST_CHAIN = 32;
const GREATEST = 1_000_000;
/** Codes of Wingdings and what they print. @type {Record<number, string>} */
const SIGNS = { 0x20: " ", 0x6c: "●", 0x98: "●", 0x6d: "○", 0xa1: "○", 0x6e: "■", 0x6f: "□", 0x71: "□", 0x72: "□", 0xa8: "□", 0x74: "◆", 0x75: "◆", 0x76: "❖", 0x9f: "•", 0xb7: "•", 0xa7: "▪", 0xab: "★", 0xd8: "➢", 0xe0: "→", 0xe8: "→", 0xfb: "☒", 0xfd: "☒", 0xfc: "✓", 0xfe: "☑" };

/** The children that are elements. @param {Element} it @returns {Element[]} */
export const elements = ({ children }) => /** @type {Element[]} */ (children.filter((it) => typeof it !== "string"));
/** @param {Element | undefined} it @param {string} name @returns {Element | undefined} */
export const child = (it, name) => /** @type {Element | undefined} */ (it?.children.find((it) => typeof it !== "string" && it.name === name));

/** The attribute of a name, without its prefix. @param {Element | undefined} it @param {string} name */
export function attribute(it, name) {
  for (const [key, value] of it?.attributes ?? []) if (key.slice(key.indexOf(":") + 1) === name) return value;
  return undefined;
}

/** @param {Element | undefined} it @param {string} name */
export const value = (it, name) => attribute(child(it, name), "val");
/** Whether a child says yes or no. @param {Element | undefined} it @param {string} name */
export const turned = (it, name) => (child(it, name) ? !/^(0|false|off)$/.test(value(it, name) ?? "") : undefined);
/** Of what is written in two forms, the newer one. @param {Element | undefined} it */
export const choice = (it) => child(it, "Choice") ?? child(it, "Fallback");
const yes = (/** @type {string | undefined} */ it) => /^(1|true|on)$/.test(it ?? "");
const number = (/** @type {string | undefined} */ it) => (/^\+?\d+$/.test(it ?? "") && Number(it) < 2 ** 32 ? Number(it) : undefined);
const start = (/** @type {string} */ it) => Math.min(number(it.trim()) ?? 0, GREATEST);

/** What a code prints in a font, where it is known. @param {string} letter @param {string} font */
export function symbol(letter, font) {
  let code = /** @type {number} */ (letter.codePointAt(0));
  if (code >= 0xf020 && code <= 0xf0ff) code -= 0xf000;
  else if (code >= 0xe000 && code <= 0xf8ff) return undefined;
  else if (code < 0x20 || code > 0xff || !/^(Symbol$|Webdings$|Wingdings)/.test(font)) return letter;
  return code === 0x20 || (font === "Symbol" && code === 0xb7) || font === "Wingdings" || font === "" ? SIGNS[code] : undefined;
}

/** What the properties of a paragraph say of its list. @param {Element | undefined} properties @returns {Listed | undefined} */
export function listed(properties) {
  const it = child(properties, "numPr");
  return it && { list: value(it, "numId"), level: number(value(it, "ilvl")) };
}

/** Whether the properties of a paragraph make it a heading; undefined where they say nothing of it. @param {Element | undefined} properties */
export function heading(properties) {
  const level = number(value(properties, "outlineLvl"));
  return level === undefined ? undefined : level < LEVELS;
}

export class Styles {
  /** @type {Map<string, { restsOn?: string, listed?: Listed, hidden?: boolean, heading?: boolean }>} */ #styles = new Map();
  /** Of a paragraph that names none. @type {string | undefined} */ usual;

  /** @param {Element | null} root */
  constructor(root) {
    for (const it of root ? elements(root) : []) {
      const id = it.name === "style" ? attribute(it, "styleId") : undefined;
      if (id === undefined) continue;
      if (attribute(it, "type") === "paragraph" && yes(attribute(it, "default"))) this.usual = id;
      const paragraph = child(it, "pPr");
      this.#styles.set(id, { restsOn: value(it, "basedOn"), listed: listed(paragraph), hidden: turned(child(it, "rPr"), "vanish"), heading: heading(paragraph) });
    }
  }

  /** The list of a style, and which style says so. @param {string | undefined} id @returns {(Listed & { by: string }) | undefined} */
  listed(id) {
    /** @type {number | undefined} */
    let level;
    for (const [by, { listed }] of this.#chain(id)) {
      level ??= listed?.level;
      if (listed?.list !== undefined) return { list: listed.list, level, by };
    }
    return undefined;
  }

  /** @param {string | undefined} id @param {"hidden" | "heading"} what */
  says(id, what) {
    for (const [, it] of this.#chain(id)) if (it[what] !== undefined) return /** @type {boolean} */ (it[what]);
    return false;
  }

  /** @param {string | undefined} id */
  *#chain(id) {
    for (let left = LONGEST_CHAIN; left && id !== undefined; left--) {
      const style = this.#styles.get(id);
      if (!style) return;
      yield /** @type {const} */ ([id, style]);
      id = style.restsOn;
    }
  }
}

export class Numbering {
  /** @type {Map<string, { levels: Levels, style?: string }>} */ #kinds = new Map();
  /** @type {Map<string, { kind: string, starts: Map<number, number>, levels: Levels }>} */ #lists = new Map();
  /** @type {Map<string, (number | undefined)[]>} */ #counts = new Map();
  /** Levels of lists that were begun. @type {Set<string>} */ #begun = new Set();

  /** @param {Element | null} root */
  constructor(root) {
    for (const it of root ? elements(root) : []) {
      const [id, kind] = [attribute(it, "numId"), value(it, "abstractNumId")];
      const own = attribute(it, "abstractNumId");
      if (it.name === "abstractNum" && own !== undefined) this.#kinds.set(own, { levels: levels(it), style: value(it, "numStyleLink") });
      if (it.name !== "num" || id === undefined || kind === undefined) continue;
      const list = { kind, starts: new Map(), levels: new Map() };
      for (const over of elements(it)) {
        const at = over.name === "lvlOverride" ? levelAt(over) : undefined;
        if (at === undefined) continue;
        const from = value(over, "startOverride");
        if (from !== undefined) list.starts.set(at, start(from));
        for (const [key, level] of levels(over)) list.levels.set(key, level);
      }
      this.#lists.set(id, list);
    }
  }

  /** What is printed before the next paragraph of a list, with the gap behind it. @param {Listed & { by?: string }} listed @param {Styles} styles */
  next({ list: id, level: told, by }, styles) {
    const list = this.#lists.get(id ?? "");
    if (!list) return "";
    const behind = styles.listed(this.#kinds.get(list.kind)?.style)?.list;
    const kindId = (behind !== undefined && this.#lists.get(behind)?.kind) || list.kind;
    const kind = this.#kinds.get(kindId);
    if (!kind) return "";
    const of = (/** @type {number} */ idx) => list.levels.get(idx) ?? kind.levels.get(idx);
    const ofStyle = () => (by === undefined ? -1 : [...Array(LEVELS).keys()].findIndex((it) => of(it)?.style === by));
    const at = Math.min(told ?? Math.max(ofStyle(), 0), LEVELS - 1);
    const level = of(at);
    if (!level) return "";
    const counts = this.#counts.get(kindId) ?? Array(LEVELS).fill(undefined);
    this.#counts.set(kindId, counts);
    const first = !this.#begun.has(`${at} ${id}`);
    this.#begun.add(`${at} ${id}`);
    const from = list.starts.get(at);
    const count = counts[at];
    counts[at] = first && from !== undefined ? from : count === undefined ? (from ?? level.start) : Math.min(count + 1, GREATEST);
    for (let idx = at + 1; idx < LEVELS; idx++) {
      const restart = of(idx)?.restart;
      if (restart === undefined || at + 1 <= restart) counts[idx] = undefined;
    }
    const numeral = (/** @type {number} */ idx) => {
      const it = of(idx);
      return it ? written(counts[idx] ?? list.starts.get(idx) ?? it.start, level.legal ? "decimal" : it.format) : "";
    };
    const printed = level.format === "bullet" ? level.around : level.around.replace(/%([1-9])/g, (_, it) => numeral(it - 1));
    return printed && printed + level.gap;
  }
}

/** @param {Element} it @returns {Levels} */
function levels(it) {
  const found = elements(it).filter((it) => it.name === "lvl" && levelAt(it) !== undefined);
  return new Map(found.map((it) => [/** @type {number} */ (levelAt(it)), level(it)]));
}

/** @param {Element} it */
function levelAt(it) {
  const at = number(attribute(it, "ilvl"));
  return at !== undefined && at < LEVELS ? at : undefined;
}

/** @param {Element} it @returns {Level} */
function level(it) {
  const two = child(it, "AlternateContent");
  const format = value(it, "numFmt") ?? value(child(two, "Fallback"), "numFmt") ?? value(choice(two), "numFmt") ?? "decimal";
  const around = [...(value(it, "lvlText") ?? "").replace(/\p{Cc}/gu, "")].slice(0, 100);
  const fonts = child(child(it, "rPr"), "rFonts");
  const font = attribute(fonts, "ascii") ?? attribute(fonts, "hAnsi") ?? "";
  const gap = value(it, "suff");
  return {
    start: start(value(it, "start") ?? ""),
    format,
    around: around.map((it) => (format === "bullet" ? (symbol(it, font) ?? "・") : it)).join(""),
    gap: gap === "nothing" ? "" : gap === "space" ? " " : "\u3000",
    legal: turned(it, "isLgl") ?? false,
    restart: number(value(it, "lvlRestart")),
    style: value(it, "pStyle"),
  };
}
