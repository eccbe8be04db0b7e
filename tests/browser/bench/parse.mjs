// From the bytes of minutes to a document, in Node and in a browser: the package, markdown-it, a plain parser, and the bare search for lines.
import assert from "node:assert/strict";
import { contenders } from "./contenders.mjs";
import { takingTurns } from "./measure.mjs";
import { minutes, repeated } from "./texts.mjs";

const PEERS = { markdown: "markdown-it, `parse` to tokens", plain: "a plain JavaScript parser of the same forms", split: "a bare split into lines", scan: "a bare search for line ends in the bytes" };

async function inNode() {
  const { parse, convert } = await import("../../../pkg/node.js");
  const { default: markdownIt } = await import("markdown-it");
  const { parse: plain } = await import("./plain.mjs");
  const works = contenders({ parse, convert, markdown: markdownIt(), plain });
  return async (bytes, name) => {
    const begin = performance.now();
    const found = await works[name](bytes);
    return { found, time: performance.now() - begin };
  };
}

async function inPage(site) {
  const tab = await site.open("/blank.html");
  await tab.evaluate(async () => {
    const [{ parse, convert }, { default: markdownIt }, { parse: plain }, { contenders }] = await Promise.all([
      import("/pkg/index.js"),
      import("/bench/node_modules/markdown-it/dist/browser/markdown-it.esm.min.mjs"),
      import("/bench/plain.mjs"),
      import("/bench/contenders.mjs"),
    ]);
    window.works = contenders({ parse, convert, markdown: markdownIt(), plain });
  });
  return async (bytes, name) => {
    const path = `/minutes-${bytes.length}.txt`;
    site.put(path, bytes);
    return tab.evaluate(
      async (path, name) => {
        window.texts ??= {};
        const bytes = (window.texts[path] ??= new Uint8Array(await (await fetch(path)).arrayBuffer()));
        const begin = performance.now();
        const found = await window.works[name](bytes);
        return { found, time: performance.now() - begin };
      },
      path,
      name,
    );
  };
}

/** @param {import("./run.mjs").Bench} bench */
export async function parse({ site, kind, rounds, quick }) {
  const { name, text } = minutes();
  const sizes = quick ? [200_000] : [1_000_000, 10_000_000];
  const engines = kind === "chromium" ? { Node: await inNode(), Chromium: await inPage(site) } : { Firefox: await inPage(site) };
  const rows = [];
  for (const [engine, run] of Object.entries(engines)) {
    for (const size of sizes) {
      const bytes = Buffer.from(repeated(text, size));
      const found = {};
      const work = (it) => async () => {
        const { found: n, time } = await run(bytes, it);
        found[it] = n;
        return time;
      };
      const times = await takingTurns(size > 5_000_000 ? Math.ceil(rounds / 2) : rounds, Object.fromEntries(["gijiroku", "viewer", ...Object.keys(PEERS)].map((it) => [it, work(it)])), 2);
      assert.equal(found.plain, found.gijiroku, "the plain parser finds the same speeches");
      assert.ok(times.viewer > times.scan, "what hands nothing over has read all the same");
      const speed = (it) => bytes.length / 1000 / times[it];
      const what = `${engine}, ${name} repeated to ${(size / 1e6).toFixed(1)} MB`;
      const row = (how, ours, it, aim) => ({
        key: engine !== "Node" && size === sizes[0] && ["markdown", "plain"].includes(it),
        what: `${what}: ${how}`,
        ours: speed(ours),
        unit: "MB/s",
        peer: PEERS[it],
        theirs: speed(it),
        aim,
      });
      for (const it of Object.keys(PEERS)) rows.push(row("bytes to the document in JavaScript", "gijiroku", it, it === "markdown" ? "≥ 5×" : ""));
      for (const it of ["markdown", "scan"]) rows.push(row("read, nothing handed over (what the viewer does)", "viewer", it, it === "markdown" ? "≥ 5×" : ""));
    }
  }
  return rows;
}
