// What the page gives an element to read: a text, an address, or what stands inside it.
import { MinutesError } from "./failure.js";
import { fetchBeside, fetchMinutes } from "./fetch.js";
import { opened, plain } from "./read.js";

/** @typedef {import("./index.js").Correction} Correction */
/** @typedef {import("./index.js").SuppliedPerson} SuppliedPerson */
/** @typedef {import("./element.js").GijirokuViewerElement} Element */

/**
 * The minutes: a text or a file that a program gave, or else the file of `src`, or else what stands inside the element: the text, or a
 * link to it.
 * @param {Element} element
 * @param {string | Blob | null} given
 * @param {AbortSignal} signal
 * @param {import("./fetch.js").Came} came
 * @returns {Promise<import("./read.js").OneMeeting | null>}
 */
export async function minutes(element, given, signal, came) {
  if (given instanceof Blob) return opened(new Uint8Array(await given.arrayBuffer()), given.type, signal);
  if (given !== null) return { ...plain(given), marked: element.marked ?? undefined };
  // While the page is being parsed, the children are still to come.
  if (element.src === null && element.ownerDocument.readyState === "loading") await parsed(element.ownerDocument);
  const text = element.src === null ? inlineText(element) : null;
  if (text !== null) return plain(text);
  const src = sourceOf(element);
  if (src === null) return null;
  const { bytes, type } = await fetchMinutes(src, signal, came);
  return opened(bytes, type, signal);
}

/**
 * Where the minutes are: what `src` says or, as a CMS may take attributes away that it does not know, a link that stands inside alone.
 * @param {Element} element @returns {string | null}
 */
export function sourceOf(element) {
  const links = element.querySelectorAll("a[href]");
  const alone = links.length === 1 && links[0].textContent?.trim() === element.textContent?.trim() && !inlineText(element);
  return element.src ?? (alone ? links[0].getAttribute("href") : null);
}

/** People whom the text cannot name. @param {Element} element @param {AbortSignal} signal @returns {Promise<SuppliedPerson[]>} */
export async function people(element, signal) {
  const list = await beside(element, "people", signal);
  const known = (/** @type {any} */ it) => typeof it?.name === "string" && Array.isArray(it.roles);
  if (!Array.isArray(list) || !list.every(known)) throw new MinutesError("people", { detail: "[{ name, roles }]" });
  return list;
}

/** What the publisher corrects. @param {Element} element @param {AbortSignal} signal @returns {Promise<Correction[]>} */
export async function corrections(element, signal) {
  const list = await beside(element, "corrections", signal);
  const known = (/** @type {any} */ it) => typeof it?.printed === "string" && typeof it.correct === "string";
  if (!Array.isArray(list) || !list.every(known)) throw new MinutesError("corrections", { detail: "[{ printed, correct }]" });
  return list;
}

/** @param {Element} element @param {"people" | "corrections"} name @param {AbortSignal} signal @returns {Promise<unknown>} */
async function beside(element, name, signal) {
  const address = element.getAttribute(name);
  return element[name] ?? (address === null ? [] : await fetchBeside(name, address, signal));
}

/** The text that stands inside: of a `<script type="text/plain">`, of a `<pre>`, or bare. @param {HTMLElement} element */
export function inlineText(element) {
  const holder = element.querySelector(':scope > script[type="text/plain"], :scope > pre');
  const bare = element.children.length === 0 && element.textContent?.trim();
  if (!holder && !bare) return null;
  // HTML drops the line end after <pre>; a script keeps it, and neither is part of the minutes.
  return ((holder ?? element).textContent ?? "").replace(/^\r?\n/, "");
}

/** Japanese, unless the element or what it stands in says another language. @param {HTMLElement} element @returns {"ja" | "en"} */
export function langOf(element) {
  /** @type {Node | null} */
  let place = element;
  while (place instanceof HTMLElement || place instanceof ShadowRoot) {
    const said = place instanceof HTMLElement && place.closest("[lang]")?.getAttribute("lang");
    if (said) return /^ja\b/i.test(said) ? "ja" : "en";
    const root = place.getRootNode();
    place = root instanceof ShadowRoot ? root.host : null;
  }
  return "ja";
}

/** @param {Document} document */
function parsed(document) {
  return new Promise((done) => document.addEventListener("DOMContentLoaded", done, { once: true }));
}
