// The desk of the proof-reader: the source line by line, what each line was taken for, and what is wrong in it.
// Fetched when a reader first opens it. A long text is drawn a stretch at a time, as it comes into view.
import { STYLE, WORDS } from "./desk-words.js";
import { pageAt } from "./pages.js";
import { make } from "./shell.js";

/** @typedef {import("./index.js").Explanation} Explanation */
/** @typedef {import("./index.js").Diagnostic} Diagnostic */
/** @typedef {import("./index.js").ExplainedLine} Line */
/** @typedef {import("./index.js").ViewerLang} Lang */
/** @typedef {{ pages: import("./pages.js").PageStart[], address: string }} Paper the pages of a PDF, and where it is; none of a text */

/** What is said of the file as a whole, and of no line of it. */
const OF_FILE = ["G401", "G402", "G403", "G405", "G407"];

/** How many lines are drawn at once. */
const STRETCH = 100;

export { STYLE };

export class Desk {
  /** Which diagnostic was gone to last. */ #at = -1;
  /** @type {Map<number, Diagnostic[]>} */ #told = new Map();
  /** @type {HTMLElement[]} */ #stretches = [];
  #watcher = new IntersectionObserver((all) => all.forEach((it) => it.isIntersecting && this.#draw(this.#stretches.indexOf(/** @type {HTMLElement} */ (it.target)))), { rootMargin: "1000px" });
  /** The page of the PDF that the reader is on. */ #page = make("span", { class: "desk-here", role: "status" });
  #print = () => this.#stretches.forEach((_, idx) => this.#draw(idx));

  /**
   * @param {HTMLElement} root where it is drawn
   * @param {Explanation} explanation
   * @param {{ lang: Lang, level: number, paper: Paper, close: () => void, read: (place: { speech: string | null, section: string | null }) => void }} more
   */
  constructor(root, explanation, more) {
    this.root = root;
    this.explanation = explanation;
    this.more = more;
    this.words = WORDS[more.lang];
    // What a file was taken for has no line of its own; it stands in the list alone.
    this.diagnostics = explanation.diagnostics;
    for (const it of this.diagnostics) if (!OF_FILE.includes(it.code)) this.#told.set(it.line, [...(this.#told.get(it.line) ?? []), it]);
    this.#build();
    globalThis.addEventListener("beforeprint", this.#print);
  }

  /** Goes to a line, or to the top. @param {number | null} line */
  begin(line) {
    if (line !== null) return this.go(line);
    /** @type {HTMLElement} */ (this.root.firstElementChild).focus({ preventScroll: true });
  }

  /** Goes to a line, counted from 1. @param {number} line */
  go(line) {
    const to = Math.min(Math.max(Math.trunc(line) || 1, 1), this.explanation.length);
    this.#draw(Math.floor((to - 1) / STRETCH));
    const it = /** @type {HTMLElement | null} */ (this.root.querySelector(`#line-${to}`));
    it?.focus({ preventScroll: true });
    it?.scrollIntoView({ block: "start" });
  }

  destroy() {
    this.#watcher.disconnect();
    globalThis.removeEventListener("beforeprint", this.#print);
    this.explanation.free();
    this.root.replaceChildren();
  }

  #build() {
    const { words, more, explanation, diagnostics } = this;
    this.root.lang = more.lang;
    this.root.setAttribute("aria-label", words.name);
    const bar = make("div", { class: "desk-bar", part: "desk-bar", role: "group", "aria-label": words.name });
    bar.append(button(words.close, more.close));
    const steps = make("div", { role: "group", "aria-label": words.told });
    steps.append(button(words.previous, () => this.#step(-1)), button(words.next, () => this.#step(1)));
    if (diagnostics.length > 0) bar.append(steps);
    if (more.paper.pages.length > 0) bar.append(this.#page);
    const counted = make("p", {}, fill(words.counted, explanation.length, diagnostics.length));
    const list = make("details", { part: "desk-diagnostics" });
    list.append(make("summary", {}, fill(words.list, diagnostics.length)), this.#list());
    const lines = make("div", { class: "desk-lines", part: "desk-lines" });
    for (let from = 0; from < explanation.length; from += STRETCH) this.#stretches.push(make("ol", {}));
    lines.append(...this.#stretches);
    const diagnosed = diagnostics.length > 0 ? list : make("p", {}, words.none);
    this.root.replaceChildren(make(`h${more.level}`, { tabindex: "-1" }, words.name), bar, counted, this.#form(), diagnosed, lines);
    this.#stretches.forEach((it) => this.#watcher.observe(it));
    lines.addEventListener("focusin", ({ target }) => this.#tellPage(/** @type {HTMLElement} */ (target).closest(".desk-line")));
    lines.addEventListener("click", ({ target }) => this.#tellPage(/** @type {HTMLElement} */ (target).closest(".desk-line")));
  }

  #form() {
    const form = make("form", {});
    const label = make("label", {}, `${this.words.line} `);
    const input = /** @type {HTMLInputElement} */ (make("input", { type: "number", min: "1", max: String(this.explanation.length), value: "1" }));
    label.append(input);
    form.append(label, make("button", {}, this.words.go));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.go(Number(input.value));
    });
    return form;
  }

  #list() {
    const list = make("ol", {});
    this.diagnostics.forEach((it, idx) => {
      const item = make("li", {});
      const line = OF_FILE.includes(it.code) ? "" : `${this.words.line} ${it.line}  `;
      item.append(button(`${line}${it.code}  ${this.words[it.severity]}  ${it.message}`, () => this.#step(idx - this.#at)));
      list.append(item);
    });
    return list;
  }

  /** @param {number} by */
  #step(by) {
    const { length } = this.diagnostics;
    this.#at = this.#at < 0 && by < 0 ? length - 1 : (this.#at + by + length) % length;
    this.go(this.diagnostics[this.#at].line);
  }

  /** @param {number} idx */
  #draw(idx) {
    const stretch = this.#stretches[idx];
    if (!stretch || stretch.hasChildNodes()) return;
    this.#watcher.unobserve(stretch);
    stretch.append(...this.explanation.lines(idx * STRETCH, (idx + 1) * STRETCH).map((it) => this.#line(it)));
  }

  /** @param {Line} line */
  #line(line) {
    const item = make("li", { class: "desk-line", part: "desk-line", id: `line-${line.line}`, tabindex: "-1" });
    item.append(make("span", { class: "desk-number" }, String(line.line)), make("span", { class: "desk-text", lang: "ja" }, line.text));
    const start = line.span.start + (/^\f*/.exec(line.text)?.[0].length ?? 0);
    const page = pageAt(this.more.paper.pages, start);
    if (page !== null) item.dataset.page = String(page);
    if (page !== null && this.more.paper.pages[page - 1].start === start) item.append(this.#paper(page));
    for (const it of this.#told.get(line.line) ?? []) {
      const told = make("p", { class: "desk-told", part: "desk-diagnostic" }, `${it.code}  ${this.words[it.severity]}  ${it.message}`);
      told.append(make("span", { class: "desk-hint" }, it.hint));
      item.append(told);
    }
    for (const part of line.parts) if (part.what !== "blank") item.append(this.#part(part));
    return item;
  }

  /** The page of the line that was gone to. @param {Element | null} line */
  #tellPage(line) {
    const page = Number(/** @type {HTMLElement | null} */ (line)?.dataset.page);
    if (page) this.#page.replaceChildren(this.#paper(page));
  }

  /** A page of the PDF: a link to it, where the PDF has an address. @param {number} page */
  #paper(page) {
    const told = fill(this.words.page, page);
    const { address } = this.more.paper;
    if (!address) return make("span", { class: "desk-page", part: "desk-page" }, told);
    return make("a", { class: "desk-page", part: "desk-page", href: `${address.replace(/#.*/, "")}#page=${page}` }, told);
  }

  /** @param {Line["parts"][number]} part */
  #part(part) {
    const reasons = [...part.identity, ...part.why.map((it) => it.message)];
    const told = make("details", { class: "desk-part", part: "desk-part" });
    told.append(make("summary", {}, part.message));
    if (reasons.length > 0) {
      const list = make("ul", {});
      list.append(...reasons.map((it) => make("li", {}, it)));
      told.append(list);
    }
    const { speech, section } = part;
    if (speech || section) told.append(button(this.words.read, () => this.more.read({ speech, section })));
    return told;
  }
}

/** @param {string} template @param {...number} numbers */
function fill(template, ...numbers) {
  return numbers.reduce((words, it) => words.replace("{}", String(it)), template);
}

/** @param {string} words @param {() => void} pressed */
function button(words, pressed) {
  const it = make("button", { type: "button" }, words);
  it.addEventListener("click", pressed);
  return it;
}
