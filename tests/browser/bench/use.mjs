// What a reader does in long minutes: picks a speaker, types a word, closes sections.
import { copied, sittings, warmed } from "./day.mjs";
import { takingTurns } from "./measure.mjs";
import { sitting } from "./texts.mjs";

const WORD = "予算案";
const FRAME = 1000 / 60;

/** @param {import("./run.mjs").Bench} bench */
export async function use({ site, rounds, quick }) {
  const rows = [];
  for (const [name, n, text] of sittings(quick).slice(quick ? 0 : 1)) rows.push(...(await picked(site, name, n, text, Math.ceil(rounds / 2))));
  for (const megabytes of quick ? [0.1] : [1, 10]) rows.push(...(await typed(site, megabytes, Math.ceil(rounds / 2))));
  return rows;
}

/** Filter and collapse. */
async function picked(site, name, n, text, rounds) {
  const tab = await copied(site, text, n);
  /** Each stands alone in the page while it is measured. */
  const alone = (how, last) =>
    tab.evaluate(
      async (how, last) => {
        const { bench, copy, text } = window;
        const it = how === "byHand" ? (await bench.byHand(copy)).host : (await bench.byViewer(text, last)).viewer;
        for (let n = 0; n < 10; n++) await bench.painted();
        const result = how === "byHand" ? await bench.filteredByHand(it) : how === "filter" ? await bench.filtered(it, last) : await bench.collapsed(it);
        it.remove();
        await bench.painted();
        return Object.fromEntries(Object.entries(result).flatMap(([key, { all, longest }]) => [[key, all], [`${key} longest`, longest]]));
      },
      how,
      last,
    );
  const times = await takingTurns(rounds, { filter: () => alone("filter", n - 1), byHand: () => alone("byHand", n - 1), collapse: () => alone("collapse", n - 1) }, 0);
  await tab.close();
  const filter = (what, key) => ({ key: key === "pick", what: `filter, ${name}: ${what}`, ours: times.filter[key], unit: "ms", peer: "a loop over `hidden` on the same tree", theirs: times.byHand[key], aim: "≤ 1×" });
  const collapse = (what, key, aim = "") => ({ key: n > 5_000 && aim !== "", what: `collapse, ${name}: ${what}`, ours: times.collapse[key], unit: "ms", aim });
  return [
    filter("one speaker is picked", "pick"),
    filter("all are shown again", "back"),
    collapse("one section is closed, longest time without an answer", "close longest", `one frame (${FRAME.toFixed(1)} ms)`),
    collapse("one section is opened, longest time without an answer", "open longest", `one frame (${FRAME.toFixed(1)} ms)`),
    collapse("all are closed", "closeAll"),
    collapse("all are opened", "openAll"),
  ];
}

/** Search, a key after the other. */
async function typed(site, megabytes, rounds) {
  const n = Math.max(2, Math.round((megabytes * 1e6) / 3 / 1_000));
  const tab = await warmed(site, sitting(n, 1_000), n);
  await tab.evaluate(async (last) => {
    window.viewer = (await window.bench.byViewer(window.text, last)).viewer;
    window.paragraphs = [...window.viewer.shadowRoot.querySelectorAll("[part~=paragraph]")].map((it) => it.textContent);
  }, n - 1);
  const viewer = () => tab.evaluate(async (word) => {
    const { all, longest, told } = await window.bench.searched(window.viewer, word);
    if (!/[1-9]/.test(told)) throw new Error(`nothing was found: ${told}`);
    return { all, longest };
  }, WORD);
  const bare = () => tab.evaluate((word) => ({ all: window.bench.searchedByHand(window.paragraphs, word).time }), WORD);
  const times = await takingTurns(rounds, { viewer, bare });
  await tab.close();
  const aim = megabytes > 5 ? "≤ 50 ms" : `one frame (${FRAME.toFixed(1)} ms)`;
  const name = `search, ${megabytes} MB, slowest key of 「${WORD}」`;
  return [
    { what: `${name}: to the frame with its answer`, ours: times.viewer.all, unit: "ms", peer: "a bare `indexOf` over the paragraphs, nothing shown", theirs: times.bare.all, aim: "" },
    { key: true, what: `${name}: longest time without an answer`, ours: times.viewer.longest, unit: "ms", aim },
  ];
}
