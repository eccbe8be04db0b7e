// Numbers and what is said of them: medians of runs that take turns, and the rows of a table.

/** @param {number[]} numbers */
export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * Runs each of `works` once a round, one after the other and each round in the other direction, so that noise of the
 * machine hits all of them. What is measured before the first round counts for nothing.
 * @template {string} Name
 * @param {number} rounds
 * @param {Record<Name, () => Promise<Record<string, number> | number>>} works each gives a number, or several by name
 * @returns {Promise<Record<Name, any>>} the medians
 */
export async function takingTurns(rounds, works, warm = 1) {
  const names = /** @type {Name[]} */ (Object.keys(works));
  /** @type {Record<string, any[]>} */
  const all = Object.fromEntries(names.map((it) => [it, []]));
  for (let round = -warm; round < rounds; round++) {
    for (const name of round % 2 ? names : [...names].reverse()) {
      const it = await works[name]();
      if (round >= 0) all[name].push(it);
    }
  }
  return Object.fromEntries(names.map((name) => [name, medians(all[name])]));
}

function medians(all) {
  if (typeof all[0] === "number") return median(all);
  return Object.fromEntries(Object.keys(all[0]).map((key) => [key, median(all.map((it) => it[key]))]));
}

/**
 * A row of the table. `peer` is left out where nothing is compared; `key`: it is among the figures of README.md.
 * @typedef {{ what: string, ours: number, unit: string, peer?: string, theirs?: number, aim?: string, key?: boolean }} Row
 */

const digits = (it) => (it >= 100 ? it.toFixed(0) : it >= 10 ? it.toFixed(1) : it >= 1 || it === 0 ? it.toFixed(2) : it.toPrecision(2));
const amount = (it, unit) => `${unit || !Number.isInteger(it) ? digits(it) : it} ${unit}`.trim();

/** The table of some rows, in Markdown. @param {Row[]} rows */
export function table(rows) {
  const lines = rows.map(({ what, ours, unit, peer = "", theirs, aim = "" }) => {
    const ratio = theirs === undefined || theirs === 0 ? "" : `${digits(ours / theirs)}×`;
    return `| ${what} | ${amount(ours, unit)} | ${peer} | ${theirs === undefined ? "" : amount(theirs, unit)} | ${ratio} | ${aim} |`;
  });
  return ["| measured | gijiroku | peer | its figure | ratio | aim |", "|---|---|---|---|---|---|", ...lines].join("\n");
}
