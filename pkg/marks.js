// Words marked in the text without a change to the page: what is found, and what a link names.
import { Texts, reveal, settle } from "./texts.js";

/** @typedef {{ hits: Uint32Array, passage: Uint32Array, corrected: Uint32Array, current: number | null, goes: number }} Marks each mark is three numbers: the element's `data-at`, start and end */

const NAMES = /** @type {const} */ (["gijiroku-corrected", "gijiroku-hit", "gijiroku-current", "gijiroku-passage"]);

/** Whether the browser can mark words. */
const MARKS = Boolean(globalThis.CSS?.highlights && globalThis.Highlight);

/** So many words are marked in a task: some milliseconds. */
const A_TASK = 2000;

export class TextMarks {
  /** @type {Map<string, AbstractRange[]>} */ #ranges = new Map();
  #gone = 0;
  #texts;
  /** @type {Marks | undefined} */ #last;
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #later;

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
    texts.renew();
    const now = current === null ? undefined : texts.range(hits, current);
    const named = texts.ranges(passage);
    this.#paint("gijiroku-corrected", texts.ranges(corrected));
    this.#paint("gijiroku-current", [now]);
    this.#paint("gijiroku-passage", named);
    this.#paintHits(hits, current, this.#firstSeen(hits), 0);
    const goal = now ?? named[0];
    if (goal && goes !== this.#gone) settle(() => reveal(goal));
    this.#gone = goes;
  }

  /** Marks anew what was to be marked, in words that have come since. */
  again() {
    if (this.#last) this.show(this.#last);
  }

  clear() {
    clearTimeout(this.#later);
    this.#last = undefined;
    for (const [name, ranges] of this.#ranges) for (const it of ranges) highlight(name)?.delete(it);
    this.#ranges.clear();
    if (!MARKS) for (const it of this.host.querySelectorAll("[data-marked]")) it.removeAttribute("data-marked");
  }

  /** Marks what is found, a part a task, those that the reader may see first. @param {Uint32Array} hits @param {number | null} current which is marked already @param {number} first @param {number} from how many were marked before */
  #paintHits(hits, current, first, from) {
    const all = hits.length / 3;
    const to = Math.min(all, from + A_TASK);
    const now = Array.from({ length: to - from }, (_, it) => (first + from + it) % all).filter((it) => it !== current);
    this.#paint("gijiroku-hit", now.map((it) => this.#texts.place(hits, it)).map((it) => it && new StaticRange(it)));
    if (to < all) this.#later = setTimeout(() => this.#paintHits(hits, current, first, to));
  }

  /** Which of many hits is the first in the words in the middle of the window. @param {Uint32Array} hits */
  #firstSeen(hits) {
    if (hits.length / 3 <= A_TASK) return 0;
    const root = /** @type {ShadowRoot | Document} */ (this.host.getRootNode());
    const at = Number(root.elementFromPoint(innerWidth / 2, innerHeight / 2)?.closest("[data-at]")?.getAttribute("data-at"));
    const found = hits.findIndex((it, idx) => idx % 3 === 0 && it >= at);
    return Math.max(0, found / 3 - A_TASK / 2);
  }

  /** @param {typeof NAMES[number]} name @param {(AbstractRange | undefined)[]} ranges */
  #paint(name, ranges) {
    const known = /** @type {AbstractRange[]} */ (ranges.filter(Boolean));
    this.#ranges.set(name, [...(this.#ranges.get(name) ?? []), ...known]);
    const painter = highlight(name);
    for (const it of known) {
      if (painter) painter.add(it);
      else if (name !== "gijiroku-corrected") markPlace(it, name);
    }
  }
}

/** A browser that cannot mark words marks where they stand; what is found yields to the rest. @param {AbstractRange} range @param {string} name */
function markPlace(range, name) {
  const place = range.startContainer.parentElement?.closest("[data-at]");
  if (name !== "gijiroku-hit" || !place?.hasAttribute("data-marked")) place?.setAttribute("data-marked", name);
}

/** The marks of this name of the whole page; elements share it. @param {string} name @returns {Highlight | undefined} */
function highlight(name) {
  if (!MARKS) return undefined;
  let it = CSS.highlights.get(name);
  if (!it) {
    it = new Highlight();
    it.priority = NAMES.indexOf(/** @type {any} */ (name));
    CSS.highlights.set(name, it);
  }
  return it;
}
