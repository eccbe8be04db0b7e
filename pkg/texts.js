// The words of a viewer in the page: where those of a mark stand, and how they come into view.

/** The words of a viewer, element by element: looked for once, and again when one is not where it was. */
export class Texts {
  /** @type {Map<number, Element>} */ #elements = new Map();
  /** Whether all was looked for since the last question. */ #fresh = false;

  /** @param {Element} host */
  constructor(host) {
    this.host = host;
  }

  /** Another question: words may have come and gone. */
  renew() {
    this.#fresh = false;
  }

  /** @param {number} at */
  #element(at) {
    const known = this.#elements.get(at);
    if (known?.isConnected || this.#fresh) return known;
    this.#fresh = true;
    this.#elements.clear();
    for (const it of this.host.querySelectorAll(".text [data-at]")) this.#elements.set(Number(it.getAttribute("data-at")), it);
    return this.#elements.get(at);
  }

  /** Where the words of a mark stand. @param {Uint32Array} marks @param {number} idx */
  place(marks, idx) {
    const element = this.#element(marks[3 * idx]);
    if (!element) return undefined;
    const [start, end] = [marks[3 * idx + 1], marks[3 * idx + 2]];
    // Vertical writing sets numbers in elements of their own.
    const walk = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const place = /** @type {StaticRangeInit} */ ({});
    let before = 0;
    for (let node = /** @type {Text | null} */ (walk.nextNode()); node; before += node.length, node = /** @type {Text | null} */ (walk.nextNode())) {
      if (!place.startContainer && start < before + node.length) Object.assign(place, { startContainer: node, startOffset: start - before });
      if (place.startContainer) Object.assign(place, { endContainer: node, endOffset: Math.min(end - before, node.length) });
      if (end <= before + node.length) break;
    }
    return place.startContainer ? place : undefined;
  }

  /** @param {Uint32Array} marks @param {number} idx @returns {Range | undefined} */
  range(marks, idx) {
    const place = this.place(marks, idx);
    if (!place) return undefined;
    const range = document.createRange();
    range.setStart(place.startContainer, place.startOffset);
    range.setEnd(place.endContainer, place.endOffset);
    return range;
  }

  /** @param {Uint32Array} marks @returns {(Range | undefined)[]} */
  ranges(marks) {
    return Array.from({ length: marks.length / 3 }, (_, idx) => this.range(marks, idx));
  }
}

/** Brings words into view, clear of what sticks to the edges of the window. @param {Range} range */
export function reveal(range) {
  const out = () => {
    const { top, bottom } = range.getBoundingClientRect();
    return top < 0.2 * innerHeight || bottom > 0.8 * innerHeight;
  };
  if (out()) range.startContainer.parentElement?.scrollIntoView({ block: "center" });
  if (out()) scrollBy(0, range.getBoundingClientRect().top - innerHeight / 2);
}

/** Does `work` for some frames: what was out of sight is laid out only when it comes near, and is then larger or smaller than was thought. @param {() => void} work */
export function settle(work, frames = 4) {
  work();
  if (frames) requestAnimationFrame(() => settle(work, frames - 1));
}
