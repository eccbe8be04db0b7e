// The source in place of the minutes: opened, waited for, tried again, closed. The desk itself is fetched when it is first opened.
import { imported } from "./again.js";
import { WORDS, asFailure, sentence } from "./failure.js";
import { explain } from "./parse.js";

/** @typedef {import("./shell.js").Shell} Shell */
/** @typedef {import("./failure.js").MinutesError} MinutesError */
/** @typedef {{ speech: string | null, section: string | null }} Place */
/** @typedef {{ text: string, paper: import("./desk.js").Paper, options: import("./index.js").ParseOptions & { notes?: import("./index.js").InputNote[] }, lang: "ja" | "en", level: number }} Asked */

export class SourceView {
  /** What is drawn. @type {import("./desk.js").Desk | null} */ #desk = null;
  /** Changes with each opening and closing, so that what comes late is put away. */ #turn = 0;
  #open = false;
  #style = "";
  /** Where the reader came from. @type {HTMLElement | null} */ #from = null;
  /** The byte that was asked for. @type {number | null} */ #at = null;

  /**
   * @param {Shell} shell
   * @param {{ asked: () => Asked | null, adopt: () => void, back: (place: Place | null, from: HTMLElement | null) => void, fail: (failure: MinutesError) => void }} reader
   *   `asked` says what is to be explained, `back` shows the minutes again
   */
  constructor(shell, reader) {
    this.shell = shell;
    this.reader = reader;
  }

  get isOpen() {
    return this.#open;
  }

  /** The sheets of the desk, once it was fetched. */
  get styles() {
    return this.#style ? [this.#style] : [];
  }

  /**
   * Shows the source, at a byte of it where one is given.
   * @param {number | null} at
   * @param {boolean} [still] whether the focus stays where it is, since nobody pressed anything
   */
  async open(at, still = false) {
    const asked = this.reader.asked();
    if (!asked) return;
    if (!this.#open) this.#from = /** @type {HTMLElement | null} */ (this.shell.root.activeElement);
    this.#put();
    this.#open = true;
    this.#at = at;
    const turn = ++this.#turn;
    const { lang, level, text, paper, options } = asked;
    this.shell.waitForDesk(lang, { words: WORDS[lang].deskLoading, back: () => this.#back(null), still });
    try {
      const code = await imported(() => import("./desk.js"), "./desk.js").catch((cause) => {
        throw asFailure(cause, "desk");
      });
      // The words that it is coming are drawn before a long text is read.
      await new Promise((done) => setTimeout(done));
      if (turn !== this.#turn) return;
      const explanation = await explain(text, options);
      if (turn !== this.#turn) return explanation.free();
      this.#style = code.STYLE;
      this.reader.adopt();
      this.#desk = new code.Desk(this.shell.desk, explanation, { lang, level, paper, close: () => this.#back(null), read: (place) => this.#back(place) });
      if (!still) this.#desk.begin(at === null ? null : lineAt(text, at));
    } catch (cause) {
      if (turn !== this.#turn) return;
      const failure = asFailure(cause);
      this.shell.waitForDesk(lang, { words: sentence(failure, lang), back: () => this.#back(null), retry: () => void this.open(at), still });
      this.reader.fail(failure);
    }
  }

  /** Draws it anew, with what the page has set anew. */
  renew() {
    if (this.#open) void this.open(this.#at, true);
  }

  /** Takes it away; what is shown in its place is the caller's affair. */
  close() {
    this.#put();
    this.#open = false;
  }

  #put() {
    this.#turn += 1;
    this.#desk?.destroy();
    this.#desk = null;
  }

  /** @param {Place | null} place */
  #back(place) {
    this.close();
    this.reader.back(place, this.#from);
  }
}

/** The line of a byte, counted from 1. @param {string} text @param {number} byte */
function lineAt(text, byte) {
  const before = new TextEncoder().encode(text).subarray(0, byte);
  return new TextDecoder().decode(before).split(/\r\n|\r|\n/).length;
}
