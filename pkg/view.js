// The Yew viewer inside one element: made, told, given back, and given up when the module traps.
import { MinutesError, WORDS, sentence } from "./failure.js";
import { Filling } from "./filling.js";
import { guard, watch } from "./load.js";
import { TextMarks } from "./marks.js";
import { watchSelection } from "./selection.js";
import { giveBack, lend } from "./stage.js";
import { settle } from "./texts.js";

/** @typedef {import("./load.js").Loaded} Loaded */
/** @typedef {{ base: string, link: string, show: string, today: string, shares: boolean, several: boolean, vertical: boolean }} Host */
/** @typedef {{ lang: "ja" | "en", headingLevel: number, people: import("./index.js").SuppliedPerson[], corrections: import("./index.js").Correction[], marked: string[][] | undefined, host: Host }} Options */

export class View {
  /** @type {import("./stage.js").Stage | null} */ #stage = null;
  #unwatch = () => {};
  #filling;
  /** @type {"ja" | "en"} */ #lang = "ja";

  /**
   * @param {import("./shell.js").Shell} shell where it stands
   * @param {(name: string, detail: unknown) => void} tell called for each event of the viewer
   * @param {(failure: MinutesError) => void} fail called once the viewer can no longer be used
   */
  constructor(shell, tell, fail) {
    this.shell = shell;
    this.tell = tell;
    this.fail = fail;
    this.marks = new TextMarks(shell.host);
    this.#filling = new Filling((parts) => this.#attempt(() => this.#handle?.draw_more(parts)) ?? false, (drawing) => this.#busy(drawing));
  }

  get host() {
    return this.shell.host;
  }

  get #handle() {
    return this.#stage?.handle;
  }

  get mounted() {
    return this.#stage !== null;
  }

  /** @param {Loaded} loaded @param {Options} options @param {string} text */
  show({ wasm }, options, text) {
    this.#lang = options.lang;
    this.#attempt(() => {
      this.#stage ??= this.#enter(wasm);
      this.#stage.handle.show(text, options);
    });
    this.#filling.begin();
    return this.mounted;
  }

  /** @param {Loaded["wasm"]} wasm */
  #enter(wasm) {
    const stage = lend(wasm, this.#told);
    this.shell.change(stage.host);
    this.marks = new TextMarks(stage.host);
    const unwatch = [watch((cause) => this.#giveUp(cause)), watchSelection(stage.host, (it) => this.#select(it)), watchPaper(() => this.#attempt(() => this.#handle?.draw_all()))];
    this.#unwatch = () => unwatch.forEach((it) => it());
    return stage;
  }

  /** @param {Options} options */
  set(options) {
    this.#lang = options.lang;
    this.#attempt(() => this.#handle?.set_options(options));
    this.#filling.begin();
  }

  /** Shows what a link says. @param {string} link */
  follow(link) {
    this.#attempt(() => this.#handle?.follow(link));
  }

  /** Tells the reader that the minutes could not be saved. */
  notSaved() {
    this.#attempt(() => this.#handle?.say(sentence(new MinutesError("save"), this.#lang), false));
  }

  destroy() {
    const stage = this.#stage;
    this.#forget();
    if (stage) this.#attempt(() => giveBack(stage));
  }

  /** @param {boolean} drawing whether a part of the text is still to come */
  #busy(drawing) {
    const text = this.host.querySelector("#text");
    if (drawing) return text?.setAttribute("aria-busy", "true");
    text?.removeAttribute("aria-busy");
    this.marks.again();
  }

  /** What the viewer tells; the words to mark and to copy are this module's affair. @type {(name: string, detail: any) => void} */
  #told = (name, detail) => {
    if (name === "mark") this.marks.show(detail);
    else if (name === "went") settle(() => this.host.querySelector(detail.to)?.scrollIntoView());
    else if (name === "copy") void this.#copy(detail);
    else this.tell(name, detail);
  };

  /** @param {{ text: string, link: string, share: boolean }} it */
  async #copy({ text, link, share }) {
    // Whoever closes the share sheet wants nothing more.
    if (share) return navigator.share({ text, ...(link && { url: link }) }).catch(() => {});
    const failed = await (async () => navigator.clipboard.writeText(text))().then(() => false, () => true);
    const { byHand, copied } = WORDS[this.#lang];
    this.#attempt(() => this.#handle?.say(failed ? byHand : copied, failed));
    // What the clipboard did not take stands in a box, selected, to be copied by hand.
    if (failed) setTimeout(() => this.#fill(text), 50);
  }

  /** @param {string} text */
  #fill(text) {
    const box = /** @type {HTMLTextAreaElement | null} */ (this.host.querySelector(".by-hand"));
    if (!box) return;
    box.value = text;
    box.select();
  }

  /** @param {import("./selection.js").Selected | null} it */
  #select(it) {
    this.#attempt(() => (it ? this.#handle?.select(it.at, it.start, it.last, it.end) : this.#handle?.select(undefined, 0, 0, 0)));
  }

  /** @template T @param {() => T} work @returns {T | undefined} */
  #attempt(work) {
    try {
      return guard(work);
    } catch (cause) {
      this.#giveUp(cause);
    }
  }

  /** A module that trapped must not be called again, not even to free what it holds. @param {unknown} cause */
  #giveUp(cause) {
    if (!this.#stage) return;
    this.#forget();
    this.fail(new MinutesError("trapped", { cause }));
  }

  #forget() {
    this.#unwatch();
    this.marks.clear();
    // An empty one in its place: what it showed is no longer this element's.
    if (this.#stage) this.shell.change();
    this.#stage = null;
  }
}

/** Calls `work` before the page goes to paper. @param {() => void} work */
function watchPaper(work) {
  addEventListener("beforeprint", work);
  return () => removeEventListener("beforeprint", work);
}
