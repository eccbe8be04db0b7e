// Where the time goes at a parse, at a mount and at a filter: the functions in which most of it is spent, as text beside the table.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { warmed } from "./day.mjs";
import { instead } from "./site.mjs";
import { minutes, repeated, sitting } from "./texts.mjs";

const MOST = 15;

/** @param {import("./run.mjs").Bench} bench */
export async function profile({ site, quick, out }) {
  const named = ["gijiroku", "parse"].map((it) => [`/pkg/wasm/${it}_bg.wasm`, new URL(`named/${it}_bg.wasm`, out)]);
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
  const names = new Map(nodes.map(({ id, callFrame: { functionName, url } }) => [id, `${functionName || "(no name)"}${where(url)}`]));
  let total = 0;
  samples.forEach((id, at) => {
    const name = names.get(id);
    if (name === "(idle)") return;
    total += timeDeltas[at];
    own.set(name, (own.get(name) ?? 0) + timeDeltas[at]);
  });
  const most = [...own].sort((a, b) => b[1] - a[1]).slice(0, MOST);
  return [`${(total / 1000).toFixed(0)} ms in all; each function without what it calls`, ...most.map(([name, time]) => `${(time / 1000).toFixed(1).padStart(8)} ms ${((100 * time) / total).toFixed(1).padStart(5)} %  ${name}`)];
}

const where = (url) => (!url || url.startsWith("wasm:") ? "" : ` — ${new URL(url).pathname}`);
