// Types of the package: the element, its events, and the JSON of the minutes.
import type { MinutesDocument, Span } from "./minutes.js";

export type * from "./minutes.js";

/** A person whom the text cannot name: 「本部長」 is 岸田 文雄. */
export interface SuppliedPerson {
  /** 氏名. */
  name: string;
  /** 職名: the roles under which the minutes may call them. */
  roles: string[];
  /** よみ. */
  reading?: string | null;
}

export interface ParseOptions {
  /** Language of the diagnostics: "ja" unless told. */
  lang?: ViewerLang;
  people?: SuppliedPerson[];
}

export type ViewerLang = "ja" | "en";

/** The wasm file, or where it is. */
export type WasmSource = string | URL | Response | Promise<Response> | WebAssembly.Module | BufferSource;

/** Why the minutes could not be shown. `people` alone does not keep them from being shown. */
export type FailureReason =
  | "wasm-missing" | "wasm-html" | "wasm-blocked" | "wasm-unsupported" | "wasm-broken"
  | "not-found" | "http" | "network" | "cors" | "not-text" | "html" | "people" | "trapped";

/** A text read from bytes. */
export interface Decoded {
  text: string;
  /** 文字コード: "utf-8", "shift_jis", "euc-jp", "iso-2022-jp", "utf-16le", "utf-16be". */
  encoding: string;
  /** How many characters could not be read; each stands as U+FFFD. */
  replaced: number;
}

export declare class MinutesError extends Error {
  readonly reason: FailureReason;
  readonly detail: string;
}

/** `<gijiroku-viewer>`; importing the class registers nothing, "gijiroku-viewer/define" does. */
export declare class GijirokuViewerElement extends HTMLElement {
  /** Address of a file of minutes, in any Japanese encoding. */
  src: string | null;
  /** The text of the minutes; setting it shows it, until `src` is set. */
  text: string | null;
  /** A file of minutes that the reader chose, in any encoding; setting it shows it, until `src` or `text` is set. */
  file: Blob | null;
  theme: "light" | "dark" | "auto";
  /** Level of the heading that names the meeting: 1 to 6, 2 unless told. */
  headingLevel: number;
  /**
   * The name of its part of the page's address (`#minutes:at=…`): "minutes" unless told, and only for the first element
   * of a page that has it; "none" leaves the address alone.
   */
  address: string | null;
  /** Where the whole minutes are, where that is not this page: links lead there. */
  href: string | null;
  /** What is shown alone, as a card: "s12-4k9xe1", or all that a link says behind the name. */
  show: string | null;
  /** 縦書き: how the text is written. */
  writing: "horizontal" | "vertical";
  /** People whom the text cannot name. The attribute of this name is the address of a JSON file of them. */
  people: SuppliedPerson[] | null;
  /** The JSON of the minutes shown, or null. */
  readonly document: Promise<MinutesDocument | null>;
  /** Reads everything anew. Fulfilled when the minutes are shown or have failed. */
  reload(): Promise<void>;
}

/** Says where the wasm file is, for bundlers and hosts that move it. Before the first element loads. */
export declare function setWasm(source: WasmSource): void;
/** The same for the wasm of `parse` and of the property `document`. */
export declare function setParseWasm(source: WasmSource): void;

/** Reads minutes as data, without an element. */
export declare function parse(minutes: string | Uint8Array | ArrayBuffer, options?: ParseOptions): Promise<MinutesDocument>;

/** Bytes to text, in whichever encoding a file of minutes is. Throws a `MinutesError` where it is none. */
export declare function decode(bytes: Uint8Array, contentType?: string): Decoded;

/** The minutes are shown: how much was found in them, and how the file was read. */
export type MinutesLoadedEvent = CustomEvent<{ speeches: number; sections: number; diagnostics: number; encoding: string; replaced: number }>;
/** They cannot be shown. `message` is English; readers see a sentence in their language. */
export type MinutesFailedEvent = CustomEvent<{ reason: FailureReason; message: string }>;
/** The reader picked other people: their ids, null for speakers whom the text does not tell; and how many speeches of how many are shown. */
export type MinutesFilteredEvent = CustomEvent<{ people: (string | null)[]; shown: number; total: number }>;
/** The reader picked a speech: its id, and its place in the text. */
export type MinutesSelectedEvent = CustomEvent<{ speech: string; span: Span }>;

/**
 * What is shown has changed so that a link to it says something else: `at=s12-4k9xe1&q=…`, empty for all as at first.
 * It stands behind the name in the page's address, unless the attribute `address` is "none".
 */
export type MinutesMovedEvent = CustomEvent<{ link: string }>;

declare global {
  interface HTMLElementTagNameMap {
    "gijiroku-viewer": GijirokuViewerElement;
  }
  interface HTMLElementEventMap {
    "minutes-loaded": MinutesLoadedEvent;
    "minutes-failed": MinutesFailedEvent;
    "minutes-filtered": MinutesFilteredEvent;
    "minutes-selected": MinutesSelectedEvent;
    "minutes-moved": MinutesMovedEvent;
  }
}
