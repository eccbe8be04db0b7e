// What <gijiroku-viewer> takes in the templates of frameworks; react.d.ts, vue.d.ts and svelte.d.ts put it where each looks.
import type { Correction, SuppliedPerson, ViewerLang } from "../index.js";

/** The attributes, and the properties `text` and `file`. All may be missing, and null is as good as missing. */
export interface GijirokuViewerProps {
  /** Address of a file of minutes. */
  src?: string | null | undefined;
  /** The text of the minutes. */
  text?: string | null | undefined;
  /** A file of minutes that the reader chose. A property: it is set where the page runs, not where a server writes it. */
  file?: Blob | null | undefined;
  /** Language of the viewer's own words. */
  lang?: ViewerLang | (string & {}) | undefined;
  theme?: "light" | "dark" | "auto" | null | undefined;
  /** Level of the heading that names the meeting: 1 to 6. */
  "heading-level"?: number | `${number}` | null | undefined;
  source?: "offered" | "none" | null | undefined;
  /** Whether readers are offered to save the minutes with the viewer as one file. */
  save?: "offered" | "none" | null | undefined;
  /** Name of its part of the page's address; "none" leaves the address alone. */
  address?: string | null | undefined;
  /** Where the whole minutes are, where that is not this page. */
  href?: string | null | undefined;
  /** What is shown alone, as a card. */
  show?: string | null | undefined;
  writing?: "horizontal" | "vertical" | null | undefined;
  /** People whom the text cannot name: the address of a JSON file, or a list. */
  people?: SuppliedPerson[] | string | null | undefined;
  /** The publisher's corrections: the address of a JSON file, or a list. */
  corrections?: Correction[] | string | null | undefined;
}
