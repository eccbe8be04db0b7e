// What the pages of this site share: the language and the colours, which go along from page to page in the address.
const page = document.documentElement;
const asked = new URLSearchParams(location.search);

/** The pages of the site: each is for somebody else. @type {[address: string, ja: string, en: string][]} */
const PAGES = [
  ["./", "ビューアー", "Viewer"],
  ["embed.html", "載せる", "Embed"],
  ["news.html", "引用する", "Quote"],
  ["developer.html", "開発", "Develop"],
  ["parser.html", "データ", "Data"],
];

/** The same words in both languages; one of them is shown. @param {string} ja @param {string} en */
function words(ja, en) {
  return Object.entries({ ja, en }).map(([lang, textContent]) => Object.assign(document.createElement("span"), { lang, textContent }));
}

/** What a reader chooses for every page: for each choice its values, and their words, or a name that is in no other language. */
const CHOICES = {
  languages: { legend: ["言語", "Language"], name: "language", values: { ja: "日本語", en: "English" } },
  themes: { legend: ["配色", "Colours"], name: "theme", values: { auto: ["自動", "Auto"], light: ["明", "Light"], dark: ["暗", "Dark"] } },
};

/** A choice of one among a few. @param {[id: string, choice: typeof CHOICES.languages | typeof CHOICES.themes]} entry */
function choice([id, { legend, name, values }]) {
  const fieldset = Object.assign(document.createElement("fieldset"), { id, className: "choice" });
  const title = document.createElement("legend");
  title.append(...words(...legend));
  const labels = Object.entries(values).map(([value, said], idx) => {
    const label = document.createElement("label");
    const input = Object.assign(document.createElement("input"), { type: "radio", name, value, defaultChecked: idx === 0 });
    const own = () => Object.assign(document.createElement("span"), { lang: value, className: "always", textContent: said });
    label.append(input, ...(typeof said === "string" ? [own()] : words(...said)));
    return label;
  });
  fieldset.append(title, ...labels);
  return fieldset;
}

/** Fills the head of the page, so that every page has the same. */
function navigate() {
  document.querySelector(".bar").append(...Object.entries(CHOICES).map(choice));
  const nav = document.querySelector("nav.pages");
  const links = PAGES.map(([address, ja, en]) => {
    const link = Object.assign(document.createElement("a"), { href: address });
    if (link.pathname.replace(/index\.html$/, "") === location.pathname.replace(/index\.html$/, "")) link.setAttribute("aria-current", "page");
    link.append(...words(ja, en));
    return link;
  });
  nav.replaceChildren(...links);
  nav.setAttribute("aria-label", "gijiroku");
}
navigate();

/** Called with "ja" or "en" now and at each change. @type {Set<(lang: string) => void>} */
const listeners = new Set();

/** @param {(lang: string) => void} listener */
export function inLanguage(listener) {
  listeners.add(listener);
  listener(page.lang);
}

function speak(lang) {
  page.lang = lang;
  for (const link of document.querySelectorAll("nav.pages a")) {
    const url = new URL(link.getAttribute("href"), location.href);
    url.searchParams.delete("lang");
    if (lang === "en") url.searchParams.set("lang", "en");
    link.href = url.href;
  }
  for (const it of listeners) it(lang);
}

document.getElementById("languages").addEventListener("change", ({ target }) => speak(target.value));
document.getElementById("themes").addEventListener("change", ({ target }) => {
  page.dataset.theme = target.value;
  for (const it of document.querySelectorAll("gijiroku-viewer")) it.theme = target.value;
});

for (const it of document.querySelectorAll("input[name=language]")) it.checked = it.value === (asked.get("lang") === "en" ? "en" : "ja");
speak(asked.get("lang") === "en" ? "en" : "ja");

for (const it of document.querySelectorAll("button[data-copies]")) {
  it.addEventListener("click", async () => {
    const code = document.getElementById(it.dataset.copies);
    const status = document.getElementById("copied");
    const done = await navigator.clipboard?.writeText(code.textContent).then(() => true, () => false);
    if (!done) getSelection().selectAllChildren(code);
    status.textContent = done
      ? { ja: "コピーしました。", en: "Copied." }[page.lang]
      : { ja: "コピーできなかったため、選択しました。キーボードでコピーしてください。", en: "It could not be copied, so it is selected: copy it by keyboard." }[page.lang];
  });
}
