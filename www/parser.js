// The page for whoever uses minutes as data: what is typed is read at once, and every field has its words.
import { explain, parse } from "../pkg/parse.js";
import { read } from "../pkg/read.js";
import { inLanguage } from "./page.js";
import { fillExamples, goToPlace, make, reference, typeSection } from "./reference.js";

/** What of the API is data that people write or read; the rest are functions. */
const API = ["SuppliedPerson", "Correction", "ParseOptions", "Written", "ConvertOptions", "ReadFile", "FileMeeting", "InputNote", "Form", "Decoded"];

const all = await reference();
const api = API.map((it) => all.api.get(it));
const known = (name) => all.data.has(name) || API.includes(name);
const sections = { data: [...all.data.values()], api };
for (const it of document.querySelectorAll("[data-table]")) {
  it.replaceWith(...sections[it.getAttribute("data-table")].map((type) => typeSection(type, all.words.types, known)));
}
fillExamples(all.readme);

const minutes = /** @type {HTMLTextAreaElement} */ (document.getElementById("minutes"));
const result = document.getElementById("result");
const told = document.getElementById("told");

/** The paths of the tree that the reader opened or closed, and how. @type {Map<string, boolean>} */
const folds = new Map();

/** A value as a tree that folds. @param {string} name @param {unknown} value @param {string} path */
function tree(name, value, path) {
  const key = make("span", { class: "key" }, name);
  if (value === null || typeof value !== "object") return make("div", { class: "leaf" }, key, ": ", make("code", {}, JSON.stringify(value)));
  const entries = Object.entries(value);
  if (!entries.length) return make("div", { class: "leaf" }, key, ": ", make("code", {}, JSON.stringify(value)));
  const size = Array.isArray(value) ? `[${entries.length}]` : `{${entries.length}}`;
  const branch = /** @type {HTMLDetailsElement} */ (make("details", {}, make("summary", {}, key, " ", make("span", { class: "quiet" }, size, " ", gist(value)))));
  // What is inside is made when it is first opened: a document has many thousands of values.
  const fill = () => branch.open && branch.childElementCount === 1 && branch.append(...entries.map(([name, it]) => tree(name, it, `${path}.${name}`)));
  branch.open = folds.get(path) ?? ["", ".meeting", ".speeches"].includes(path);
  fill();
  branch.addEventListener("toggle", () => (folds.set(path, branch.open), fill()));
  return branch;
}

/** What tells one entry of a list from the next. */
const gist = (it) => [it.personName ?? it.label ?? it.name ?? it.heading ?? it.code ?? it.type ?? "", it.text ?? it.message ?? ""].filter((it) => typeof it === "string" && it).join(" ").slice(0, 40);

/** @param {import("../pkg/index.js").ExplainedLine[]} lines */
function linesOf(lines) {
  return make("ol", { class: "lines" }, ...lines.map((line) =>
    make("li", {}, make("span", { lang: "ja", class: "always" }, line.text || "\u00a0"), make("small", {}, line.parts.map((it) => it.message).join(" / ")))));
}

const SHAPES = {
  tree: async (text, lang) => {
    const document = await parse(text, { lang });
    return [document, () => tree("MinutesDocument", document, "")];
  },
  json: async (text, lang) => {
    const document = await parse(text, { lang });
    return [document, () => make("pre", {}, JSON.stringify(document, null, 2))];
  },
  lines: async (text, lang) => {
    const explanation = await explain(text, { lang });
    const lines = explanation.lines();
    explanation.free();
    return [await parse(text, { lang }), () => linesOf(lines)];
  },
};

/** Counts the readings, so that a late one does not stand over a later. */
let reading = 0;

async function show() {
  const mine = ++reading;
  const { lang } = document.documentElement;
  const shape = /** @type {HTMLInputElement} */ (document.querySelector("input[name=shape]:checked")).value;
  try {
    const [{ speeches, people, diagnostics }, draw] = await SHAPES[shape](minutes.value, lang);
    if (mine !== reading) return;
    result.replaceChildren(draw());
    told.textContent = { ja: `発言 ${speeches.length}、人物 ${people.length}、指摘 ${diagnostics.length}`, en: `Speeches ${speeches.length}, people ${people.length}, diagnostics ${diagnostics.length}` }[lang];
  } catch (error) {
    if (mine === reading) told.textContent = error.message;
  }
}

let waiting;
minutes.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(show, 250);
});
document.getElementById("shape").addEventListener("change", show);

document.getElementById("file").addEventListener("change", async ({ target }) => {
  const file = /** @type {HTMLInputElement} */ (target).files[0];
  if (!file) return;
  try {
    minutes.value = (await read(await file.arrayBuffer(), file.type)).meetings[0]?.text ?? "";
    await show();
  } catch (error) {
    told.textContent = error.message;
  }
});

inLanguage(show);
goToPlace();
document.documentElement.dataset.ready = "";
