// "gijiroku-viewer/react": registers the element, and tells React 18 and 19 what it takes.
import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type { GijirokuViewerElement, GijirokuViewerEventMap } from "../index.js";
import type { GijirokuViewerProps } from "./props.js";

export { GijirokuViewerElement } from "../index.js";
export type { GijirokuViewerProps };

/** `onminutes-loaded={…}`: React 19 listens to it; with React 18, listen with `ref` and `addEventListener`. */
export type GijirokuViewerHandlers = { [Name in keyof GijirokuViewerEventMap as `on${Name}`]?: ((event: GijirokuViewerEventMap[Name]) => void) | undefined };

type Html = Omit<HTMLAttributes<GijirokuViewerElement>, keyof GijirokuViewerProps>;

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "gijiroku-viewer": DetailedHTMLProps<Html & GijirokuViewerProps & GijirokuViewerHandlers, GijirokuViewerElement>;
    }
  }
}
