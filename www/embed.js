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
    ja: "一つのページにいくつ載せても、二行目以降だけを繰り返せば足ります。要素の中のリンクは、ビューアーを表示できないときに読者が使います。",
    en: "For more minutes in the same page repeat all but the first line. The link inside is what readers have where the viewer cannot be shown.",
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

const MAKE = {
  script(it) {
    const level = it.level === "2" ? "" : it.level;
    return `<script type="module" src="${inside(fileOf(it, "define.js"))}"></script>
<gijiroku-viewer${attributes({ src: it.src, corrections: it.corrections, lang: it.lang, theme: it.theme, "heading-level": level })}>
  <a href="${inside(it.src)}">${inside(it.words)}</a>
</gijiroku-viewer>`;
  },
  frame(it) {
    const level = it.level === "2" ? "" : it.level;
    const asked = new URLSearchParams(Object.entries({ src: it.src, corrections: it.corrections, lang: it.lang, theme: it.theme, "heading-level": level }).filter(([, value]) => value));
    return `<iframe src="${inside(`${fileOf(it, "frame.html")}?${asked}`)}" title="${inside(it.words)}" width="100%" height="600" loading="lazy" allow="clipboard-write; web-share"></iframe>
<script type="module" src="${inside(fileOf(it, "frame-host.js"))}"></script>`;
  },
  card(it) {
    return `<script type="module" src="${inside(fileOf(it, "define.js"))}"></script>
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
  notes.replaceChildren(...["ja", "en"].map((lang) => Object.assign(document.createElement("p"), { lang, textContent: NOTES[it.how][lang] })));
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
form.addEventListener("submit", (event) => event.preventDefault());
viewer.addEventListener("minutes-moved", ({ detail }) => {
  picked = new URLSearchParams(detail.link).get("at") ?? picked;
  make();
});
inLanguage((lang) => {
  viewer.lang = lang;
  make();
});
preview();
