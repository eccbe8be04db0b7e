// What the bench does inside a page: shows minutes by the viewer and by plain calls of the DOM, and measures what a reader would notice.
import { parse } from "./plain.mjs";

/** Nobody waits longer. */
const LONGEST = 120_000;

/** The time at which the next frame is on screen: a message that is posted from a frame is handled after that frame is painted. */
export const painted = () =>
  new Promise((done) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => done(performance.now());
      port2.postMessage(null);
    }),
  );

/** Watches how long the page answers nothing at a stretch: the longest task with the frame that it delays. Called, it tells and stops. */
function waits() {
  const { port1, port2 } = new MessageChannel();
  let longest = 0;
  let last = performance.now();
  port1.onmessage = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    port2.postMessage(null);
  };
  port2.postMessage(null);
  return () => {
    port1.close();
    return Math.max(longest, performance.now() - last);
  };
}

/** Does something, and waits until it is on screen; `done` says whether all of it is there. */
export async function measured(work, { first = () => true, all = () => true } = {}) {
  // Each begins just behind a frame, so that none has to wait longer for the next.
  await painted();
  const longest = waits();
  const begin = performance.now();
  await work();
  let at = await painted();
  const until = async (done) => {
    while (!done()) {
      if (at - begin > LONGEST) throw new Error(`what was waited for is not there after ${LONGEST} ms: ${done}`);
      at = await painted();
    }
  };
  await until(first);
  const seen = at - begin;
  await until(all);
  return { first: seen, all: at - begin, longest: longest() };
}

const shown = (it) => Boolean(it?.checkVisibility());
const speech = (root, at) => root?.getElementById(`speech-${at}`);

/** Shows minutes by the viewer, of which the last speech is to be `last`. */
export async function byViewer(text, last) {
  const viewer = document.createElement("gijiroku-viewer");
  viewer.setAttribute("address", "none");
  const times = await measured(
    () => {
      viewer.text = text;
      document.body.append(viewer);
    },
    { first: () => shown(speech(viewer.shadowRoot, 0)), all: () => Boolean(speech(viewer.shadowRoot, last)) },
  );
  return { viewer, times };
}

/** A tree as data: what one knows who writes the calls by hand. */
export function recorded(node) {
  if (node.nodeType === Node.TEXT_NODE) return node.data;
  const own = node.namespaceURI === "http://www.w3.org/1999/xhtml" ? null : node.namespaceURI;
  return { name: node.localName, own, attributes: [...node.attributes].map((it) => [it.name, it.value]), children: [...node.childNodes].filter((it) => it.nodeType !== Node.COMMENT_NODE).map(recorded) };
}

/** Builds it by plain calls. */
function built({ name, own, attributes, children }) {
  const node = own ? document.createElementNS(own, name) : document.createElement(name);
  for (const [name, value] of attributes) node.setAttribute(name, value);
  for (const it of children) node.append(typeof it === "string" ? it : built(it));
  return node;
}

/** Builds the tree of a viewer by plain calls, under the same stylesheets; with `text`, the plain parser reads it first. */
export async function byHand({ tree, sheets, text }) {
  const host = document.createElement("div");
  const root = host.attachShadow({ mode: "open" });
  const hides = new CSSStyleSheet();
  hides.replaceSync("[hidden] { display: none !important }");
  root.adoptedStyleSheets = [...sheets, hides];
  const times = await measured(() => {
    if (text) parse(text);
    root.append(...tree.map(built));
    document.body.append(host);
  });
  return { host, times };
}

/** What is read of a viewer for `byHand`. */
export const copied = (viewer) => ({ tree: [...viewer.shadowRoot.children].map(recorded), sheets: viewer.shadowRoot.adoptedStyleSheets });

const nameOf = (article) => article.querySelector("[part~=name]")?.textContent ?? "";

/** Picks the first speaker of the list, and all again. */
export async function filtered(viewer, last) {
  const root = viewer.shadowRoot;
  const box = root.querySelector("[part~=person] input");
  const mine = new Set([...root.querySelectorAll("article")].map(nameOf)).size;
  if (!box || mine < 2) throw new Error("nobody can be picked");
  const others = [...root.querySelectorAll("article")].filter((it) => !sameSpeaker(it, box)).map((it) => it.id);
  const gone = () => !shown(root.getElementById(others.at(-1))) && !shown(root.getElementById(others[0]));
  const pick = await measured(() => box.click(), { all: gone });
  const back = await measured(() => box.click(), { all: () => shown(speech(root, 0)) && shown(speech(root, last)) && !gone() });
  return { pick, back };
}

const sameSpeaker = (article, box) => {
  const name = box.closest("[part~=person]").querySelector(".person-name").textContent.replace(/[\s　]/g, "");
  const printed = nameOf(article).replace(/[\s　]|君$/g, "");
  return printed !== "" && (name.startsWith(printed) || printed.startsWith(name));
};

/** The same by a loop over `hidden`. */
export async function filteredByHand(host) {
  const rows = [...host.shadowRoot.querySelectorAll("article")].map((it) => ({ row: it.parentElement, by: nameOf(it) }));
  const { by: who } = rows[1];
  const pick = await measured(() => {
    for (const { row, by } of rows) row.hidden = by !== who;
  });
  const back = await measured(() => {
    for (const { row } of rows) row.hidden = false;
  });
  return { pick, back };
}

/** Types a word, a key after the other; the time from each key to the frame with its answer. */
export async function searched(viewer, word) {
  const root = viewer.shadowRoot;
  const box = root.querySelector("#search");
  const count = () => root.querySelector(".search-count")?.textContent ?? "";
  const keys = [];
  for (let n = 1; n <= word.length; n++) {
    const before = count();
    box.value = word.slice(0, n);
    keys.push(await measured(() => box.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true })), { all: () => count() !== before }));
  }
  const told = count();
  const before = count();
  box.value = "";
  await measured(() => box.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true })), { all: () => count() !== before });
  return { all: Math.max(...keys.map((it) => it.all)), longest: Math.max(...keys.map((it) => it.longest)), told };
}

/** The bare work of a search: every place of a word in the text of the paragraphs. */
export function searchedByHand(paragraphs, word) {
  const begin = performance.now();
  let found = 0;
  for (const it of paragraphs) for (let at = it.indexOf(word); at >= 0; at = it.indexOf(word, at + word.length)) found++;
  return { time: performance.now() - begin, found };
}

/** Closes a section that stands in the middle and opens it, and does so with all. */
export async function collapsed(viewer) {
  const root = viewer.shadowRoot;
  const headings = [...root.querySelectorAll(".disclosure")];
  const one = headings[Math.floor(headings.length / 2)];
  const press = (button, state) => measured(() => button.click(), { all: () => one.getAttribute("aria-expanded") === state });
  const [openAll, closeAll] = root.querySelectorAll("[part~=tools] button");
  return { close: await press(one, "false"), open: await press(one, "true"), closeAll: await press(closeAll, "false"), openAll: await press(openAll, "true") };
}
