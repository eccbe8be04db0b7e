// Whose code the viewer's module is: by crate, by our rooms, and by what a reader can do with it.
import { brotliCompressSync, constants } from "node:zlib";

/** What each part of the viewer is made of: modules of ours, as `room/module`. What has no module of its own is not counted. */
const FEATURES = {
  "search": /^(query\/(search|folding)|viewer\/(finding|components\/search))/,
  "links": /^(query\/(address|leaves)|viewer\/link)/,
  "quoting and sharing": /^(query\/(quote|title)|viewer\/components\/(actions|share|foot))/,
  "corrections": /^(query\/correction|viewer\/components\/correction)/,
  "speakers, strip and pictures": /^(query\/(speakers|groups|strip|statistics)|viewer\/components\/(people|pictures|strip|roster))/,
  "remarks on the text": /^(diagnostic|lower\/(review|damage|hidden)|viewer\/components\/diagnostics)/,
  "rosters": /^lower\/(roster|attendance|columns|list)/,
};

/** A reader of a module's bytes.
 * @param {Uint8Array} bytes */
function reader(bytes) {
  let at = 8;
  const number = () => {
    let value = 0;
    for (let shift = 1; ; shift *= 128) {
      const byte = bytes[at++];
      value += (byte & 127) * shift;
      if (byte < 128) return value;
    }
  };
  const text = (length) => Buffer.from(bytes.subarray(at, (at += length))).toString();
  return { number, text, byte: () => bytes[at++], skip: (n) => (at += n), get at() { return at; }, set at(it) { at = it; } };
}

/** The code of each function, with its name. `wasm` is as the compiler wrote it, with names.
 * @param {Uint8Array} wasm */
export function functions(wasm) {
  const read = reader(wasm);
  const names = new Map(), codes = [];
  let imported = 0;
  while (read.at < wasm.length) {
    const section = read.byte(), length = read.number(), end = read.at + length;
    if (section === 2) imported = importsOf(read);
    if (section === 10) {
      for (let n = read.number(); n > 0; n--) {
        const size = read.number();
        codes.push(wasm.subarray(read.at, read.at + size));
        read.skip(size);
      }
    }
    if (section === 0 && read.text(read.number()) === "name") namesInto(names, read, end);
    read.at = end;
  }
  return codes.map((code, idx) => ({ name: names.get(idx + imported) ?? "", code }));
}

/** How many functions are imported. */
function importsOf(read) {
  let functions = 0;
  for (let n = read.number(); n > 0; n--) {
    read.skip(read.number());
    read.skip(read.number());
    const kind = read.byte();
    if (kind !== 0) throw new Error("the module imports what is no function");
    functions += 1;
    read.number();
  }
  return functions;
}

function namesInto(names, read, end) {
  while (read.at < end) {
    const kind = read.byte(), size = read.number(), next = read.at + size;
    for (let n = kind === 1 ? read.number() : 0; n > 0; n--) names.set(read.number(), read.text(read.number()));
    read.at = next;
  }
}

/** Whose a function is: `viewer/link` of ours, or a crate. What the standard library makes for a type of somebody's is theirs. */
export function ownerOf(name) {
  const [, ours] = /8gijiroku(?=s?\d)(.*)/.exec(name) ?? [];
  if (ours !== undefined) {
    const path = [];
    for (let rest = ours; path.length < 3; ) {
      const [whole, length] = /^(?:s[0-9a-zA-Z]*_)?(\d+)_?/.exec(rest) ?? [];
      if (whole === undefined) break;
      path.push(rest.slice(whole.length, whole.length + Number(length)));
      rest = rest.slice(whole.length + Number(length));
    }
    return /^[A-Z]/.test(path[0]) ? "the façade" : path.join("/");
  }
  if (/_3yew|^.*4gloo/.test(name)) return "Yew";
  if (/12wasm_bindgen|6js_sys|7web_sys|^__wbindgen|^__wbg|^__externref/.test(name)) return "wasm-bindgen, js-sys, web-sys";
  return "the standard library";
}

/** The code of a module without anything around it, and the words and tables that it holds.
 * @param {Uint8Array} wasm */
function sections(wasm) {
  const read = reader(wasm);
  const found = new Map();
  while (read.at < wasm.length) {
    const section = read.byte(), length = read.number(), end = read.at + length;
    found.set(section, wasm.subarray(read.at, end));
    read.at = end;
  }
  return { code: found.get(10), data: found.get(11) };
}

/** Rows of the account, the largest first: what it is, bytes as compiled, and its share of what is sent. Shares are taken before
 * the module is made smaller, because that puts the code of one into another.
 * @param {Uint8Array} compiled the module with names @param {Uint8Array} final the module as sent @param {(bytes: Uint8Array) => number} packed */
export function account(compiled, final, packed) {
  const { code, data } = sections(final);
  // What describes the exports to wasm-bindgen is gone once it has read it.
  const all = functions(compiled).filter((it) => !it.name.includes("describe")).map((it) => ({ owner: ownerOf(it.name), code: it.code }));
  const quick = (parts) => brotliCompressSync(Buffer.concat(parts), { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }).length;
  const row = (name, parts) => {
    const codes = parts.map((it) => it.code);
    return { name, raw: codes.reduce((n, it) => n + it.length, 0), sent: quick(codes) };
  };
  const room = (it) => it.owner.split("/")[0];
  const rooms = [...new Set(all.map(room))].map((name) => row(name, all.filter((it) => room(it) === name)));
  const features = Object.entries(FEATURES).map(([name, modules]) => row(name, all.filter((it) => modules.test(it.owner))));
  const scale = packed(code) / rooms.reduce((n, it) => n + it.sent, 0);
  for (const it of [...rooms, ...features]) it.sent *= scale;
  const words = { name: "words and tables", raw: data.length, sent: packed(data) };
  const rest = packed(final) - packed(code) - words.sent;
  const order = (rows) => rows.sort((a, b) => b.raw - a.raw);
  const around = { name: "names and types", raw: final.length - code.length - data.length, sent: rest };
  return { rooms: [...order([...rooms, words]), around], features: order(features) };
}
