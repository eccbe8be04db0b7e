// The life of one element: what is asked for, what was read, what is shown.
import { Address } from "./address.js";
import { imported } from "./again.js";
import { WORDS, asFailure, sentence } from "./failure.js";
import { absolute } from "./fetch.js";
import { corrections, inlineText, langOf, minutes, people, sourceOf } from "./input.js";
import { load } from "./load.js";
import { pageAt, pagesOf } from "./pages.js";
import { convert, parse, withRecord } from "./parse.js";
import { Shell } from "./shell.js";
import { SourceView } from "./source.js";
import { View } from "./view.js";

/** @typedef {import("./read.js").OneMeeting} OneMeeting */
/** @typedef {import("./index.js").Correction} Correction */
/** @typedef {import("./index.js").SuppliedPerson} SuppliedPerson */
/** @typedef {import("./failure.js").MinutesError} MinutesError */
/** What the publisher chose that a page of one file keeps: its look, and what it offers. */
const KEPT = ["theme", "writing", "source"];

/** The elements that show minutes. Where there are several, each names its parts by its meeting. @type {Set<Reader>} */
const shown = new Set();

/** Counts an element in or out; the others learn whether they are alone. @param {Reader} reader @param {boolean} shows */
function count(reader, shows) {
  const several = shown.size > 1;
  if (shows) shown.add(reader);
  else shown.delete(reader);
  if (shown.size > 1 !== several) for (const it of shown) if (it !== reader) it.ask("options");
}

/** @typedef {"view" | "options" | "source"} Change from the least to the most that is to be done anew */

export class Reader {
  /** A text or a file that a program gave. @type {string | Blob | null} */ given = null;
  /** What a program says that mark-up tells of the text. @type {string[][] | null} */ marked = null;
  /** People that a program gave. @type {SuppliedPerson[] | null} */ people = null;
  /** Corrections that a program gave. @type {Correction[] | null} */ corrections = null;
  /** Those of the program or of the file that the attribute names. @type {Correction[]} */ #corrections = [];
  /** What of the page's own files could not be read. @type {MinutesError[]} */ #unread = [];
  /** People of the program or of the file that the attribute names. @type {SuppliedPerson[]} */ #supplied = [];
  /** What stood inside the element when it was read. @type {string | null} */ #inside = null;
  /** What was read last. @type {OneMeeting | null} */ #read = null;
  /** The text that was shown last. @type {string | null} */ #shown = null;
  /** What it is shown with. @type {import("./load.js").Loaded | null} */ #loaded = null;
  /** @type {Set<Change>} */ #asked = new Set(/** @type {Change[]} */ (["source"]));
  #waiting = false;
  /** Whether `minutes-loaded` is still to be told of what is shown. */ #untold = false;
  #turn = new AbortController();
  /** Whose speeches the reader picked: ids of people. @type {(string | null)[]} */ #filtered = [];
  /** The sheet of the menu of forms, once it was fetched. */ #menu = "";
  /** The place of the speech that the reader picked last. @type {number | null} */ #picked = null;

  /** @param {import("./element.js").GijirokuViewerElement} element */
  constructor(element) {
    this.element = element;
    this.shell = new Shell(element.attachShadow({ mode: "open" }), () => void this.reload());
    const back = (/** @type {import("./source.js").Place | null} */ place, /** @type {HTMLElement | null} */ from) => this.#readAt(place, from);
    this.source = new SourceView(this.shell, { asked: () => this.#explained(), adopt: () => this.adopt(), back, fail: (it) => this.#tellFailure(it) });
    this.view = new View(this.shell, this.#tell, (failure) => this.#fail(failure));
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
    this.shell.adopt(this.#loaded?.style ?? "", ...(this.#menu ? [this.#menu] : []), ...this.source.styles);
  }

  /** What the source view is to explain; null while no minutes are shown. */
  #explained() {
    if (!this.#read || !this.view.mounted) return null;
    const { text, notes, record } = this.#read;
    return { text, paper: { pages: pagesOf(record), address: this.#address() }, options: { ...this.#options(), notes }, lang: langOf(this.element), level: this.element.headingLevel };
  }

  /** The address of the file that is shown; empty where it has none. */
  #address() {
    const src = sourceOf(this.element);
    const address = this.given === null && src !== null ? absolute(src) : null;
    return address && /^(https?|file):$/.test(address.protocol) ? address.href : "";
  }

  /** Shows the minutes again, at a place in them, or where the reader came from. @param {import("./source.js").Place | null} place @param {HTMLElement | null} from */
  #readAt(place, from) {
    this.#ready();
    if (!place) return (from?.isConnected ? from : /** @type {HTMLElement | null} */ (this.shell.host.querySelector("[part~=desk-button]")))?.focus();
    const number = Number((place.speech ?? place.section ?? "").replace(/\D/g, "")) - 1;
    const target = /** @type {HTMLElement | null} */ (this.shell.host.querySelector(`#${place.speech ? "speech" : "heading"}-${number}`));
    // A section that is closed opens for what is inside of it, as for the browser's own find.
    for (let it = target?.closest("[hidden]"); it; it = it.parentElement?.closest("[hidden]")) it.dispatchEvent(new Event("beforematch", { bubbles: true }));
    requestAnimationFrame(() => {
      target?.scrollIntoView({ block: "start" });
      target?.focus({ preventScroll: true });
    });
  }

  async reload() {
    this.source.close();
    this.#picked = null;
    this.#filtered = [];
    this.#asked.clear();
    this.#turn.abort();
    const { signal } = (this.#turn = new AbortController());
    this.#read = null;
    this.#inside = this.#held();
    this.shell.loading(langOf(this.element), this.#inside !== null, this.given === null ? sourceOf(this.element) : null);
    const { element } = this;
    const came = (/** @type {number} */ bytes, /** @type {number} */ all) => signal.aborted || this.shell.came(bytes, all);
    const [loaded, read, supplied, corrected] = await Promise.allSettled([load(), minutes(element, this.given, signal, came), people(element, signal), corrections(element, signal)]);
    // The last that was asked for is shown, whatever comes first.
    if (signal.aborted) return;
    if (read.status === "rejected") return this.#fail(asFailure(read.reason));
    if (!read.value) return this.shell.empty(langOf(this.element));
    this.#read = read.value;
    if (loaded.status === "rejected") return this.#fail(asFailure(loaded.reason));
    this.#loaded = loaded.value;
    this.#supplied = supplied.status === "fulfilled" ? supplied.value : [];
    this.#corrections = corrected.status === "fulfilled" ? corrected.value : [];
    // Minutes are shown without them, and the reader is told that something is missing.
    this.#unread = [supplied, corrected].flatMap((it) => (it.status === "rejected" ? [asFailure(it.reason)] : []));
    this.#unread.forEach((it) => this.#tellFailure(it));
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
    this.source.close();
    count(this, false);
    this.address.disconnect();
    this.#turn.abort();
    if (!this.#read) this.#asked.add("source");
    this.view.destroy();
  }

  #show() {
    if (!this.#loaded || !this.#read) return;
    this.address.connect();
    count(this, true);
    // What the address says is said of the minutes that came with the page, not of others.
    if (this.#shown !== null && this.#shown !== this.#read.text) this.address.write("");
    this.#shown = this.#read.text;
    this.#untold = true;
    if (!this.view.show(this.#loaded, this.#options(), this.#read.text)) return;
    this.#ready();
    if (this.element.show === "source") void this.source.open(null, true);
  }

  #ready() {
    const lang = langOf(this.element);
    if (!this.view.mounted) return;
    // What the page set anew, as the language, the source is drawn anew with.
    if (this.source.isOpen) return this.source.renew();
    const told = [this.#read?.told(lang), this.#read?.replaced && WORDS[lang].replaced.replace("{}", String(this.#read.replaced)), ...this.#unread.map((it) => sentence(it, lang))].filter(Boolean).join(" ");
    this.shell.ready(lang, told);
  }

  #options() {
    const { base, link } = this.address;
    const now = new Date();
    const today = `${now.getFullYear()}年${now.getMonth() + 1}月${now.getDate()}日`;
    const show = this.element.show === "source" ? "" : (this.element.show ?? "");
    const host = { base: show && !this.element.hasAttribute("href") ? "" : base, link: show ? "" : link, show, today, shares: typeof navigator.share === "function", several: shown.size > 1, vertical: this.element.writing === "vertical", sources: !show && this.element.source === "offered", saves: !show && this.element.save === "offered" };
    const people = [...this.#supplied, ...(this.#read?.people ?? [])];
    return { lang: langOf(this.element), headingLevel: this.element.headingLevel, people, corrections: this.#corrections, marked: this.#read?.marked, host };
  }

  /** @param {MinutesError} failure */
  #fail(failure) {
    this.#loaded = null;
    this.shell.failed({ failure, lang: langOf(this.element), src: sourceOf(this.element), text: this.#read?.text ?? null, readable: this.element.querySelector(":scope > article") !== null });
    this.#tellFailure(failure);
  }

  /** @param {MinutesError} failure */
  #tellFailure(failure) {
    this.#tell("minutes-failed", { reason: failure.reason, message: failure.message });
  }

  /** Listeners may call the element back, so they are told when the module is done. @type {(name: string, detail: unknown) => void} */
  #tell = (name, detail) => {
    const read = this.#read;
    // A viewer that is given a text and other people draws twice.
    if (name === "minutes-loaded" && !this.#untold) return;
    if (name === "minutes-loaded") this.#untold = false;
    if (name === "minutes-loaded" && read) detail = { .../** @type {object} */ (detail), encoding: read.encoding, replaced: read.replaced, form: read.form };
    if (name === "source") return void this.source.open(/** @type {{ start: number }} */ (detail).start || this.#picked);
    if (name === "save") return void this.#save();
    if (name === "minutes-selected") {
      this.#picked = /** @type {{ span: import("./index.js").Span }} */ (detail).span.start;
      detail = { .../** @type {object} */ (detail), page: pageAt(pagesOf(read?.record), this.#picked) };
    }
    if (name === "minutes-filtered") this.#filtered = /** @type {{ people: (string | null)[] }} */ (detail).people;
    if (name === "minutes-moved") this.address.write(/** @type {{ link: string }} */ (detail).link);
    queueMicrotask(() => this.element.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true })));
  };

  /** Asks the reader for a form to save the minutes in. */
  async #save() {
    try {
      const { STYLE, openMenu } = await imported(() => import("./save-menu.js"), "./save-menu.js");
      this.#menu = STYLE;
      this.adopt();
      const [id, ...others] = this.#filtered;
      const person = id && !others.length ? (await this.document())?.people.find((it) => it.id === id) : null;
      openMenu(this.shell.frame, { lang: langOf(this.element), speaker: person?.name ?? person?.label ?? null, choose: (form, speaker) => void this.#saveAs(form, speaker) });
    } catch (cause) {
      this.#notSaved(cause);
    }
  }

  /** Gives the reader the minutes in a form, or with the viewer as one file. @param {import("./save-menu.js").Form} form @param {string} speaker whose speeches alone; empty for all */
  async #saveAs(form, speaker) {
    if (!this.#read) return;
    const { host: _, ...options } = this.#options();
    const head = this.shell.host.querySelector("[part~=head]");
    const title = [...(head?.querySelector("[part~=title]")?.children ?? [])].map((it) => it.textContent?.trim().replace(/\s+/g, " ")).join(" ");
    const day = head?.querySelector("time")?.dateTime ?? "";
    const { text, notes, record } = this.#read;
    try {
      const { fileName, save, saveAs } = await imported(() => import("./save.js"), "./save.js");
      const kept = Object.fromEntries(KEPT.map((name) => [name, this.element.getAttribute(name) ?? ""]).filter(([, value]) => value));
      if (form === "viewer") await save({ ...options, text, title, day, kept });
      else saveAs(await convert(text, form, { ...options, notes, record, file: fileName(title, day), speaker }), form, { title, day, lang: options.lang });
    } catch (cause) {
      this.#notSaved(cause);
    }
  }

  /** @param {unknown} cause */
  #notSaved(cause) {
    this.view.notSaved();
    this.#tellFailure(asFailure(cause, "save"));
  }

  /** The minutes or the link to them that stand inside. */
  #held() {
    return inlineText(this.element) ?? (this.element.src === null ? sourceOf(this.element) : null);
  }

  #childrenChanged() {
    if (this.given === null && this.element.src === null && this.#held() !== this.#inside) this.ask("source");
  }
}
