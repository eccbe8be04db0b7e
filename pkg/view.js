// The Yew viewer inside one element: made, told, given back, and given up when the module traps.
import { MinutesError } from "./failure.js";
import { guard, watch } from "./load.js";

/** @typedef {import("./load.js").Loaded} Loaded */
/** @typedef {InstanceType<Loaded["wasm"]["ViewerHandle"]>} Handle */
/** @typedef {{ lang: "ja" | "en", headingLevel: number, people: import("./index.js").SuppliedPerson[] }} Options */

export class View {
  /** @type {Handle | null} */ #handle = null;
  #unwatch = () => {};

  /**
   * @param {Element} host
   * @param {(name: string, detail: unknown) => void} tell called for each event of the viewer
   * @param {(failure: MinutesError) => void} fail called once the viewer can no longer be used
   */
  constructor(host, tell, fail) {
    this.host = host;
    this.tell = tell;
    this.fail = fail;
  }

  get mounted() {
    return this.#handle !== null;
  }

  /** @param {Loaded} loaded @param {Options} options @param {string} text */
  show({ wasm }, options, text) {
    if (!this.#handle) {
      this.host.replaceChildren();
      this.#unwatch = watch((cause) => this.#giveUp(cause));
    }
    this.#attempt(() => {
      this.#handle ??= new wasm.ViewerHandle(this.host, this.tell);
      this.#handle.set_options(options);
      this.#handle.set_text(text);
    });
    return this.mounted;
  }

  /** @param {Options} options */
  set(options) {
    this.#attempt(() => this.#handle?.set_options(options));
  }

  destroy() {
    const handle = this.#handle;
    this.#forget();
    this.#attempt(() => handle?.destroy());
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
    this.#handle = null;
  }
}
