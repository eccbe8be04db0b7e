// Where in the text each page of a PDF begins.

/** @typedef {{ page: number, start: number }} PageStart `start` is a byte of the text */

/** The pages of a file's own fields; none where the file has no pages. @param {Record<string, unknown> | null | undefined} record @returns {PageStart[]} */
export function pagesOf(record) {
  return Array.isArray(record?.pages) ? record.pages : [];
}

/** The page on which a byte of the text stands. @param {PageStart[]} pages @param {number} at @returns {number | null} */
export function pageAt(pages, at) {
  let [low, high] = [0, pages.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (pages[middle].start <= at) low = middle + 1;
    else high = middle;
  }
  return pages[low - 1]?.page ?? null;
}
