// A Word file to the minutes in it: fetched when a file is one, and never otherwise. The rules of src/input/docx/. Scripts, pictures, links and other
// files in it are never unpacked, and what lies outside of it is never asked for.
import { MinutesError } from "../failure.js";
import { attribute, child, elements, Numbering, Styles } from "./numbering.js";
import { Refused, tree } from "./tree.js";
import { letters, Reader } from "./word.js";
import { Zip } from "./zip.js";

/** @typedef {import("./tree.js").Element} Element */

const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];

/** The meeting of a Word file. @param {Uint8Array} bytes @param {AbortSignal} [signal] @returns {Promise<import("../index.js").FileMeeting>} */
export async function docxMeeting(bytes, signal) {
  refuseOld(bytes);
  const { document, styles, numbering, footnotes, endnotes, headers, footers, comments } = await parts(new Zip(bytes));
  signal?.throwIfAborted();
  const root = read(document);
  const body = root.name === "document" && child(root, "body");
  if (!body) throw new MinutesError("docx-other");
  const maybe = (/** @type {string | null} */ it) => (it === null ? null : read(it));
  const notes = [footnotes, endnotes].map((it) => byId(maybe(it)));
  const reader = new Reader(new Styles(maybe(styles)), new Numbering(maybe(numbering)), notes);
  const lines = reader.lines(body);
  named(reader, lines);
  const { leftOut, inserted, deleted, documents } = reader;
  for (const [name, list] of /** @type {const} */ ([["ヘッダー", headers], ["フッター", footers], ["コメント", comments]])) {
    const n = list.reduce((n, it) => n + letters(read(it)), 0);
    if (n) leftOut.set(name, n);
  }
  if (lines.every((it) => !it)) throw new MinutesError("docx-empty");
  const n = [...leftOut.values()].reduce((a, b) => a + b, 0);
  const told = [];
  if (n) told.push({ code: "G401", seen: [...leftOut].map(([name, n]) => `${name} ${n}`).join("、"), expected: String(n) });
  if (inserted + deleted) told.push({ code: "G408", seen: String(inserted), expected: String(deleted) });
  if (documents) told.push({ code: "G409", seen: "", expected: String(documents) });
  return { text: `${lines.join("\n")}\n`, people: [], notes: told, name: "", record: null };
}

/** The notes of a part by their ids. @param {Element | null} root */
function byId(root) {
  /** @type {Map<string, Element>} */
  const notes = new Map();
  for (const it of root ? elements(root) : []) {
    const id = attribute(it, "id");
    if (id !== undefined) notes.set(id, it);
  }
  return notes;
}

/** What Word before 2007 wrote, and what holds an encrypted file since. @param {Uint8Array} bytes */
function refuseOld(bytes) {
  if (COMPOUND.some((it, idx) => bytes[idx] !== it)) return;
  const all = new TextDecoder("latin1").decode(bytes);
  const has = (/** @type {string} */ name) => all.includes(name.replace(/./g, "$&\0"));
  if (has("EncryptedPackage")) throw new MinutesError("docx-encrypted");
  if (has("WordDocument")) throw new MinutesError("docx-old");
  throw new MinutesError("not-text", { detail: "Office" });
}

/** The notes that the text names, behind it, each with its mark. @param {Reader} reader @param {string[]} lines */
function named(reader, lines) {
  if (reader.named.length) lines.push("");
  // A note may name another.
  for (let idx = 0; idx < reader.named.length; idx++) {
    const [mark, note] = reader.named[idx];
    const [first = "", ...more] = reader.lines(note);
    const words = first.replace(/^[ \t\u3000]+/, "");
    lines.push(mark ? `${mark} ${words}` : words);
    for (const it of more) lines.push(it);
  }
}

/** The texts of the parts. @param {Zip} zip */
async function parts(zip) {
  const path = (await related(zip, "", "_rels/.rels")).find((it) => it.kind === "officeDocument")?.path ?? "word/document.xml";
  const document = await zip.text(path);
  if (document === null) throw new MinutesError("docx-other");
  const folder = path.slice(0, Math.max(path.lastIndexOf("/"), 0));
  const beside = await related(zip, folder, `${folder && `${folder}/`}_rels/${path.slice(path.lastIndexOf("/") + 1)}.rels`);
  /** @param {string} kind */
  const all = async (kind) => {
    const texts = [];
    // Several sections name the same header.
    for (const it of new Set(beside.filter((it) => it.kind === kind).map((it) => it.path).sort())) {
      const text = await zip.text(it);
      if (text !== null) texts.push(text);
    }
    return texts;
  };
  const one = async (/** @type {string} */ kind) => (await all(kind))[0] ?? null;
  return {
    document,
    styles: await one("styles"),
    numbering: await one("numbering"),
    footnotes: await one("footnotes"),
    endnotes: await one("endnotes"),
    comments: await all("comments"),
    headers: await all("header"),
    footers: await all("footer"),
  };
}

/** What a part names inside of the file. @param {Zip} zip @param {string} folder @param {string} name */
async function related(zip, folder, name) {
  const text = await zip.text(name);
  if (text === null) return [];
  return elements(read(text)).flatMap((it) => {
    const [kind, target] = [attribute(it, "Type"), attribute(it, "Target")];
    if (it.name !== "Relationship" || kind === undefined || target === undefined || attribute(it, "TargetMode") === "External") return [];
    return [{ kind: kind.slice(kind.lastIndexOf("/") + 1), path: pathOf(folder, target) }];
  });
}

/** The path of what is named from a folder. @param {string} folder @param {string} target */
function pathOf(folder, target) {
  /** @type {string[]} */
  const path = [];
  for (const it of `${target.startsWith("/") ? "" : folder}/${target}`.split("/")) {
    if (it === "..") path.pop();
    else if (it && it !== ".") path.push(it);
  }
  return path.join("/");
}

/** The tree of a part. A document type, and with it every entity of its own, is refused. @param {string} text */
function read(text) {
  try {
    return tree(text);
  } catch (cause) {
    if (!(cause instanceof Refused)) throw cause;
    throw new MinutesError(cause.why === "document-type" ? "docx-doctype" : cause.why === "too-large" ? "docx-large" : "docx-damaged", { cause });
  }
}
