// Each entry gives what its types say, and no more.
import { GijirokuViewerElement, MinutesError, decode, explain, parse, read, setParseWasm, setWasm } from "gijiroku-viewer";
import type { MinutesDocument } from "gijiroku-viewer";
import { GijirokuViewerElement as Defined } from "gijiroku-viewer/define";
import { GijirokuViewerElement as Bare } from "gijiroku-viewer/element";
import { parse as alone } from "gijiroku-viewer/parse";
import { decode as decodeAlone } from "gijiroku-viewer/decode";
import { read as readAlone } from "gijiroku-viewer/read";
import { parse as inlined } from "gijiroku-viewer/inline";
// @ts-expect-error: the class alone
import { parse as none } from "gijiroku-viewer/element";

setWasm(() => fetch("/assets/gijiroku_bg.wasm"));
setParseWasm(new URL("/assets/parse_bg.wasm", location.href));
const minutes: MinutesDocument[] = [await parse(""), await alone(new Uint8Array()), await inlined("", { lang: "en" })];
const viewer: GijirokuViewerElement = document.querySelector("gijiroku-viewer") ?? new Defined();
viewer.people = "people.json";
viewer.addEventListener("minutes-moved", ({ detail }) => console.log(detail.link));
export const all = [minutes, viewer, Bare, MinutesError, decode, decodeAlone, readAlone, explain, read, none];
