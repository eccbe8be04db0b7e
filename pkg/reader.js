// The life of one element: what is asked for, what was read, what is shown.
import { Address } from "./address.js";
import { asFailure } from "./failure.js";
import { inlineText, langOf, minutes, people } from "./input.js";
import { load } from "./load.js";
import { explain, parse, withRecord } from "./parse.js";
import { Shell } from "./shell.js";
import { View } from "./view.js";

/** @typedef {import("./read.js").OneMeeting} OneMeeting */
/** @typedef {import("./index.js").SuppliedPerson} SuppliedPerson */
/** @typedef {import("./failure.js").MinutesError} MinutesError */
/** @typedef {"view" | "options" | "source"} Change from the least to the most that is to be done anew */

export class Reader {
  /** A text or a file that a program gave. @type {string | Blob | null} */ given = null;
  /** People that a program gave. @type {SuppliedPerson[] | null} */ people = null;
  /** People of the program or of the file that the attribute names. @type {SuppliedPerson[]} */ #supplied = [];
  /** What stood inside the element when it was read. @type {string | null} */ #inside = null;
  /** What was read last. @type {OneMeeting | null} */ #read = null;
  /** The text that was shown last. @type {string | null} */ #shown = null;
  /** What it is shown with. @type {import("./load.js").Loaded | null} */ #loaded = null;
  /** @type {Set<Change>} */ #asked = new Set(/** @type {Change[]} */ (["source"]));
  #waiting = false;
  #turn = new AbortController();
  /** The source, while it is shown in place of the minutes. @type {import("./desk.js").Desk | null} */ #desk = null;
  #deskStyle = "";
  /** The place of the speech that the reader picked last. @type {number | null} */ #picked = null;

  /** @param {import("./element.js").GijirokuViewerElement} element */
  constructor(element) {
    this.element = element;
    this.shell = new Shell(element.attachShadow({ mode: "open" }), () => void this.reload(), () => void this.openDesk());
    this.view = new View(this.shell.host, this.#tell, (failure) => this.#fail(failure));
    this.address = new Address(element, (link) => this.view.follow(link));
    // Frameworks change the letters of a text where it stands.
    new MutationObserver(() => this.#childrenChanged()).observe(element, { childList: true, characterData: true, subtree: true });
    this.adopt();
  }

  get text() {
    return typeof this.given === "string" ? this.given : (this.#read?.text ?? null);
  }

  async document() {
    if (!this.#read || !this.view.mounted) return null;
    const { text, notes, record } = this.#read;
    return withRecord(await parse(text, { ...this.#options(), notes }), record);
  }

  /** Changes of one task are answered together. @param {Change} change */
  ask(change) {
    this.#asked.add(change);
    if (this.#waiting) return;
    this.#waiting = true;
    queueMicrotask(() => {
      this.#waiting = false;
      this.#answer();
    });
  }

  adopt() {
    this.shell.adopt(this.#loaded?.style ?? "", ...(this.#deskStyle ? [this.#deskStyle] : []));
  }

  /** Shows the source in place of the minutes, at the speech that was picked. Its code is fetched when it is first asked for. */
  async openDesk() {
    if (this.#desk || !this.#read || !this.view.mounted) return;
    const { text, notes } = this.#read;
    const { signal } = this.#turn;
    try {
      const [code, explanation] = await Promise.all([import("./desk.js"), explain(text, { ...this.#options(), notes })]);
      if (signal.aborted || this.#desk) return explanation.free();
      this.#deskStyle = code.STYLE;
      this.adopt();
      const read = (/** @type {{ speech: string | null, section: string | null }} */ place) => this.#readAt(place);
      this.#desk = new code.Desk(this.shell.desk, explanation, { lang: langOf(this.element), level: this.element.headingLevel, close: () => this.#readAt(null), read });
      this.shell.showDesk();
      this.#desk.go(this.#picked ?? 1);
    } catch (cause) {
      this.#tellFailure(asFailure(cause));
    }
  }

  /** Shows the minutes again, at a place in them. @param {{ speech: string | null, section: string | null } | null} place */
  #readAt(place) {
    this.#closeDesk();
    this.#ready();
    if (!place) return this.shell.opener.focus();
    const number = Number((place.speech ?? place.section ?? "").replace(/\D/g, "")) - 1;
    const target = /** @type {HTMLElement | null} */ (this.shell.host.querySelector(`#${place.speech ? "speech" : "heading"}-${number}`));
    // A section that is closed opens for what is inside of it, as for the browser's own find.
    for (let it = target?.closest("[hidden]"); it; it = it.parentElement?.closest("[hidden]")) it.dispatchEvent(new Event("beforematch", { bubbles: true }));
    requestAnimationFrame(() => {
      target?.scrollIntoView({ block: "start" });
      target?.focus({ preventScroll: true });
    });
  }

  #closeDesk() {
    this.#desk?.destroy();
    this.#desk = null;
  }

  async reload() {
    this.#closeDesk();
    this.#picked = null;
    this.#asked.clear();
    this.#turn.abort();
    const { signal } = (this.#turn = new AbortController());
    this.#read = null;
    this.#inside = inlineText(this.element);
    this.shell.loading(langOf(this.element), this.#inside !== null);
    const [loaded, read, supplied] = await Promise.allSettled([load(), minutes(this.element, this.given, signal), people(this.element, signal)]);
    // The last that was asked for is shown, whatever comes first.
    if (signal.aborted) return;
    if (read.status === "rejected") return this.#fail(asFailure(read.reason));
    if (!read.value) return this.shell.empty(langOf(this.element));
    this.#read = read.value;
    if (loaded.status === "rejected") return this.#fail(asFailure(loaded.reason));
    this.#loaded = loaded.value;
    this.#supplied = supplied.status === "fulfilled" ? supplied.value : [];
    if (supplied.status === "rejected") this.#tellFailure(asFailure(supplied.reason));
    this.adopt();
    this.#show();
  }

  #answer() {
    // An element that was moved is connected again by now; one that is gone gives back what it holds.
    if (!this.element.isConnected) return this.#leave();
    const asked = new Set(this.#asked);
    this.#asked.clear();
    if (asked.has("source")) void this.reload();
    else if (!this.view.mounted) this.#show();
    else if (asked.has("options")) {
      this.view.set(this.#options());
      this.#ready();
    }
  }

  #leave() {
    this.#closeDesk();
    this.address.disconnect();
    this.#turn.abort();
    if (!this.#read) this.#asked.add("source");
    this.view.destroy();
  }

  #show() {
    if (!this.#loaded || !this.#read) return;
    this.address.connect();
    // What the address says is said of the minutes that came with the page, not of others.
    if (this.#shown !== null && this.#shown !== this.#read.text) this.address.write("");
    this.#shown = this.#read.text;
    if (!this.view.show(this.#loaded, this.#options(), this.#read.text)) return;
    this.#ready();
    if (this.element.show === "source") void this.openDesk();
  }

  #ready() {
    const lang = langOf(this.element);
    if (!this.view.mounted) return;
    // What the page set anew, as the language, the source is drawn anew with.
    const open = this.#desk !== null;
    this.#closeDesk();
    const card = !["", "source"].includes(this.element.show ?? "");
    this.shell.ready(lang, this.#read?.told(lang) ?? "", !card && this.element.getAttribute("source") !== "none");
    if (open) void this.openDesk();
  }

  #options() {
    const { base, link } = this.address;
    const now = new Date();
    const today = `${now.getFullYear()}年${now.getMonth() + 1}月${now.getDate()}日`;
    const show = this.element.show === "source" ? "" : (this.element.show ?? "");
    const host = { base: show && !this.element.hasAttribute("href") ? "" : base, link: show ? "" : link, show, today, shares: typeof navigator.share === "function" };
    const people = [...this.#supplied, ...(this.#read?.people ?? [])];
    return { lang: langOf(this.element), headingLevel: this.element.headingLevel, people, host };
  }

  /** @param {MinutesError} failure */
  #fail(failure) {
    this.#loaded = null;
    this.shell.failed({ failure, lang: langOf(this.element), src: this.element.src, text: this.#read?.text ?? null });
    this.#tellFailure(failure);
  }

  /** @param {MinutesError} failure */
  #tellFailure(failure) {
    this.#tell("minutes-failed", { reason: failure.reason, message: failure.message });
  }

  /** Listeners may call the element back, so they are told when the module is done. @type {(name: string, detail: unknown) => void} */
  #tell = (name, detail) => {
    const read = this.#read;
    if (name === "minutes-loaded" && read) detail = { .../** @type {object} */ (detail), encoding: read.encoding, replaced: read.replaced, form: read.form };
    if (name === "minutes-selected") this.#pick(/** @type {{ span: import("./index.js").Span }} */ (detail).span);
    if (name === "minutes-moved") this.address.write(/** @type {{ link: string }} */ (detail).link);
    queueMicrotask(() => this.element.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true })));
  };

  /** @param {import("./index.js").Span} span */
  #pick(span) {
    const before = new TextEncoder().encode(this.#read?.text ?? "").subarray(0, span.start);
    this.#picked = new TextDecoder().decode(before).split(/\r\n|\r|\n/).length;
  }

  #childrenChanged() {
    if (this.given === null && this.element.src === null && inlineText(this.element) !== this.#inside) this.ask("source");
  }
}
