// The page for developers: the reference of the element, and a viewer that does what it says.
import "../pkg/define.js";
import { MinutesError, sentence } from "../pkg/failure.js";
import { inLanguage } from "./page.js";
import { elementTables, failureTable, fillExamples, goToPlace, policyTable, reference } from "./reference.js";

const all = await reference();
const tables = { ...elementTables(all), policies: policyTable(all.policies), failures: failureTable(all.api, (reason, lang) => sentence(new MinutesError(/** @type {any} */ (reason)), lang)) };
for (const it of document.querySelectorAll("[data-table]")) it.replaceWith(tables[it.getAttribute("data-table")]);
fillExamples(all.readme);

const viewer = /** @type {any} */ (document.getElementById("viewer"));
const form = /** @type {HTMLFormElement} */ (document.getElementById("attributes-form"));
const line = document.getElementById("attributes-line");

/** Sets what was chosen as attributes, and prints them. */
function setAttributes() {
  let written = "";
  for (const [name, value] of new FormData(form)) {
    if (value) viewer.setAttribute(name, value);
    else if (name === "lang") viewer.lang = document.documentElement.lang;
    else if (name === "theme") viewer.theme = document.documentElement.dataset.theme ?? "auto";
    else viewer.removeAttribute(name);
    if (value) written += ` ${name}="${value}"`;
  }
  line.textContent = `<gijiroku-viewer src="minutes.txt"${written}></gijiroku-viewer>`;
}
form.addEventListener("input", setAttributes);
form.addEventListener("submit", (event) => event.preventDefault());

/** The events of the last moments, newest first. @type {string[]} */
const log = [];
for (const { name } of all.element.events) {
  viewer.addEventListener(name, (event) => {
    log.unshift(`${name} ${JSON.stringify(event.detail)}`);
    log.length = Math.min(log.length, 8);
    document.getElementById("events-log").textContent = log.join("\n");
  });
}

const css = /** @type {HTMLTextAreaElement} */ (document.getElementById("style-css"));
const sheet = new CSSStyleSheet();
document.adoptedStyleSheets.push(sheet);

/** Puts the reader's rules on the viewer; a rule for anything else of the page is left out. */
function setStyle() {
  sheet.replaceSync(css.value);
  for (let at = sheet.cssRules.length - 1; at >= 0; at--) {
    const rule = sheet.cssRules[at];
    if (rule instanceof CSSStyleRule && /^gijiroku-viewer\b[^,]*$/.test(rule.selectorText)) rule.selectorText = rule.selectorText.replace("gijiroku-viewer", "#viewer");
    else sheet.deleteRule(at);
  }
}
css.addEventListener("input", setStyle);
setStyle();

inLanguage(setAttributes);
// The colours of the page are those of the viewer too, unless the form says otherwise.
document.getElementById("themes").addEventListener("change", setAttributes);
goToPlace();
document.documentElement.dataset.ready = "";
