// The boxes in which viewers draw. One that was given back is used by the next element, since Yew leaves something behind
// with each that is made: what it listens to, and with it the box.
import { watch } from "./load.js";
import { box } from "./shell.js";

/** @typedef {import("./load.js").Loaded["wasm"]} Wasm */
/** @typedef {InstanceType<Wasm["ViewerHandle"]>} Handle */
/** @typedef {(name: string, detail: any) => void} Told */
/** @typedef {{ host: HTMLElement, handle: Handle, told: Told }} Stage `told` is called for each event of the viewer */

/** Those that nobody uses. @type {Stage[]} */
const idle = [];

// What belonged to a module that trapped is of no use to the next.
watch(() => void idle.splice(0));

/** @param {Wasm} wasm @param {Told} told @returns {Stage} */
export function lend(wasm, told) {
  const known = idle.pop();
  if (known) return Object.assign(known, { told });
  const host = box();
  /** @type {Stage} */
  const stage = { host, told, handle: new wasm.ViewerHandle(host, (/** @type {string} */ name, /** @type {any} */ detail) => stage.told(name, detail)) };
  return stage;
}

/** Takes a box back, and out of it what it showed. @param {Stage} stage */
export function giveBack(stage) {
  stage.told = () => {};
  stage.handle.show("", {});
  idle.push(stage);
}
