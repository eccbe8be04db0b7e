// What stands in the shadow root around the viewer: the words while loading, the failure, the fallback.
import { absolute } from "./fetch.js";
import { WORDS, sentence } from "./failure.js";
import style from "./shell-style.js";

/** @typedef {import("./index.js").ViewerLang} Lang */
/** How long a reader waits before a way out is offered, in milliseconds. */
const PATIENCE = 8000;
/** @typedef {{ failure: import("./failure.js").MinutesError, src: string | null, text: string | null, lang: Lang, readable: boolean }} Trouble `readable`: whether the page put the minutes themselves inside the element */

export class Shell {
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #slow;

  /** @param {ShadowRoot} root @param {() => void} retry */
  constructor(root, retry) {
    this.root = root;
    this.host = box();
    this.status = make("p", { class: "shell-status", part: "status" });
    this.wait = make("span", { role: "status" });
    this.progress = /** @type {HTMLProgressElement} */ (make("progress", { class: "shell-progress", part: "progress" }));
    this.amount = make("span", {});
    this.failure = make("section", { class: "shell-failure", part: "failure", role: "alert" });
    this.plain = make("pre", { class: "shell-text", part: "text", lang: "ja", tabindex: "0" });
    this.slot = /** @type {HTMLSlotElement} */ (make("slot", {}));
    this.note = make("p", { class: "shell-note", part: "input" });
    this.retry = make("button", { type: "button", class: "shell-retry", part: "retry" });
    this.retry.addEventListener("click", retry);
    this.desk = make("section", { class: "desk", part: "desk" });
    this.frame = make("div", { class: "shell", part: "frame" });
    this.frame.append(this.status, this.failure, this.plain, this.slot, this.note, this.host, this.desk);
    root.append(this.frame);
    this.#only();
  }

  /** Constructed sheets need no `style-src`, and belong to one document. @param {string[]} sheets */
  adopt(...sheets) {
    // A browser without them shows a failure, unstyled.
    if (!this.root.adoptedStyleSheets) return;
    const Sheet = this.root.ownerDocument.defaultView?.CSSStyleSheet ?? CSSStyleSheet;
    this.root.adoptedStyleSheets = [style, ...sheets].map((text) => {
      const sheet = new Sheet();
      sheet.replaceSync(text);
      return sheet;
    });
  }

  /** Puts another box in place of that in which the viewer drew. */
  change(host = box()) {
    host.hidden = this.host.hidden;
    this.host.replaceWith(host);
    this.host = host;
  }

  /** @param {Lang} lang @param {boolean} readable whether the page put the text itself inside the element @param {string | null} src */
  loading(lang, readable, src) {
    this.status.lang = lang;
    this.wait.textContent = WORDS[lang].loading;
    this.progress.setAttribute("aria-label", WORDS[lang].loading);
    this.progress.hidden = true;
    this.amount.textContent = "";
    this.status.replaceChildren(this.wait, this.progress, this.amount);
    this.#only(this.status, readable && this.slot);
    this.frame.setAttribute("aria-busy", "true");
    this.#slow = setTimeout(() => {
      this.wait.append(make("br", {}), WORDS[lang].slow);
      this.status.append(this.#actions(lang, src));
    }, PATIENCE);
  }

  /** How much of the file has come, beside the words, so that no change of it is read out. @param {number} bytes @param {number} all 0 where it is not known */
  came(bytes, all) {
    this.progress.hidden = false;
    if (all) Object.assign(this.progress, { max: all, value: bytes });
    else this.progress.removeAttribute("value");
    this.amount.textContent = all ? `${size(bytes)} / ${size(all)}` : size(bytes);
  }

  /**
   * @param {Lang} lang
   * @param {string} note what the file was taken for, where it is no plain text, and what of the page's own files is missing
   */
  ready(lang, note) {
    this.note.lang = lang;
    this.note.textContent = note;
    this.#only(this.host, note !== "" && this.note);
  }

  /**
   * The source in place of the minutes, while it is still to come or could not come.
   * @param {Lang} lang
   * @param {{ words: string, back: () => void, retry?: () => void, still: boolean }} told `still` leaves the focus where it is
   */
  waitForDesk(lang, { words, back, retry, still }) {
    this.desk.lang = lang;
    this.desk.setAttribute("aria-label", WORDS[lang].desk);
    const actions = make("p", { class: "shell-actions" });
    for (const [name, press] of /** @type {const} */ ([[WORDS[lang].back, back], [WORDS[lang].retry, retry]])) {
      if (!press) continue;
      const it = make("button", { type: "button", class: "shell-retry" }, name);
      it.addEventListener("click", press);
      actions.append(it);
    }
    this.desk.replaceChildren(make("p", { class: "shell-wait", role: retry ? "alert" : "status", tabindex: "-1" }, words), actions);
    this.#only(this.desk);
    if (!still) /** @type {HTMLElement} */ (this.desk.firstElementChild).focus({ preventScroll: true });
  }

  /** Nothing asked for: what the page put inside, or words that say so. @param {Lang} lang */
  empty(lang) {
    this.#only(this.slot);
    this.slot.textContent = WORDS[lang].empty;
    this.slot.lang = lang;
  }

  /** @param {Trouble} trouble */
  failed({ failure, src, text, lang, readable }) {
    const words = WORDS[lang];
    const heading = make("strong", {}, readable ? words.without : words.failed);
    const plain = text !== null && !readable;
    const why = make("p", { part: "message" }, sentence(failure, lang) + (plain ? words.plain : ""));
    this.failure.lang = lang;
    this.failure.replaceChildren(heading, why, this.#actions(lang, src));
    this.plain.textContent = text;
    this.plain.setAttribute("aria-label", words.plain);
    this.#only(this.failure, plain ? this.plain : this.slot);
  }

  /** To try again, and the way to the file. @param {Lang} lang @param {string | null} src */
  #actions(lang, src) {
    this.retry.textContent = WORDS[lang].retry;
    const actions = make("span", { class: "shell-actions" });
    actions.append(this.retry);
    const address = src === null ? null : absolute(src);
    if (address && /^(https?|file):$/.test(address.protocol)) actions.append(make("a", { href: address.href, part: "source" }, WORDS[lang].source));
    return actions;
  }

  /** @param {(HTMLElement | false)[]} shown */
  #only(...shown) {
    clearTimeout(this.#slow);
    for (const it of [this.status, this.failure, this.plain, this.slot, this.note, this.host, this.desk]) it.hidden = !shown.includes(it);
    this.slot.replaceChildren();
    this.slot.removeAttribute("lang");
    this.frame.removeAttribute("aria-busy");
  }
}

/** @param {number} bytes */
const size = (bytes) => (bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`);

/** What a viewer draws in. */
export const box = () => make("div", { class: "gijiroku", part: "viewer" });

/** @param {string} name @param {Record<string, string>} attributes @param {string} [text] @returns {HTMLElement} */
export function make(name, attributes, text) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  if (text !== undefined) element.textContent = text;
  return element;
}
