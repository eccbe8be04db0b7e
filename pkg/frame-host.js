// For the page around an iframe of frame.html: as high as its minutes, and links of this page lead into them.
// <script type="module" src="…/frame-host.js"></script> — without it the iframe works at the height that it says itself.

/** So much of the window minutes fill at most: what sticks to their edges would be out of sight in a higher iframe. A card has nothing that sticks. */
const MOST = 0.9;

/** @param {Window | MessageEventSource | null} source @returns {HTMLIFrameElement | undefined} */
const frameOf = (source) => [...document.querySelectorAll("iframe")].find((it) => it.contentWindow === source);

/** Which part of the address of this page is a frame's. @param {HTMLIFrameElement} frame */
const nameOf = (frame) => frame.dataset.address ?? "minutes";

/** The part of this page's address that begins with `name:`. @param {string} name */
const partOf = (name) => location.hash.slice(1).split(";").find((it) => it.startsWith(`${name}:`))?.slice(name.length + 1) ?? "";

/** @param {HTMLIFrameElement} frame @param {string} origin */
function greet(frame, origin) {
  const name = nameOf(frame);
  const link = partOf(name);
  const href = location.href.replace(/#.*/, "");
  frame.contentWindow?.postMessage({ type: "gijiroku-page", ...(name === "minutes" && { href }), ...(link && { link: `minutes:${link}` }) }, origin);
}

/** @type {WeakSet<HTMLIFrameElement>} */
const greeted = new WeakSet();

// A page may be written on a server first, where there is nothing to listen to.
globalThis.addEventListener?.("message", ({ source, origin, data }) => {
  const frame = frameOf(source);
  // Only a frame of this page, and only while it shows the site that this page chose.
  if (!frame || data?.type !== "gijiroku-frame" || origin !== new URL(frame.src, location.href).origin) return;
  if (!greeted.has(frame)) {
    greeted.add(frame);
    greet(frame, origin);
  }
  const { height, card, link } = data;
  if (Number.isFinite(height) && height > 0) {
    const most = card === true || frame.dataset.height === "whole" ? Infinity : Math.round(innerHeight * MOST);
    const now = `${Math.min(height, most)}`;
    if (frame.height !== now) frame.height = now;
  }
  if (typeof link === "string" && link.length < 4096 && /^(minutes:|$)/.test(link)) keep(nameOf(frame), link.slice("minutes:".length));
});

globalThis.addEventListener?.("hashchange", () => {
  for (const frame of document.querySelectorAll("iframe")) if (greeted.has(frame)) greet(frame, new URL(frame.src, location.href).origin);
});

/** Keeps in this page's address what a frame shows. @param {string} name @param {string} link */
function keep(name, link) {
  if (!/^[\w-]+$/.test(name) || partOf(name) === link) return;
  const others = location.hash.slice(1).split(";").filter((it) => /^[\w-]+:/.test(it) && !it.startsWith(`${name}:`));
  const parts = link ? [...others, `${name}:${link}`] : others;
  history.replaceState(history.state, "", location.pathname + location.search + (parts.length ? `#${parts.join(";")}` : ""));
}
