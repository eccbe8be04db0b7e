// The Yew viewer inside one element: made, told, given back, and given up when the module traps.
import { MinutesError, sentence, WORDS } from "./failure.js";
import { guard, watch } from "./load.js";
import { TextMarks } from "./marks.js";
import { watchSelection } from "./selection.js";

/** @typedef {import("./load.js").Loaded} Loaded */
/** @typedef {InstanceType<Loaded["wasm"]["ViewerHandle"]>} Handle */
/** @typedef {{ base: string, link: string, show: string, today: string, shares: boolean, several: boolean, vertical: boolean }} Host */
/** @typedef {{ lang: "ja" | "en", headingLevel: number, people: import("./index.js").SuppliedPerson[], corrections: import("./index.js").Correction[], marked: string[][] | undefined, host: Host }} Options */

/** So many parts of long minutes are drawn in a task: some 10 ms on a desk, and below 50 on a phone. */
const A_TASK = 3;

export class View {
  /** @type {Handle | null} */ #handle = null;
  #unwatch = () => {};
  #drawing = false;
  /** @type {"ja" | "en"} */ #lang = "ja";

  /**
   * @param {Element} host
   * @param {(name: string, detail: unknown) => void} tell called for each event of the viewer
   * @param {(failure: MinutesError) => void} fail called once the viewer can no longer be used
   */
  constructor(host, tell, fail) {
    this.host = host;
    this.tell = tell;
    this.fail = fail;
    this.marks = new TextMarks(host);
  }

  get mounted() {
    return this.#handle !== null;
  }

  /** @param {Loaded} loaded @param {Options} options @param {string} text */
  show({ wasm }, options, text) {
    this.#lang = options.lang;
    if (!this.#handle) {
      this.host.replaceChildren();
      const unwatch = [watch((cause) => this.#giveUp(cause)), watchSelection(this.host, (it) => this.#select(it)), watchPaper(() => this.#attempt(() => this.#handle?.draw_all()))];
      this.#unwatch = () => unwatch.forEach((it) => it());
    }
    this.#attempt(() => {
      this.#handle ??= new wasm.ViewerHandle(this.host, this.#told);
      this.#handle.show(text, options);
    });
    this.#drawRest();
    return this.mounted;
  }

  /** @param {Options} options */
  set(options) {
    this.#lang = options.lang;
    this.#attempt(() => this.#handle?.set_options(options));
    this.#drawRest();
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
    const handle = this.#handle;
    this.#forget();
    this.#attempt(() => handle?.destroy());
  }

  /** Draws the rest of long minutes, a little a task, so that the page answers the reader in between. */
  #drawRest() {
    if (this.#drawing) return;
    const { port1, port2 } = new MessageChannel();
    const text = () => this.host.querySelector("#text");
    port1.onmessage = () => {
      if (this.#attempt(() => this.#handle?.draw_more(A_TASK))) {
        text()?.setAttribute("aria-busy", "true");
        return port2.postMessage(null);
      }
      port1.close();
      this.#drawing = false;
      text()?.removeAttribute("aria-busy");
      this.marks.again();
    };
    this.#drawing = true;
    port2.postMessage(null);
  }

  /** What the viewer tells; the words to mark and to copy are this module's affair. @type {(name: string, detail: any) => void} */
  #told = (name, detail) => {
    if (name === "mark") this.marks.show(detail);
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
    if (!this.#handle) return;
    this.#forget();
    this.fail(new MinutesError("trapped", { cause }));
  }

  #forget() {
    this.#unwatch();
    this.marks.clear();
    this.#handle = null;
  }
}

/** Calls `work` before the page goes to paper. @param {() => void} work */
function watchPaper(work) {
  addEventListener("beforeprint", work);
  return () => removeEventListener("beforeprint", work);
}
