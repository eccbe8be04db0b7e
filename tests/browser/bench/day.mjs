// Whole sittings on screen: the viewer, from a text to the frame, beside plain calls of the DOM that build the very same tree.
import { takingTurns } from "./measure.mjs";
import { day as aDay, sitting } from "./texts.mjs";

/** The sittings: what they are called, how many speeches, their text. */
export const sittings = (quick) =>
  quick
    ? [["60 speeches", 60, sitting(60, 100)]]
    : [
        ["a day of the Diet: 450 speeches, 180,000 characters", 450, aDay()],
        ["3,000 speeches", 3_000, sitting(3_000, 120)],
        ["10,000 speeches", 10_000, sitting(10_000, 120)],
      ];

/** Shows a sitting once for each way, in a page of its own where the viewer has drawn something before. */
export async function warmed(site, text, n) {
  site.put("/sitting.txt", text);
  const tab = await site.open();
  await tab.evaluate(
    async (small, n) => {
      const { viewer } = await window.bench.byViewer(small, 0);
      viewer.remove();
      window.text = await (await fetch(`/sitting.txt?${n}`)).text();
    },
    sitting(1, 100),
    n,
  );
  return tab;
}

/** The same, with the tree taken from a viewer that has filled in. */
export async function copied(site, text, n) {
  const tab = await warmed(site, text, n);
  await tab.evaluate(async (last) => {
    const { viewer } = await window.bench.byViewer(window.text, last);
    window.copy = window.bench.copied(viewer);
    viewer.remove();
  }, n - 1);
  return tab;
}

/** @param {import("./run.mjs").Bench} bench */
export async function day({ site, rounds, quick }) {
  const rows = [];
  for (const [name, n, text] of sittings(quick)) {
    const tab = await copied(site, text, n);
    const viewer = () =>
      tab.evaluate(async (last) => {
        const { viewer, times } = await window.bench.byViewer(window.text, last);
        viewer.remove();
        await window.bench.painted();
        return times;
      }, n - 1);
    const plain = (parsed) => () =>
      tab.evaluate(async (parsed) => {
        const { host, times } = await window.bench.byHand({ ...window.copy, text: parsed && window.text });
        host.remove();
        await window.bench.painted();
        return times;
      }, parsed);
    const times = await takingTurns(n > 5_000 ? Math.ceil(rounds / 3) : rounds, { viewer, plain: plain(false), parsed: plain(true) });
    const row = (what, key, it, peer, aim) => rows.push({ key: n !== 3_000 && it === "plain" && Boolean(aim), what: `${name}: ${what}`, ours: times.viewer[key], unit: "ms", peer, theirs: times[it]?.[key], aim });
    const dom = "plain DOM calls, the tree known";
    row("text to first speech on screen", "first", "plain", dom, "≤ 1×");
    row("text to all of it on screen", "all", "plain", dom, n === 450 ? "≤ 1×" : "");
    row("text to all of it on screen", "all", "parsed", "the plain parser, then plain DOM calls", "");
    row("longest time without an answer", "longest", "plain", dom, n > 5_000 ? "≤ 50 ms" : "");
    await tab.close();
  }
  return rows;
}
