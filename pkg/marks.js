// Words marked in the text without a change to the page: what is found, and what a link names.

/** @typedef {{ hits: Uint32Array, passage: Uint32Array, corrected: Uint32Array, current: number | null, goes: number }} Marks each mark is three numbers: the element's `data-at`, start and end */

const NAMES = /** @type {const} */ (["gijiroku-corrected", "gijiroku-hit", "gijiroku-current", "gijiroku-passage"]);

export class TextMarks {
  /** @type {Map<string, Range[]>} */ #ranges = new Map();
  #gone = 0;
  #texts;
  /** @type {Marks | undefined} */ #last;

  /** @param {Element} host the box in which the viewer draws */
  constructor(host) {
    this.host = host;
    this.#texts = new Texts(host);
  }

  /** @param {Marks} marks */
  show(marks) {
    const { hits, passage, corrected, current, goes } = marks;
    this.clear();
    this.#last = marks;
    const texts = this.#texts;
    const found = texts.ranges(hits);
    const named = texts.ranges(passage);
    const now = current === null ? undefined : found[current];
    this.#paint("gijiroku-corrected", texts.ranges(corrected));
    this.#paint("gijiroku-hit", found.filter((it) => it && it !== now));
    this.#paint("gijiroku-current", [now]);
    this.#paint("gijiroku-passage", named);
    const goal = now ?? named[0];
    if (goal && goes !== this.#gone) reveal(goal);
    this.#gone = goes;
  }

  /** Marks anew what was to be marked, in words that have come since. */
  again() {
    if (this.#last) this.show(this.#last);
  }

  clear() {
    this.#last = undefined;
    for (const name of NAMES) for (const it of this.#ranges.get(name) ?? []) highlight(name)?.delete(it);
    this.#ranges.clear();
    for (const it of this.host.querySelectorAll("[data-marked]")) it.removeAttribute("data-marked");
  }

  /** @param {typeof NAMES[number]} name @param {(Range | undefined)[]} ranges */
  #paint(name, ranges) {
    const known = /** @type {Range[]} */ (ranges.filter(Boolean));
    this.#ranges.set(name, known);
    const painter = highlight(name);
    for (const it of known) {
      if (painter) painter.add(it);
      // A browser that cannot mark words marks where they stand.
      else if (name !== "gijiroku-corrected") it.startContainer.parentElement?.closest("[data-at]")?.setAttribute("data-marked", name);
    }
  }
}

/** The marks of this name of the whole page; elements share it. @param {string} name @returns {Highlight | undefined} */
function highlight(name) {
  if (!globalThis.CSS?.highlights || !globalThis.Highlight) return undefined;
  let it = CSS.highlights.get(name);
  if (!it) {
    it = new Highlight();
    it.priority = NAMES.indexOf(/** @type {any} */ (name));
    CSS.highlights.set(name, it);
  }
  return it;
}

/** The words of a viewer, element by element: looked for once, and again when one is not where it was. */
class Texts {
  /** @type {Map<number, Element>} */ #elements = new Map();

  /** @param {Element} host */
  constructor(host) {
    this.host = host;
  }

  /** @param {Uint32Array} marks @returns {(Range | undefined)[]} */
  ranges(marks) {
    this.#fresh = false;
    return Array.from({ length: marks.length / 3 }, (_, i) => this.#range(marks[3 * i], marks[3 * i + 1], marks[3 * i + 2]));
  }

  /** Whether all was looked for since the last question. */
  #fresh = false;

  /** @param {number} at */
  #element(at) {
    const known = this.#elements.get(at);
    if (known?.isConnected || this.#fresh) return known;
    this.#fresh = true;
    this.#elements.clear();
    for (const it of this.host.querySelectorAll(".text [data-at]")) this.#elements.set(Number(it.getAttribute("data-at")), it);
    return this.#elements.get(at);
  }

  /** @param {number} at @param {number} start @param {number} end */
  #range(at, start, end) {
    const element = this.#element(at);
    if (!element) return undefined;
    // Vertical writing sets numbers in elements of their own.
    const walk = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    let [begun, before] = [false, 0];
    for (let node = /** @type {Text | null} */ (walk.nextNode()); node; before += node.length, node = /** @type {Text | null} */ (walk.nextNode())) {
      if (!begun && start < before + node.length) {
        range.setStart(node, start - before);
        begun = true;
      }
      if (begun) range.setEnd(node, Math.min(end - before, node.length));
      if (end <= before + node.length) break;
    }
    return begun ? range : undefined;
  }
}

/** Brings words into view, clear of what sticks to the edges of the window, and keeps them there until what is near is laid out. @param {Range} range */
function reveal(range, frames = 4) {
  const out = () => {
    const { top, bottom } = range.getBoundingClientRect();
    return top < 0.2 * innerHeight || bottom > 0.8 * innerHeight;
  };
  if (out()) range.startContainer.parentElement?.scrollIntoView({ block: "center" });
  if (out()) scrollBy(0, range.getBoundingClientRect().top - innerHeight / 2);
  if (frames) requestAnimationFrame(() => reveal(range, frames - 1));
}
