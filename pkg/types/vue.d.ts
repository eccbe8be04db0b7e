// "gijiroku-viewer/vue": registers the element, and tells Vue 3 what it takes, in templates and in JSX.
import type { HTMLAttributes, PublicProps } from "vue";
import type { GijirokuViewerElement, GijirokuViewerEventMap } from "../index.js";
import type { GijirokuViewerProps } from "./props.js";

export { GijirokuViewerElement } from "../index.js";
export type { GijirokuViewerProps };

type Camel<Name extends string> = Name extends `${infer First}-${infer Rest}` ? `${Capitalize<First>}${Camel<Rest>}` : Capitalize<Name>;

/** `@minutes-loaded` of a template, `onMinutesLoaded` of JSX. */
export type GijirokuViewerHandlers = { [Name in keyof GijirokuViewerEventMap as `on${Camel<Name>}`]?: ((event: GijirokuViewerEventMap[Name]) => void) | undefined };

type Props = Omit<HTMLAttributes, keyof GijirokuViewerProps> & GijirokuViewerProps & GijirokuViewerHandlers;

declare module "vue" {
  interface GlobalComponents {
    "gijiroku-viewer": new () => GijirokuViewerElement & { $props: Props & PublicProps };
  }
}
declare module "vue/jsx-runtime" {
  namespace JSX {
    interface IntrinsicElements {
      "gijiroku-viewer": Props & PublicProps;
    }
  }
}
