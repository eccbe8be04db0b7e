// "gijiroku-viewer/svelte": registers the element, and tells Svelte 5 what it takes.
import type { HTMLAttributes } from "svelte/elements";
import type { GijirokuViewerElement, GijirokuViewerEventMap } from "../index.js";
import type { GijirokuViewerProps } from "./props.js";

export { GijirokuViewerElement } from "../index.js";
export type { GijirokuViewerProps };

/** `onminutes-loaded={…}`. */
export type GijirokuViewerHandlers = { [Name in keyof GijirokuViewerEventMap as `on${Name}`]?: ((event: GijirokuViewerEventMap[Name]) => void) | undefined };

type Html = Omit<HTMLAttributes<GijirokuViewerElement>, keyof GijirokuViewerProps>;

declare module "svelte/elements" {
  interface SvelteHTMLElements {
    "gijiroku-viewer": Html & GijirokuViewerProps & GijirokuViewerHandlers;
  }
}
