// The page of frame.html: shows minutes of this site inside of another page, and speaks with that page by checked messages.
import "./define.js";

/** What the address may set of the element; all else of it is left alone. */
const TAKEN = ["src", "people", "corrections", "lang", "theme", "heading-level", "show", "writing", "source"];
const WORDS = {
  ja: { none: "表示する議事録が指定されていません。", refused: "この場所にある議事録は、ここには表示できません。" },
  en: { none: "No minutes have been given to show.", refused: "Minutes from that place cannot be shown here." },
};

const asked = new URLSearchParams(location.search);
const viewer = /** @type {import("./index.js").GijirokuViewerElement} */ (document.createElement("gijiroku-viewer"));
const page = document.documentElement;

/** The origins of `connect-src` in the policy of this very page: one list says what may be fetched and what may be shown. */
function origins() {
  const policy = document.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute("content") ?? "";
  const list = policy.split(";").find((it) => it.trim().startsWith("connect-src")) ?? "";
  return [location.origin, ...list.trim().split(/\s+/).slice(1).filter((it) => /^https?:\/\//.test(it))];
}

/** Whether an address is one that this site shows: of its own, or of an origin that it lists. @param {string} address */
function isOurs(address) {
  try {
    return origins().includes(new URL(address, location.href).origin);
  } catch {
    return false;
  }
}

function show() {
  for (const name of TAKEN) {
    const value = asked.get(name);
    if (value !== null) viewer.setAttribute(name, value);
  }
  if (viewer.lang) page.lang = /^ja\b/i.test(viewer.lang) ? "ja" : "en";
  const words = page.lang === "en" ? WORDS.en : WORDS.ja;
  const named = ["src", "people", "corrections"].map((it) => asked.get(it)).filter((it) => it !== null);
  const refused = named.some((it) => !isOurs(it)) ? words.refused : asked.has("src") ? "" : words.none;
  const told = document.createElement("p");
  told.textContent = refused;
  // A form field or a text of the address never becomes minutes: only files of the site do.
  document.body.append(refused ? told : viewer);
  tell();
}

/** Tells the page around how high the minutes are, and once the reader has moved, what a link to what is shown says. */
function tell(moved = false) {
  if (parent === window) return;
  const height = Math.ceil(document.body.getBoundingClientRect().height);
  // How high something is and what is public in an address are no secrets, so any page around may know them.
  const card = !["", "source"].includes(viewer.show ?? "");
  parent.postMessage({ type: "gijiroku-frame", height, card, ...(moved && { link: location.hash.slice(1) }) }, "*");
}

addEventListener("message", ({ source, origin, data }) => {
  if (source !== parent || data?.type !== "gijiroku-page") return;
  const { href, link } = data;
  // The page around may say where it is, that links lead to it; never where another is.
  if (typeof href === "string" && URL.canParse(href) && new URL(href).origin === origin && /^https?:/.test(href)) viewer.href = href;
  if (typeof link === "string" && link.length < 4096 && `#${link}` !== location.hash) location.hash = link;
});

const sheet = new CSSStyleSheet();
sheet.replaceSync("body { margin: 0; } body > p { font-family: system-ui, sans-serif; line-height: 1.75; margin: 0; padding: 1rem; }");
document.adoptedStyleSheets = [sheet];
viewer.addEventListener("minutes-moved", () => tell(true));
viewer.addEventListener("minutes-loaded", () => {
  const name = viewer.shadowRoot?.querySelector("[part~=title] :is(h1, h2, h3, h4, h5, h6)")?.textContent;
  if (name) document.title = name;
});
new ResizeObserver(() => tell()).observe(document.body);
show();
