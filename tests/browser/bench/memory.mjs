// What is kept: memory of a parse beside its text, what a thousand mounts leave behind, and what twenty viewers of one page share.
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { minutes, sitting } from "./texts.mjs";

/** @param {import("./run.mjs").Bench} bench */
export async function memory({ site, quick }) {
  return [...(await parsed(quick)), ...(await mounts(site, quick ? 50 : 1_000)), ...(await twenty(site))];
}

/** Memory of the module and of JavaScript for one text, in a process of its own. */
async function parsed(quick) {
  const bytes = quick ? 200_000 : 10_000_000;
  const child = (how) => JSON.parse(execFileSync(process.execPath, ["--expose-gc", fileURLToPath(new URL("memory-child.mjs", import.meta.url)), how, String(bytes)], { encoding: "utf8" }));
  const [kept, handed, plain] = ["kept", "handed", "plain"].map(child);
  const name = `${(bytes / 1e6).toFixed(1)} MB of text`;
  return [
    { key: true, what: `${name}: what the module's memory grows by reading, nothing handed over`, ours: kept.module / kept.bytes, unit: "× the text", aim: "≤ 3×" },
    { what: `${name}: what it grows by handing over the document too`, ours: handed.module / handed.bytes, unit: "× the text" },
    { what: `${name}: JavaScript's heap for the document`, ours: handed.heap / handed.bytes, unit: "× the text", peer: "a plain JavaScript parser of the same forms", theirs: plain.heap / plain.bytes },
  ];
}

/** Heap, nodes and listeners before and after so many viewers came and went. */
async function mounts(site, n) {
  const tab = await site.open();
  const client = await tab.createCDPSession();
  await client.send("Performance.enable");
  await tab.evaluate(async (text) => {
    const wasm = await import("/pkg/wasm/gijiroku.js");
    window.mounts = async (n) => {
      for (let at = 0; at < n; at++) {
        const viewer = document.createElement("gijiroku-viewer");
        viewer.text = text;
        const loaded = new Promise((done) => viewer.addEventListener("minutes-loaded", done, { once: true }));
        document.body.append(viewer);
        await loaded;
        viewer.remove();
        // It gives itself back once it is sure that it was not only moved.
        await new Promise((done) => setTimeout(done, 0));
      }
      return (await wasm.default()).memory.buffer.byteLength;
    };
  }, sitting(20, 100));
  const counted = async (n) => {
    const module = await tab.evaluate((n) => window.mounts(n), n);
    for (let again = 0; again < 3; again++) await client.send("HeapProfiler.collectGarbage");
    const { metrics } = await client.send("Performance.getMetrics");
    const of = (name) => metrics.find((it) => it.name === name).value;
    return { heap: of("JSHeapUsedSize"), nodes: of("Nodes"), listeners: of("JSEventListeners"), module };
  };
  const before = await counted(20);
  const after = await counted(n);
  await tab.close();
  const row = (what, key, unit, scale = 1) => ({ key: true, what: `${n} viewers mounted and unmounted: ${what}`, ours: after[key] / scale, unit, peer: "before them, after 20", theirs: before[key] / scale, aim: "level" });
  return [row("heap of JavaScript", "heap", "kB", 1000), row("nodes", "nodes", ""), row("listeners", "listeners", ""), row("memory of the module", "module", "kB", 1000)];
}

/** Modules and bytes that twenty viewers of a page take. */
async function twenty(site) {
  const { text } = minutes();
  const count = async (n) => {
    const context = await site.browser.createBrowserContext();
    const tab = await context.newPage();
    await tab.evaluateOnNewDocument(() => {
      window.instances = 0;
      const { instantiate } = WebAssembly;
      WebAssembly.instantiate = (...all) => (window.instances++, instantiate.apply(WebAssembly, all));
    });
    const client = await tab.createCDPSession();
    await client.send("Network.enable");
    let bytes = 0;
    client.on("Network.loadingFinished", (it) => (bytes += it.encodedDataLength));
    await tab.goto(`${site.origin}/viewer.html`);
    await tab.evaluate(
      async (n, text) => {
        const loaded = Array.from({ length: n }, () => {
          const viewer = document.createElement("gijiroku-viewer");
          viewer.text = text;
          document.body.append(viewer);
          return new Promise((done) => viewer.addEventListener("minutes-loaded", done, { once: true }));
        });
        await Promise.all(loaded);
      },
      n,
      text,
    );
    const instances = await tab.evaluate(() => window.instances);
    await context.close();
    return { instances, bytes };
  };
  const [one, all] = [await count(1), await count(20)];
  return [
    { what: "20 viewers on a page: modules of wasm", ours: all.instances, unit: "", peer: "one viewer", theirs: one.instances, aim: "1×" },
    { key: true, what: "20 viewers on a page: bytes fetched", ours: all.bytes / 1000, unit: "kB", peer: "one viewer", theirs: one.bytes / 1000, aim: "1×" },
  ];
}
