// <gijiroku-viewer>: attributes and properties. What they bring about is in reader.js.
import { watchLang } from "./lang.js";
import { Reader } from "./reader.js";

/** @typedef {import("./index.js").Correction} Correction */
/** @typedef {import("./index.js").SuppliedPerson} SuppliedPerson */

// On a server there is no HTMLElement; importing must work there all the same.
const Base = /** @type {typeof HTMLElement} */ (globalThis.HTMLElement ?? class {});

export class GijirokuViewerElement extends Base {
  static observedAttributes = ["src", "text", "lang", "heading-level", "people", "corrections", "address", "href", "show", "writing", "source", "save"];

  #reader = new Reader(this);
  #unwatch = () => {};
  /** The lists that a program set last. */ #lists = { people: "null", corrections: "null" };

  connectedCallback() {
    this.#takeEarly("text");
    this.#takeEarly("file");
    this.#takeEarly("people");
    this.#takeEarly("corrections");
    this.#takeEarly("marked");
    this.#unwatch();
    this.#unwatch = watchLang(this, () => this.#reader.ask("options"));
    this.#reader.ask("view");
  }

  disconnectedCallback() {
    this.#unwatch();
    this.#reader.ask("view");
  }

  adoptedCallback() {
    this.#reader.adopt();
  }

  /** @param {string} name @param {string | null} before @param {string | null} now */
  attributeChangedCallback(name, before, now) {
    if (before === now) return;
    // A framework that writes a page on a server knows attributes only.
    if (name === "text") this.#give(now);
    if (name === "src") this.#give(null);
    if (name === "people" || name === "corrections") this.#setList(name, null);
    if (name === "address" && this.isConnected) this.#reader.address.connect();
    this.#reader.ask(["src", "text", "people", "corrections"].includes(name) ? "source" : "options");
  }

  /** Address of a file of minutes. */
  get src() {
    return this.getAttribute("src");
  }
  set src(it) {
    this.#reflect("src", it);
  }

  /** The text of the minutes: what was given or, after `minutes-loaded`, what was read. */
  get text() {
    return this.#reader.text;
  }
  set text(it) {
    this.#give(it === null || it === undefined ? null : String(it));
    this.#reader.ask("source");
  }

  /** What mark-up tells of `text`, as `read` and the JSON of minutes give it; set after `text`, which takes it away. */
  get marked() {
    return this.#reader.marked;
  }
  /** @param {string[][] | null} it */
  set marked(it) {
    this.#reader.marked = it ?? null;
    this.#reader.ask("source");
  }

  /** A file of minutes that the reader chose, in any encoding. */
  get file() {
    const { given } = this.#reader;
    return given instanceof Blob ? given : null;
  }
  set file(it) {
    this.#give(it ?? null);
    this.#reader.ask("source");
  }

  /** @returns {"light" | "dark" | "auto"} */
  get theme() {
    const it = this.getAttribute("theme");
    return it === "light" || it === "dark" ? it : "auto";
  }
  set theme(it) {
    this.#reflect("theme", it);
  }

  /** Level of the heading that names the meeting: 1 to 6, 2 unless told. */
  get headingLevel() {
    const it = Number(this.getAttribute("heading-level"));
    return Number.isInteger(it) && it >= 1 && it <= 6 ? it : 2;
  }
  set headingLevel(it) {
    this.#reflect("heading-level", it);
  }

  /** The name of its part of the page's address: `minutes` unless told; `none` for no part of it. */
  get address() {
    return this.getAttribute("address");
  }
  set address(it) {
    this.#reflect("address", it);
  }

  /** Where the whole minutes are, where this is not the page: links lead there. */
  get href() {
    return this.getAttribute("href");
  }
  set href(it) {
    this.#reflect("href", it);
  }

  /** What is shown alone, as a card: `s12-4k9xe1`, or all that a link says behind the name. */
  get show() {
    return this.getAttribute("show");
  }
  set show(it) {
    this.#reflect("show", it);
  }

  /** Whether readers are offered the source with what each line was taken for. @returns {"offered" | "none"} */
  get source() {
    return this.getAttribute("source") === "none" ? "none" : "offered";
  }
  set source(it) {
    this.#reflect("source", it);
  }

  /** Whether readers are offered to save the minutes with the viewer as one file. @returns {"offered" | "none"} */
  get save() {
    return this.getAttribute("save") === "none" ? "none" : "offered";
  }
  set save(it) {
    this.#reflect("save", it);
  }

  /** @returns {"horizontal" | "vertical"} */
  get writing() {
    return this.getAttribute("writing") === "vertical" ? "vertical" : "horizontal";
  }
  set writing(it) {
    this.#reflect("writing", it);
  }

  /** People whom the text cannot name; the attribute of this name is the address of a JSON file of them. */
  get people() {
    return this.#reader.people;
  }
  /** @param {SuppliedPerson[] | string | null} it an address too, since frameworks set the property where there is one */
  set people(it) {
    this.#takeList("people", it);
  }

  /** The publisher's corrections; the attribute of this name is the address of a JSON file of them. */
  get corrections() {
    return this.#reader.corrections;
  }
  /** @param {Correction[] | string | null} it an address too */
  set corrections(it) {
    this.#takeList("corrections", it);
  }

  /** The JSON of the minutes shown, or null; read anew by the module of `parse` each time it is asked for. */
  get document() {
    return this.#reader.document();
  }

  /** Reads everything anew. Fulfilled when the minutes are shown or have failed. */
  reload() {
    return this.#reader.reload();
  }

  /** What mark-up tells is told of one text. @param {string | Blob | null} it */
  #give(it) {
    this.#reader.given = it;
    this.#reader.marked = null;
  }

  /** @param {"people" | "corrections"} name @param {object[] | string | null} it */
  #takeList(name, it) {
    if (typeof it === "string") this.#reflect(name, it);
    // A framework sets a list anew whenever it draws, with the same members in it.
    if (this.#setList(name, typeof it === "string" ? null : (it ?? null))) this.#reader.ask("source");
  }

  /** @param {"people" | "corrections"} name @param {any[] | null} list @returns {boolean} whether it is another than before */
  #setList(name, list) {
    const before = this.#lists[name];
    this.#lists[name] = JSON.stringify(list);
    this.#reader[name] = list;
    return this.#lists[name] !== before;
  }

  /** @param {string} name @param {string | number | null} it */
  #reflect(name, it) {
    if (it === null || it === undefined) this.removeAttribute(name);
    else this.setAttribute(name, String(it));
  }

  /** A property set before the class was there hides the accessor. @param {"text" | "file" | "people" | "corrections" | "marked"} name */
  #takeEarly(name) {
    if (!Object.hasOwn(this, name)) return;
    const it = this[name];
    delete (/** @type {any} */ (this)[name]);
    /** @type {any} */ (this)[name] = it;
  }
}
