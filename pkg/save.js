// Saves minutes: with the viewer as one page that needs no network, or in another form. Fetched when a reader first asks for it.
import { MinutesError } from "./failure.js";

/** @typedef {{ text: string, people: object[], corrections: object[], marked?: string[][] | undefined, lang: "ja" | "en", title: string, day: string, kept: Record<string, string> }} Saved */

const WORDS = { ja: { untitled: "議事録" }, en: { untitled: "Minutes" } };

/** @param {Saved} saved */
export async function save(saved) {
  const title = saved.title || WORDS[saved.lang].untitled;
  download(new Blob([html(saved, title, await program())], { type: "text/html;charset=utf-8" }), `${fileName(title, saved.day)}.html`);
}

/** What follows the name, and the type; XML and JSON say in their names what they hold. @type {Record<import("./index.js").Written, [string, string]>} */
const KINDS = {
  json: ["json", "application/json"],
  jsonl: ["jsonl", "application/jsonl"],
  csv: ["csv", "text/csv"],
  md: ["md", "text/markdown"],
  txt: ["txt", "text/plain"],
  akn: ["akn.xml", "application/xml"],
  tei: ["tei.xml", "application/xml"],
  popolo: ["popolo.json", "application/json"],
  jsonld: ["jsonld", "application/ld+json"],
  kokkai: ["kokkai.json", "application/json"],
};

/** @param {string} text @param {import("./index.js").Written} form @param {{ title: string, day: string, lang: "ja" | "en" }} meeting */
export function saveAs(text, form, { title, day, lang }) {
  const [ending, type] = KINDS[form];
  download(new Blob([text], { type: `${type};charset=utf-8` }), `${fileName(title || WORDS[lang].untitled, day)}.${ending}`);
}

/** @param {Blob} file @param {string} name */
function download(file, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // The download reads it after this task.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Most file systems allow 255 bytes, and take no marks of their own; the day stays whole. @param {string} title @param {string} day */
export function fileName(title, day) {
  const words = [...title.replace(/[\\/:*?"<>|\p{Cc}]+/gu, " ")].slice(0, 55).join("");
  return [words.trim(), day].filter(Boolean).join(" ");
}

/** The script of such a page, and its hash for the page's policy. @returns {Promise<{ script: string, hash: string }>} */
async function program() {
  const own = document.querySelector("script[data-gijiroku]");
  const policy = document.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute("content") ?? "";
  const hash = /'(sha256-[\w+/=]+)' 'wasm-unsafe-eval'/.exec(policy)?.[1];
  // A page that was saved so saves itself again.
  if (own?.textContent && hash) return { script: own.textContent, hash };
  try {
    const response = await fetch(new URL("./wasm/one-file.js", import.meta.url));
    if (!response.ok) throw new Error(String(response.status));
    return { script: await response.text(), hash: (await import("./wasm/one-file-hash.js")).default };
  } catch (cause) {
    throw new MinutesError("save", { cause });
  }
}

/** @param {Saved} saved @param {string} title @param {{ script: string, hash: string }} program */
function html({ text, people, corrections, marked, lang, kept }, title, { script, hash }) {
  const attributes = Object.entries({ "heading-level": "1", ...kept }).map(([name, value]) => ` ${name}="${escaped(value)}"`).join("");
  const data = JSON.stringify({ text, people, corrections, marked }).replaceAll("<", "\\u003c");
  const policy = `default-src 'none'; script-src '${hash}' 'wasm-unsafe-eval'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'`;
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)}</title>
</head>
<body>
<main>
<gijiroku-viewer${attributes}>
<script type="application/json">${data}</script>
<pre lang="ja">
${escaped(text)}</pre>
</gijiroku-viewer>
</main>
<script type="module" data-gijiroku>${script}</script>
</body>
</html>
`;
}

/** @param {string} text */
function escaped(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
