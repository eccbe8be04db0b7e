// `node --expose-gc memory-child.mjs kept|handed|plain BYTES`: what one reading of so many bytes leaves, as JSON.
import { convert, parse } from "../../../pkg/node.js";
import init from "../../../pkg/wasm/parse.js";
import { parse as plain } from "./plain.mjs";
import { minutes, repeated } from "./texts.mjs";

const [how, size] = process.argv.slice(2);
const ways = {
  kept: (bytes) => convert(bytes, "none").catch((it) => it),
  handed: parse,
  plain: async (bytes) => plain(new TextDecoder().decode(bytes)),
};
const bytes = Buffer.from(repeated(minutes().text, Number(size)));
await parse("");
// Started already, it gives what it exports.
const { memory } = await init();
const small = memory.buffer.byteLength;
globalThis.gc();
/** A long text of the plain parser stands outside of the heap; so does the memory of the module, which is told by itself. */
const used = () => process.memoryUsage().heapUsed + (how === "plain" ? process.memoryUsage().external : 0);
const before = used();
const document = await ways[how](bytes);
globalThis.gc();
const heap = used() - before;
const module = memory.buffer.byteLength - small;
console.log(JSON.stringify({ bytes: bytes.length, heap, module, kind: typeof document }));
