// From navigation to the first speech on screen: the viewer beside the same minutes as pages without a script, and beside pdf.js.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { read } from "../../../pkg/node.js";
import { takingTurns } from "./measure.mjs";
import { parse as plain } from "./plain.mjs";
import { page } from "./site.mjs";
import { minutes } from "./texts.mjs";

/** What Lighthouse calls slow 4G: 1.6 Mbit/s down, 750 kbit/s up, 150 ms there and back. */
const SLOW_4G = { download: 1_638_400 / 8, upload: 750_000 / 8, latency: 150 };
const NETWORKS = { "no delay": null, "slow 4G": SLOW_4G };

/** @param {import("./run.mjs").Bench} bench */
export async function first({ site, rounds, quick }) {
  const { name, text } = minutes();
  const pages = await put(site, "minutes", text);
  const rows = [];
  for (const cached of [false, true]) {
    for (const [network, conditions] of Object.entries(NETWORKS)) {
      if (quick && (cached || conditions)) continue;
      const times = await takingTurns(conditions ? Math.ceil(rounds / 2) : rounds, Object.fromEntries(Object.keys(pages).map((it) => [it, () => visit(site, it, { cached, conditions })])));
      const what = `${name}, ${cached ? "everything cached" : "nothing cached"}, ${network}`;
      for (const [it, { peer, aim }] of Object.entries(pages)) if (peer) rows.push({ key: Boolean(aim) && !conditions && (it.includes("tree") || !cached), what, ours: times["/minutes.html"].seen, unit: "ms", peer, theirs: times[it].seen, aim });
      if (conditions && !cached) rows.push({ key: true, what: `${what}: until the last byte that it takes`, ours: times["/minutes.html"].network, unit: "ms", peer: pages["/minutes-tree.html"].peer, theirs: times["/minutes-tree.html"].network, aim: "≤ 1000 ms" });
    }
  }
  if (!quick) rows.push(...(await paper(site, Math.ceil(rounds / 2))));
  return rows;
}

/** Puts all pages of some minutes at their addresses. */
async function put(site, name, text) {
  site.put(`/${name}.txt`, text);
  site.put(`/${name}.html`, page(`<gijiroku-viewer src="/${name}.txt"></gijiroku-viewer>`, '<script type="module" src="/pkg/define.js"></script>'));
  site.put(`/${name}-own.html`, ownPage(text));
  site.put(`/${name}-plain.html`, plainPage(text));
  const tab = await site.open(`/${name}.html`);
  await tab.waitForFunction(() => document.querySelector("gijiroku-viewer").shadowRoot?.getElementById("speech-0"));
  const { css, html } = await tab.$eval("gijiroku-viewer", (it) => ({
    css: it.shadowRoot.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText)).join("\n"),
    html: it.shadowRoot.innerHTML,
  }));
  await tab.close();
  site.put(`/${name}.css`, css);
  site.put(`/${name}-tree.html`, page(`<div><template shadowrootmode="open"><link rel="stylesheet" href="/${name}.css">${html}</template></div>`));
  // The same words on paper, as this browser prints them.
  const printed = await site.open(`/${name}-own.html`, false);
  site.put(`/${name}.pdf`, await printed.pdf({ format: "A4" }));
  await printed.close();
  site.put(`/${name}-pdf.html`, pdfPage(`/${name}.pdf`));
  return {
    [`/${name}.html`]: {},
    [`/${name}-tree.html`]: { peer: "the viewer's tree as static HTML, its stylesheet", aim: "≤ 1.2×" },
    [`/${name}-own.html`]: { peer: "static HTML of `gijiroku convert --to html`", aim: "" },
    [`/${name}-plain.html`]: { peer: "the least HTML that holds the words", aim: "" },
    [`/${name}-pdf.html`]: { peer: "pdf.js to the first page of the same minutes, printed to PDF", aim: "≤ 0.5×" },
  };
}

/** Milliseconds from navigation to the frame with the first speech, and to the last byte that came before it. */
async function visit(site, path, { cached, conditions }) {
  const context = await site.browser.createBrowserContext();
  try {
    // What was compiled is kept only of what was used more than once.
    if (cached) for (let n = 0; n < 3; n++) await once(context, site.origin + path, null, true);
    return await once(context, site.origin + path, conditions, false);
  } finally {
    await context.close();
  }
}

async function once(context, address, conditions, linger) {
  const tab = await context.newPage();
  if (conditions) await tab.emulateNetworkConditions(conditions);
  await tab.evaluateOnNewDocument(() => {
    const holder = () => document.querySelector("gijiroku-viewer, div")?.shadowRoot;
    const there = () => window.drawn ?? holder()?.getElementById("speech-0") ?? document.querySelector("p.speaker, article");
    const look = () => {
      const it = there();
      if (!it || (it instanceof Element && !it.checkVisibility())) return requestAnimationFrame(look);
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => (window.seen = performance.now());
        port2.postMessage(null);
      });
    };
    requestAnimationFrame(look);
  });
  await tab.goto(address);
  await tab.waitForFunction(() => window.seen, { timeout: 60_000, polling: 50 });
  const times = await tab.evaluate(() => {
    const all = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")].map((it) => it.responseEnd);
    return { seen: window.seen, network: Math.max(...all.filter((it) => it <= window.seen)) };
  });
  if (linger) await new Promise((done) => setTimeout(done, 300));
  await tab.close();
  return times;
}

/** Minutes that came as a PDF: pdf.js on it, beside the viewer on its text. */
async function paper(site, rounds) {
  const folder = new URL("../../../../shared/corpus/moj/", import.meta.url);
  const file = existsSync(folder) && readdirSync(folder).find((it) => it.endsWith(".pdf"));
  if (!file) return [];
  const bytes = readFileSync(new URL(file, folder));
  const [{ text }] = (await read(bytes)).meetings;
  site.put("/paper.txt", text);
  site.put("/paper.html", page('<gijiroku-viewer src="/paper.txt"></gijiroku-viewer>', '<script type="module" src="/pkg/define.js"></script>'));
  site.put("/paper.pdf", bytes);
  site.put("/paper-pdf.html", pdfPage("/paper.pdf"));
  const times = await takingTurns(rounds, { viewer: () => visit(site, "/paper.html", {}), pdf: () => visit(site, "/paper-pdf.html", {}) });
  return [{ what: `a ministry's minutes of ${text.length} characters, nothing cached, no delay`, ours: times.viewer.seen, unit: "ms", peer: "pdf.js to the first page of its PDF", theirs: times.pdf.seen, aim: "≤ 0.5×" }];
}

/** pdf.js as it is least: one page, drawn, without the layer of text that can be selected. */
const pdfPage = (address) => {
  const home = "/bench/node_modules/pdfjs-dist";
  return page(`<canvas></canvas><script type="module">
    import { getDocument, GlobalWorkerOptions } from "${home}/build/pdf.min.mjs";
    GlobalWorkerOptions.workerSrc = "${home}/build/pdf.worker.min.mjs";
    const pdf = await getDocument({ url: "${address}", cMapUrl: "${home}/cmaps/", cMapPacked: true, standardFontDataUrl: "${home}/standard_fonts/", wasmUrl: "${home}/wasm/" }).promise;
    const page = await pdf.getPage(1);
    const viewport = page.getViewport({ scale: 1.5 });
    const canvas = document.querySelector("canvas");
    Object.assign(canvas, { width: viewport.width, height: viewport.height });
    await page.render({ canvas, canvasContext: canvas.getContext("2d"), viewport }).promise;
    window.drawn = true;
  </script>`);
};

/** The page that the command writes. */
function ownPage(text) {
  const command = ["release", "debug"].map((it) => fileURLToPath(new URL(`../../../target/${it}/gijiroku`, import.meta.url))).find((it) => existsSync(it));
  if (!command) throw new Error("the command is not built (make bench builds it)");
  const folder = mkdtempSync(join(tmpdir(), "gijiroku-bench-"));
  writeFileSync(join(folder, "minutes.txt"), text);
  const html = execFileSync(command, ["convert", join(folder, "minutes.txt"), "--to", "html"]);
  rmSync(folder, { recursive: true });
  return html;
}

const escaped = (it) => it.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** Headings, labels and paragraphs as the plain parser has them, and ten lines of style. */
function plainPage(text) {
  const { title, sections, speeches } = plain(text);
  const body = speeches.map(({ mark, name, role, content }, at) => {
    const before = sections.filter((it) => it.at === at).map((it) => `<h2>${escaped(it.heading)}</h2>`).join("");
    return `${before}<article><h3>${escaped(`${mark}${name}${role}`)}</h3>${content.map((it) => `<p>${escaped(it.text)}</p>`).join("")}</article>`;
  });
  return page(`<h1>${escaped(title)}</h1>${body.join("\n")}`, "<style>body { max-width: 40em; margin: auto; padding: 1em; line-height: 1.8 } h3 { font-size: 1em }</style>");
}
