// What the reader has selected in the text, as the viewer counts it.

/** @typedef {{ at: number, start: number, last: number, end: number }} Selected `data-at` and UTF-16 units of both ends */

/**
 * Tells what is selected inside `host`, a moment after it changes; `null` once nothing is.
 * @param {Element} host
 * @param {(selected: Selected | null) => void} tell
 * @returns {() => void} stops telling
 */
export function watchSelection(host, tell) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;
  let before = "null";
  const look = () => {
    const now = selected(host);
    const key = JSON.stringify(now);
    if (key !== before) tell(now);
    before = key;
  };
  const changed = () => {
    clearTimeout(waiting);
    waiting = setTimeout(look, 200);
  };
  document.addEventListener("selectionchange", changed);
  return () => {
    clearTimeout(waiting);
    document.removeEventListener("selectionchange", changed);
  };
}

/** @param {Element} host @returns {Selected | null} */
function selected(host) {
  const range = rangeIn(host);
  if (!range || range.collapsed) return null;
  const leaves = [...host.querySelectorAll(".text [data-at]")].filter((it) => it.checkVisibility?.() !== false && range.intersectsNode(it));
  const [first, last] = [leaves[0], leaves.at(-1)];
  if (!first || !last) return null;
  const start = first.contains(range.startContainer) ? before(first, range.startContainer, range.startOffset) : 0;
  const end = last.contains(range.endContainer) ? before(last, range.endContainer, range.endOffset) : last.textContent?.length ?? 0;
  if (first === last && start >= end) return null;
  return { at: Number(first.getAttribute("data-at")), start, last: Number(last.getAttribute("data-at")), end };
}

/** How many UTF-16 units stand in a leaf before a place. @param {Element} leaf @param {Node} node @param {number} offset */
function before(leaf, node, offset) {
  const range = document.createRange();
  range.setStart(leaf, 0);
  range.setEnd(node, offset);
  return range.toString().length;
}

/** The selection inside of a shadow tree, which each browser tells in another way. @param {Element} host @returns {Range | null} */
function rangeIn(host) {
  const root = /** @type {ShadowRoot & { getSelection?: () => Selection | null }} */ (host.getRootNode());
  const selection = /** @type {any} */ (document.getSelection());
  /** @type {(StaticRange | Range | undefined)[]} */
  const told = [selection?.getComposedRanges?.({ shadowRoots: [root] })[0]];
  for (const it of [root.getSelection?.(), selection]) if (it?.rangeCount) told.push(it.getRangeAt(0));
  const found = told.find((it) => it && host.contains(it.startContainer) && host.contains(it.endContainer));
  if (!found) return null;
  const range = document.createRange();
  range.setStart(found.startContainer, found.startOffset);
  range.setEnd(found.endContainer, found.endOffset);
  return range;
}
