// Where the time goes at a parse, at a mount and at a filter: the functions in which most of it is spent, as text beside the table.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { warmed } from "./day.mjs";
import { instead } from "./site.mjs";
import { minutes, repeated, sitting } from "./texts.mjs";

const MOST = 15;

/** @param {import("./run.mjs").Bench} bench */
export async function profile({ site, quick, out }) {
  const named = ["gijiroku", "parse"].map((it) => [`/pkg/wasm/${it}_bg.wasm`, new URL(`../../../target/bench/named/${it}_bg.wasm`, import.meta.url)]);
  for (const [path, file] of named) if (existsSync(file)) instead.set(path, readFileSync(file));
  const n = quick ? 60 : 3_000;
  const works = {
    parse: () => ofParse(site, repeated(minutes().text, quick ? 100_000 : 5_000_000)),
    mount: () => ofViewer(site, n, mount),
    filter: () => ofViewer(site, n, filter),
  };
  const told = [];
  for (const [name, work] of Object.entries(works)) {
    const lines = top(await work());
    writeFileSync(new URL(`${name}.txt`, out), `${lines.join("\n")}\n`);
    told.push(`target/bench/${name}.txt:\n\n\`\`\`\n${lines.join("\n")}\n\`\`\``);
  }
  return told.join("\n\n");
}

async function ofParse(site, text) {
  site.put("/profiled.txt", text);
  const tab = await site.open("/blank.html");
  await tab.evaluate(async () => {
    const { parse } = await import("/pkg/index.js");
    const bytes = new Uint8Array(await (await fetch("/profiled.txt")).arrayBuffer());
    await parse(bytes.subarray(0, 10_000));
    window.work = () => parse(bytes).then(() => {});
  });
  return sampled(tab);
}

async function ofViewer(site, n, prepare) {
  const tab = await warmed(site, sitting(n, 120), n);
  await tab.evaluate(prepare, n - 1);
  return sampled(tab);
}

function mount(last) {
  window.work = () => window.bench.byViewer(window.text, last).then(() => {});
}

async function filter(last) {
  const { viewer } = await window.bench.byViewer(window.text, last);
  window.work = () => window.bench.filtered(viewer, last).then(() => {});
}

/** The profile of `work` of a page. */
async function sampled(tab) {
  const client = await tab.createCDPSession();
  await client.send("Profiler.enable");
  await client.send("Profiler.setSamplingInterval", { interval: 200 });
  await client.send("Profiler.start");
  await tab.evaluate(() => window.work());
  const { profile } = await client.send("Profiler.stop");
  await tab.close();
  return profile;
}

/** The functions in which most time is spent, each without what it calls. */
function top({ nodes, samples, timeDeltas }) {
  const own = new Map();
  const rooms = new Map();
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]));
  let total = 0;
  samples.forEach((id, at) => {
    const { functionName, url } = frames.get(id);
    if (functionName === "(idle)") return;
    total += timeDeltas[at];
    // The hashes of crates say nothing to a reader.
    add(own, `${functionName.replace(/\[[0-9a-f]{12,16}\]/g, "") || "(no name)"}${where(url)}`, timeDeltas[at]);
    add(rooms, room(functionName, url), timeDeltas[at]);
  });
  const line = ([name, time]) => `${(time / 1000).toFixed(1).padStart(8)} ms ${((100 * time) / total).toFixed(1).padStart(5)} %  ${name}`;
  const sorted = (all) => [...all].sort((a, b) => b[1] - a[1]);
  return [`${(total / 1000).toFixed(0)} ms in all`, ...sorted(rooms).map(line), "", "of these, each function without what it calls:", ...sorted(own).slice(0, MOST).map(line)];
}

const add = (all, name, time) => all.set(name, (all.get(name) ?? 0) + time);

/** Whose time it is. */
function room(name, url) {
  if (/_bg\.wasm$/.test(url) || url.startsWith("wasm:")) return "wasm";
  if (url.includes("/pkg/")) return "JavaScript of the package";
  if (url.includes("/bench/")) return "the bench itself";
  if (name === "(garbage collector)") return "garbage collector";
  return name === "(program)" ? "the browser: style, layout, paint, and what no sample names" : "calls into the browser";
}

const where = (url) => (!url || url.startsWith("wasm:") ? "" : ` — ${new URL(url).pathname}`);
