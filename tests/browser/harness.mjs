// A browser, a server for pages that a test makes up, and what a test may ask of a page.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import assert from "node:assert/strict";
import { serve } from "../../www/serve.mjs";
import { kind } from "./browsers.mjs";
import { browserFor } from "./launch.mjs";
import { BEFORE, FIND } from "./webkit.mjs";
export { kind, lacks } from "./browsers.mjs";

/** The policy that the viewer promises to work under. */
export const STRICT = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const EVENTS = ["minutes-loaded", "minutes-failed", "minutes-filtered", "minutes-selected", "minutes-moved"];
const axeSource = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

export const sample = (name) => readFile(new URL(`../../www/samples/${name}.txt`, import.meta.url), "utf8");

/** A page that uses the element, under the strict policy unless told. */
export function page(body, { csp = STRICT, lang = "ja", head = "" } = {}) {
  const html = `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>test</title><meta name="viewport" content="width=device-width">${head}<script type="module" src="/pkg/define.js"></script></head><body><main>${body}</main></body></html>`;
  return { headers: { "content-type": "text/html; charset=utf-8", ...(csp && { "content-security-policy": csp }) }, body: html };
}

/** A file as a careless server gives it. */
export const file = (body, type = "text/plain") => ({ headers: { "content-type": type }, body });

/**
 * Starts browser and server. `pages` says what is at which address; the package is at /pkg/, the demo elsewhere.
 * @param {Record<string, object | (() => object)>} pages
 */
export async function start(pages = {}, more = {}) {
  const browsers = new Map();
  /** One browser a set of the reader's wishes: those of Chromium can be changed page by page, others are started with them. */
  const wishing = (features = []) => {
    const wishes = kind === "chromium" ? "" : features.map((it) => `${it.name}: ${it.value}`).join(", ");
    if (!browsers.has(wishes)) browsers.set(wishes, browserFor(kind, wishes));
    return browsers.get(wishes);
  };
  const { browser } = await wishing();
  pages["/favicon.ico"] ??= { status: 204, body: "" };
  const given = (url) => (typeof pages[url.pathname] === "function" ? pages[url.pathname](url) : pages[url.pathname]);
  const site = await serve({ ...more, page: (url) => (kind === "webkit" ? withScript(fronts.get(pages), url, given(url)) : given(url)) });
  const tabs = new Set();

  async function open(path, { width = 1280, height = 900, ready = "loaded", before, features } = {}) {
    const tab = await (await wishing(features)).browser.newPage();
    tabs.add(tab);
    await tab.setViewport({ width, height });
    if (features && kind === "chromium") await (await tab.createCDPSession()).send("Emulation.setEmulatedMedia", { features });
    if (kind === "webkit") fronts.set(pages, tab);
    await listen(tab, site);
    if (before) await before(tab);
    // A page of another server is told by its whole address.
    await tab.goto(new URL(path, site.origin).href);
    if (ready) await heard(tab, `minutes-${ready}`);
    return tab;
  }

  /** The network is gone: nobody answers at the address any more. */
  const cut = () => site.close();
  const close = async () => {
    for (const it of tabs) if (!it.isClosed()) await it.close();
    for (const it of browsers.values()) await (await it).leave();
    await site.close();
  };
  return { browser, origin: site.origin, requests: site.requests, open, cut, close };
}

/** The page of WebKit that was opened last on a site: its scripts are put before those of what the site gives. */
const fronts = new WeakMap();

/** What a site gives to WebKit: the page with a script before its own, and that script. */
function withScript(tab, url, given) {
  if (url.pathname === BEFORE) return { headers: { "content-type": "text/javascript; charset=utf-8", "cache-control": "no-store" }, body: tab?.before ?? "" };
  if (!given || typeof given.body !== "string" || !given.body.includes("<head>")) return given;
  return { ...given, body: given.body.replace("<head>", `<head><script src="${BEFORE}"></script>`) };
}

/** Keeps what a page asks for, what goes wrong on it, and the events of the element. */
async function listen(tab, site) {
  tab.troubles = [];
  if (kind === "webkit") {
    const from = site.requests.length;
    Object.defineProperty(tab, "requested", { get: () => site.requests.slice(from).filter((it) => it !== BEFORE) });
    await tab.evaluateOnNewDocument(() => {
      window.troubles = [];
      addEventListener("error", (it) => it.message && window.troubles.push(`error: ${it.message}`));
      addEventListener("unhandledrejection", (it) => window.troubles.push(`error: ${it.reason}`));
      for (const name of ["error", "warn"]) {
        const told = console[name];
        console[name] = (...words) => (window.troubles.push(`${name}: ${words.join(" ")}`), told.apply(console, words));
      }
    });
  } else {
    tab.requested = [];
    tab.on("pageerror", (error) => tab.troubles.push(`error: ${error.message}`));
    tab.on("console", (it) => ["error", "warn"].includes(it.type()) && tab.troubles.push(`${it.type()}: ${it.text()}`));
    // The style sheet of Firefox itself has a font of marks inside, which is told as if the page had asked for it.
    const asked = (it) => kind !== "firefox" || !it.url().startsWith("data:font/");
    tab.on("request", (it) => asked(it) && tab.requested.push(it.url().replace(site.origin, "")));
  }
  await tab.evaluateOnNewDocument((names) => {
    window.heard = [];
    window.violations = [];
    // A browser that asks for an icon by itself is told no by the policy; that is no fault of the page.
    document.addEventListener("securitypolicyviolation", (it) => it.blockedURI.endsWith("/favicon.ico") || window.violations.push(`${it.violatedDirective} ${it.blockedURI}`));
    for (const name of names) document.addEventListener(name, ({ target, detail }) => window.heard.push({ name, id: target.id, detail }));
  }, EVENTS);
}

/** Waits until an event was heard `count` times, and gives the last one's detail. */
export async function heard(tab, name, count = 1) {
  await tab.waitForFunction((name, count) => window.heard.filter((it) => it.name === name).length >= count, { timeout: 15_000 }, name, count);
  return tab.evaluate((name) => window.heard.findLast((it) => it.name === name).detail, name);
}

/** The button of a name, once it is shown. Chromium is asked for its tree of accessible names; Firefox takes seconds to search its own. */
export async function button(tab, name) {
  if (kind === "webkit") return tab.waitForButton(name);
  if (kind === "chromium") return tab.waitForSelector(`>>> ::-p-aria(${name}[role="button"])`, { visible: true });
  return (await tab.waitForFunction(new Function("name", `${FIND}\nreturn buttons(name)[0];`), { timeout: 15_000 }, name)).asElement();
}

/** The words that a reader sees inside an element, shadow tree and slots as they are shown. */
export const words = (tab, selector = "gijiroku-viewer") => tab.$eval(selector, (it) => it.shadowRoot.querySelector("[part=frame]").innerText + " " + it.innerText);

/** Whether a part of the element is shown. */
export const shown = (tab, part, selector = "gijiroku-viewer") =>
  tab.$eval(selector, (it, part) => Boolean(it.shadowRoot.querySelector(`[part~=${part}]`)?.checkVisibility()), part);

/** Waits until two pictures in a row are the same: transitions are over, and what fills in has. */
export async function settled(tab) {
  for (let before = "", tries = 0; tries < 20; tries += 1) {
    const now = Buffer.from(await tab.screenshot({ type: "png" })).toString("base64");
    if (now === before) return;
    before = now;
    await new Promise((done) => setTimeout(done, 100));
  }
}

/** A file at `/NAME`, which a viewer at `/of-NAME` is to show, is refused: the reader is told why in Japanese, a program in English. */
export async function assertRefused(site, parse, [name, reason, ja, en]) {
  const tab = await site.open(`/of-${name}`, { ready: "failed" });
  assert.equal((await heard(tab, "minutes-failed")).reason, reason);
  assert.match(await tab.$eval("gijiroku-viewer", (it) => it.shadowRoot.textContent), ja);
  assert.deepEqual(tab.requested.filter((it) => it.includes("secret")), []);
  await assert.rejects(parse(await (await fetch(new URL(`/${name}`, site.origin))).arrayBuffer()), { reason, message: en });
  await tab.close();
}

/** Code that a site lacks is named, and a second try heals; `lack` says whether it is there. */
export async function assertHeals(site, name, reason, file, lack) {
  lack(true);
  const tab = await site.open(`/of-${name}`, { ready: "failed" });
  assert.equal((await heard(tab, "minutes-failed")).reason, reason);
  assert.match(await tab.$eval("gijiroku-viewer", (it) => it.shadowRoot.textContent), file);
  lack(false);
  await tab.$eval("gijiroku-viewer", (it) => it.shadowRoot.querySelector("[part=retry]").click());
  await heard(tab, "minutes-loaded");
  await tab.close();
}

/** Nothing went wrong on the page, and no policy was broken. */
export async function assertQuiet(tab) {
  assert.deepEqual([...tab.troubles, ...(await tab.evaluate(() => window.troubles ?? []))], []);
  assert.deepEqual(await tab.evaluate(() => window.violations ?? []), []);
}

/** No fault that axe can see, WCAG 2.2 AA and best practices; `what` names the state of the page. */
export async function assertAccessible(tab, what, where = { include: [["gijiroku-viewer"]] }) {
  // Through the debugger, since the policy of the page rightly refuses a script of ours.
  await tab.evaluate(axeSource);
  // All of the page at once, so that nothing lies half under what sticks to the edge of the window.
  const viewport = tab.viewport();
  await tab.setViewport({ ...viewport, height: await tab.evaluate(() => Math.max(innerHeight, document.documentElement.scrollHeight)) });
  const { violations } = await tab.evaluate((where, runOnly) => window.axe.run(where, { runOnly }), where, RULES);
  await tab.setViewport(viewport);
  const told = violations.map((it) => `${it.id}: ${it.help}\n    ${it.nodes.slice(0, 3).map((node) => `${node.html} — ${node.failureSummary}`).join("\n    ")}`);
  assert.deepEqual(told, [], `axe, ${what}`);
}

/** Nothing is wider than the window. */
export async function assertNoSidewaysScroll(tab) {
  const [wide, window] = await tab.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  assert.ok(wide <= window, `the page is ${wide} px wide in a window of ${window} px`);
}
