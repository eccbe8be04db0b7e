// The page for whoever puts minutes in a page of their own: makes the lines to copy, and shows what they show.
import "../pkg/define.js";
import { inLanguage } from "./page.js";

const viewer = /** @type {any} */ (document.getElementById("viewer"));
const form = /** @type {HTMLFormElement} */ (document.getElementById("maker"));
const lines = document.getElementById("lines");
const notes = document.getElementById("notes");

/** The address of the speech that was picked, as a link has it. */
let picked = "";

const NOTES = {
  script: {
    ja: "一つのページに二つ以上載せるときは、<gijiroku-viewer> から後だけを繰り返してください。要素の中のリンクは、ビューアーを表示できないときに読者が使います。",
    en: "For more minutes in the same page repeat only what begins with <gijiroku-viewer>. The link inside is what readers have where the viewer cannot be shown.",
  },
  frame: {
    ja: "タグを制限する CMS でも使えます。高さは中身に合わせて変わり（窓の高さの9割まで）、発言へのリンクはこのページのアドレスで作られます。表示できるのは frame.html と同じサイトの議事録だけです。ほかのサイトの議事録も表示するときは、frame.html の connect-src にそのサイトを加えてください。",
    en: "For a CMS that allows few tags. It is as high as what it shows, up to nine tenths of the window, and links to speeches are made with the address of this page. It shows minutes of its own site alone; to show those of another, add that site to connect-src in frame.html.",
  },
  card: {
    ja: "言葉は議事録そのものから取られます。議事録が後から変わったときは、カードがそのことを示します。href には、議事録の全体を載せたページを指定してください。",
    en: "The words come from the minutes themselves; where they have changed since, the card says so. href is the page with the whole minutes.",
  },
  static: {
    ja: "コマンド gijiroku で作るページは、スクリプトなしで読め、見出しで折りたためます。発言のアドレスはビューアーと同じです。",
    en: "The page that the command gijiroku writes needs no script and folds by its headings. Addresses of speeches are those of the viewer.",
  },
};

/** What was filled in. */
const given = () => Object.fromEntries(new FormData(form));

/** @param {string} value */
const inside = (value) => value.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");

/** @param {Record<string, string>} attributes those that say something */
const attributes = (attributes) => Object.entries(attributes).filter(([, value]) => value).map(([name, value]) => ` ${name}="${inside(value)}"`).join("");

/** @param {Record<string, any>} it @param {string} name */
const fileOf = (it, name) => `${it.folder.replace(/\/?$/, "/")}${name}`;

/** A word of a command line. @param {string} it */
const word = (it) => (/^[\w./:-]+$/.test(it) ? it : `'${it.replaceAll("'", "'\\''")}'`);

/** The sum of each file of the package, once they were asked for. @type {Record<string, string>} */
let sums = {};

/** What no page of the element loads: other entries, and what is loaded in frames and saved files. */
const ELSEWHERE = /^(define|frame|frame-host|inline|node|one-file|one-file-data|react|unpack)\.js$|inline\.js$|one-file\.js$|\.wasm$/;

/** What the import map says: the sums of all that the first script loads. @param {Record<string, any>} it */
function importMap(it) {
  const loaded = Object.entries(sums).filter(([name]) => !ELSEWHERE.test(name));
  return JSON.stringify({ integrity: Object.fromEntries(loaded.map(([name, sum]) => [fileOf(it, name), sum])) }, null, 1).replaceAll("<", "\\u003c");
}

/** The tag of a script of the package. @param {Record<string, any>} it @param {string} name */
const scriptOf = (it, name) => `<script type="module"${attributes({ src: fileOf(it, name), integrity: it.sums ? sums[name] : "" })}></script>`;

/** The script of the element, with the sums of what it loads. @param {Record<string, any>} it */
const define = (it) => (it.sums ? `<script type="importmap">${importMap(it)}</script>\n` : "") + scriptOf(it, "define.js");

const MAKE = {
  script(it) {
    const level = it.level === "2" ? "" : it.level;
    return `${define(it)}
<gijiroku-viewer${attributes({ src: it.src, corrections: it.corrections, lang: it.lang, theme: it.theme, "heading-level": level })}>
  <a href="${inside(it.src)}">${inside(it.words)}</a>
</gijiroku-viewer>`;
  },
  frame(it) {
    const level = it.level === "2" ? "" : it.level;
    const asked = new URLSearchParams(Object.entries({ src: it.src, corrections: it.corrections, lang: it.lang, theme: it.theme, "heading-level": level }).filter(([, value]) => value));
    return `<iframe src="${inside(`${fileOf(it, "frame.html")}?${asked}`)}" title="${inside(it.words)}" width="100%" height="600" loading="lazy" allow="clipboard-write; web-share"></iframe>
${scriptOf(it, "frame-host.js")}`;
  },
  card(it) {
    return `${define(it)}
<gijiroku-viewer${attributes({ src: it.src, show: picked || "s1", href: it.src, lang: it.lang, theme: it.theme })}>
  <a href="${inside(it.src)}">${inside(it.words)}</a>
</gijiroku-viewer>`;
  },
  static(it) {
    const corrections = it.corrections ? ` --corrections ${word(it.corrections)}` : "";
    return `gijiroku convert ${word(it.src)}${corrections} --to html -o minutes.html`;
  },
};

function make() {
  const it = given();
  lines.textContent = MAKE[it.how](it);
  document.getElementById("pick").hidden = it.how !== "card";
  void allow(it);
  notes.replaceChildren(...["ja", "en"].map((lang) => Object.assign(document.createElement("p"), { lang, textContent: NOTES[it.how][lang] })));
}

/** Names what a policy has to allow: an import map, which is a script inside of the page, by its hash. @param {Record<string, any>} it */
async function allow(it) {
  let hash = "";
  if (it.sums && ["script", "card"].includes(it.how)) {
    const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(importMap(it))));
    hash = ` 'sha256-${btoa(String.fromCharCode(...bytes))}'`;
  }
  document.getElementById("policy").textContent = `script-src 'self' 'wasm-unsafe-eval'${hash}; connect-src 'self'`;
}

/** Shows what was filled in, once somebody has stopped typing. */
function preview() {
  const it = given();
  if (viewer.getAttribute("src") !== it.src) {
    picked = "";
    viewer.src = it.src;
  }
  if ((viewer.getAttribute("corrections") ?? "") !== it.corrections) {
    if (it.corrections) viewer.setAttribute("corrections", it.corrections);
    else viewer.removeAttribute("corrections");
  }
  if (it.theme) viewer.theme = it.theme;
}

let waiting = 0;
form.addEventListener("input", () => {
  make();
  clearTimeout(waiting);
  waiting = setTimeout(preview, 500);
});
form.elements.namedItem("sums").addEventListener("change", async () => {
  sums = await fetch("../pkg/wasm/integrity.json").then((it) => it.json());
  make();
});
form.addEventListener("submit", (event) => event.preventDefault());
viewer.addEventListener("minutes-moved", ({ detail }) => {
  picked = new URLSearchParams(detail.link).get("at") ?? picked;
  make();
});
inLanguage((lang) => {
  viewer.lang = lang;
  for (const it of form.querySelectorAll("option[data-en]")) it.textContent = it.dataset[lang];
  make();
});
preview();
