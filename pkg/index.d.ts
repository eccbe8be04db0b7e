// Types of the package: the element, its events, and the JSON of the minutes.
import type { Diagnostic, ExplainedLine, MinutesDocument, Span } from "./minutes.js";

export type * from "./minutes.js";

/** A person whom the text cannot name: 「本部長」 is 岸田 文雄. */
export interface SuppliedPerson {
  /** 氏名. */
  name: string;
  /** 職名: the roles under which the minutes may call them. */
  roles: string[];
  /** よみ. */
  reading?: string | null;
  /** 会派. */
  group?: string | null;
  /** 肩書: an office that no label need print. */
  position?: string | null;
}

/** 正誤: what the publisher says is wrong in the text, and what is right. The text stays as it is. */
export interface Correction {
  /** 誤: the words as printed; white space and line ends are not counted. */
  printed: string;
  /** 正: as they should be; empty where there should be none. */
  correct: string;
  /** The line in which they begin, counted from 1; needed, or `at`, where the words stand more than once. */
  line?: number | null;
  /** The address of the speech, section or paragraph, as a link has it: "s12-4k9xe1". */
  at?: string | null;
  /** 理由. */
  reason?: string | null;
  /** YYYY-MM-DD. */
  date?: string | null;
  by?: string | null;
}

export interface ParseOptions {
  /** Language of the diagnostics: "ja" unless told. */
  lang?: ViewerLang;
  people?: SuppliedPerson[];
  corrections?: Correction[];
  /** What mark-up tells of the text, as `read` and the JSON of minutes give it; the words then name nobody. */
  marked?: string[][];
}

export type ViewerLang = "ja" | "en";

/** The wasm file, or where it is; a function is called when the file is first needed. */
export type WasmSource = string | URL | Response | Promise<Response> | (() => Promise<Response>) | WebAssembly.Module | BufferSource;

/** Why the minutes could not be shown. `people`, `corrections`, `desk` and `save` do not keep them from being shown. */
export type FailureReason =
  | "wasm-missing" | "wasm-html" | "wasm-blocked" | "fetch-blocked" | "unsupported" | "wasm-broken"
  | "not-found" | "http" | "network" | "cut" | "cors" | "not-text" | "xml" | "html" | "people" | "corrections" | "desk" | "save"
  | "pdf-missing" | "pdf-scanned" | "pdf-encrypted" | "pdf-damaged" | "pdf-large" | "pdf-letters"
  | "docx-missing" | "docx-encrypted" | "docx-damaged" | "docx-large" | "docx-old" | "docx-other" | "docx-doctype" | "docx-empty" | "memory" | "trapped";

/** A text read from bytes. */
export interface Decoded {
  text: string;
  /** 文字コード: "utf-8", "shift_jis", "euc-jp", "iso-2022-jp", "utf-16le", "utf-16be". */
  encoding: string;
  /** How many characters could not be read; each stands as U+FFFD. */
  replaced: number;
}

/** What a file was taken for. */
export type Form = "text" | "html" | "diet-json" | "diet-xml" | "speeches-json" | "akoma-ntoso" | "tei" | "pdf" | "docx";

/** What of a file is not in the text: words left out of a page (G401), other meetings (G402), speeches that it does not hold (G403); of a PDF, pages without text (G405), letters without a code (G406), damaged pages (G407); of a Word file, changes that nobody accepted (G408), other documents put into it (G409). */
export interface InputNote {
  code: string;
  seen: string;
  expected: string;
}

/** One meeting of a file. */
export interface FileMeeting {
  /** The text of the minutes: what is parsed, and what every place points into. */
  text: string;
  /** The people whom the file names, with readings, groups and positions. */
  people: SuppliedPerson[];
  notes: InputNote[];
  /** What a list calls this meeting; may be empty. */
  name: string;
  /** The file's own fields, texts excepted; each speech with its place in the text. */
  record: Record<string, unknown> | null;
  /** Where mark-up, and not the words, tells who speaks: lists of words, of which the first says what it is. */
  marked?: string[][];
}

/** A file: one meeting, or several where it holds several. */
export interface ReadFile {
  form: Form;
  encoding: string;
  replaced: number;
  readonly meetings: readonly FileMeeting[];
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
  /** What mark-up tells of `text`, as `read` and the JSON of minutes give it; set after `text`, which takes it away. */
  marked: string[][] | null;
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
  /** Whether readers are offered the source, line by line with what each was taken for; `show="source"` opens it at first. */
  source: "offered" | "none";
  /** Whether readers are offered to save the minutes with the viewer as one file, which needs no network. */
  save: "offered" | "none";
  /** 縦書き: how the text is written. */
  writing: "horizontal" | "vertical";
  /** People whom the text cannot name. The attribute of this name is the address of a JSON file of them. */
  get people(): SuppliedPerson[] | null;
  set people(it: SuppliedPerson[] | string | null);
  /** The publisher's corrections. The attribute of this name is the address of a JSON file of them. */
  get corrections(): Correction[] | null;
  set corrections(it: Correction[] | string | null);
  /** The JSON of the minutes shown, or null. */
  readonly document: Promise<MinutesDocument | null>;
  /** Reads everything anew. Fulfilled when the minutes are shown or have failed. */
  reload(): Promise<void>;
}

/** Says where the wasm file is, for bundlers and hosts that move it. Before the first element loads. */
export declare function setWasm(source: WasmSource): void;
/** The same for the wasm of `parse` and of the property `document`. */
export declare function setParseWasm(source: WasmSource): void;
/** Says where `pdf_bg.wasm` is, or brings its bytes. Before the first PDF. */
export declare function setPdfWasm(source: WasmSource): void;

/** Reads minutes as data, without an element. */
export declare function parse(minutes: string | Uint8Array | ArrayBuffer, options?: ParseOptions): Promise<MinutesDocument>;

/** Forms that minutes are written in, as by the command's `--to`. */
export type Written = "json" | "jsonl" | "csv" | "md" | "txt" | "akn" | "tei" | "popolo" | "jsonld" | "kokkai";

export interface ConvertOptions extends ParseOptions {
  /** What the minutes are called in a table of speeches (`csv`, `jsonl`). */
  file?: string;
  /** Whose speeches alone are written, by name (`csv`, `md`). */
  speaker?: string;
}

/** Writes minutes in another form, without an element. */
export declare function convert(minutes: string | Uint8Array | ArrayBuffer, form: Written, options?: ConvertOptions): Promise<string>;

/** What each line of minutes was taken for, and why. */
export interface Explanation {
  /** How many lines the text has. */
  readonly length: number;
  readonly diagnostics: Diagnostic[];
  /** The lines from the one to before the other, counted from 0; all unless told. */
  lines(from?: number, to?: number): ExplainedLine[];
  /** Gives back the memory of the module; nothing may be asked afterwards. */
  free(): void;
}

/** Tells what each line was taken for, without an element. */
export declare function explain(minutes: string | Uint8Array | ArrayBuffer, options?: ParseOptions): Promise<Explanation>;

/** Bytes to text, in whichever encoding a file of minutes is. Throws a `MinutesError` where it is none. */
export declare function decode(bytes: Uint8Array, contentType?: string): Decoded;

/** A file to the meetings in it: a text, a page, a PDF, a Word file (.docx), a debate in Akoma Ntoso or TEI, an answer of the Diet records' API or a list of speeches in JSON. */
export declare function read(bytes: Uint8Array | ArrayBuffer, contentType?: string): Promise<ReadFile>;

/** The minutes are shown: how much was found in them, and how the file was read. */
export type MinutesLoadedEvent = CustomEvent<{ speeches: number; sections: number; diagnostics: number; encoding: string; replaced: number; form: Form }>;
/** They cannot be shown. `message` is English; readers see a sentence in their language. */
export type MinutesFailedEvent = CustomEvent<{ reason: FailureReason; message: string }>;
/** The reader picked other people: their ids, null for speakers whom the text does not tell; and how many speeches of how many are shown. */
export type MinutesFilteredEvent = CustomEvent<{ people: (string | null)[]; shown: number; total: number }>;
/** The reader picked a speech: its id, its place in the text, and its page where the minutes are a PDF. */
export type MinutesSelectedEvent = CustomEvent<{ speech: string; span: Span; page: number | null }>;

/**
 * What is shown has changed so that a link to it says something else: `at=s12-4k9xe1&q=…`, empty for all as at first.
 * It stands behind the name in the page's address, unless the attribute `address` is "none".
 */
export type MinutesMovedEvent = CustomEvent<{ link: string }>;

/** The events of the element by name. */
export interface GijirokuViewerEventMap {
  "minutes-loaded": MinutesLoadedEvent;
  "minutes-failed": MinutesFailedEvent;
  "minutes-filtered": MinutesFilteredEvent;
  "minutes-selected": MinutesSelectedEvent;
  "minutes-moved": MinutesMovedEvent;
}

declare global {
  interface HTMLElementTagNameMap {
    "gijiroku-viewer": GijirokuViewerElement;
  }
  interface HTMLElementEventMap extends GijirokuViewerEventMap {}
}
