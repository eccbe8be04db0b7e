// "gijiroku-viewer/react": the viewer as a component of React 18 and 19, and what JSX may say to the element itself.
import type { DetailedHTMLProps, ForwardRefExoticComponent, HTMLAttributes, RefAttributes } from "react";
import type { GijirokuViewerElement, GijirokuViewerEventMap } from "../index.js";
import type { GijirokuViewerProps } from "./props.js";

export type { GijirokuViewerProps };

type Html = Omit<HTMLAttributes<GijirokuViewerElement>, keyof GijirokuViewerProps>;
type Handler<Name extends keyof GijirokuViewerEventMap> = ((event: GijirokuViewerEventMap[Name]) => void) | undefined;
type Camel<Name> = Name extends `minutes-${infer Rest}` ? `onMinutes${Capitalize<Rest>}` : never;

/** What the component takes: attributes, `file`, lists of `people` and `corrections`, and `onMinutesLoaded` and the like. */
export type GijirokuViewerReactProps = Html & GijirokuViewerProps & { [Name in keyof GijirokuViewerEventMap as Camel<Name>]?: Handler<Name> };

/** Registers the element when it is first shown. */
export declare const GijirokuViewer: ForwardRefExoticComponent<GijirokuViewerReactProps & RefAttributes<GijirokuViewerElement>>;

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "gijiroku-viewer": DetailedHTMLProps<Html & GijirokuViewerProps & { [Name in keyof GijirokuViewerEventMap as `on${Name}`]?: Handler<Name> }, GijirokuViewerElement>;
    }
  }
}
