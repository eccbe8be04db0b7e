"use client";
// <gijiroku-viewer> as a component of React 18 and 19. On a page that a server wrote, React itself hands an element no events
// and no lists; React 18 does so nowhere.
import { createElement, forwardRef, useEffect, useImperativeHandle, useRef } from "react";
import { GijirokuViewerElement } from "./element.js";

/** @typedef {import("./types/react.d.ts").GijirokuViewerReactProps} Props */
/** @typedef {import("react").RefObject<any>} Own */

const EVENTS = /** @type {const} */ ({
  onMinutesLoaded: "minutes-loaded",
  onMinutesFailed: "minutes-failed",
  onMinutesFiltered: "minutes-filtered",
  onMinutesSelected: "minutes-selected",
  onMinutesMoved: "minutes-moved",
});

export const GijirokuViewer = forwardRef((/** @type {Props} */ { children, file, people, corrections, ...props }, /** @type {import("react").Ref<GijirokuViewerElement>} */ ref) => {
  /** @type {Own} */
  const own = useRef(null);
  useImperativeHandle(ref, () => own.current);
  useEvents(own, props);
  useProperty(own, "people", people);
  useProperty(own, "corrections", corrections);
  useProperty(own, "file", file);
  const attributes = Object.entries(props).filter(([name]) => !Object.hasOwn(EVENTS, name));
  return createElement("gijiroku-viewer", { ...Object.fromEntries(attributes), ref: own }, children);
});

/** @param {Own} own @param {Record<string, any>} handlers */
function useEvents(own, handlers) {
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });
  useEffect(() => {
    const listening = new AbortController();
    for (const [name, event] of Object.entries(EVENTS)) own.current.addEventListener(event, (/** @type {Event} */ it) => latest.current[name]?.(it), listening);
    // Only now, so that no event comes before somebody listens.
    if (!customElements.get("gijiroku-viewer")) customElements.define("gijiroku-viewer", GijirokuViewerElement);
    return () => listening.abort();
  }, []);
}

/** @param {Own} own @param {string} name @param {unknown} value */
function useProperty(own, name, value) {
  const given = useRef(false);
  useEffect(() => {
    if (value !== undefined || given.current) own.current[name] = value ?? null;
    given.current = value !== undefined;
  }, [value]);
}
