// The demo: a page like any other that uses the package.
import "../pkg/define.js";
import { inLanguage } from "./page.js";

const viewer = document.querySelector("gijiroku-viewer");
const opened = document.getElementById("opened");

/** What the reader did last, as words in both languages. */
let news = { ja: "", en: "" };

function tell(ja, en) {
  news = { ja, en };
  opened.textContent = news[document.documentElement.lang];
}

function showSample(name) {
  viewer.src = `samples/${name}.txt`;
  tell("", "");
}

function showFile(file) {
  for (const it of document.querySelectorAll("input[name=sample]")) it.checked = false;
  viewer.file = file;
  const how = ({ form, encoding }) => ({ pdf: "PDF", docx: "Word" })[form] ?? encoding;
  viewer.addEventListener("minutes-loaded", ({ detail }) => tell(`「${file.name}」を開きました（${how(detail)}）。`, `“${file.name}” is open (${how(detail)}).`), { once: true });
}

document.getElementById("samples").addEventListener("change", ({ target }) => showSample(target.value));

document.getElementById("file").addEventListener("change", ({ target }) => {
  if (target.files[0]) showFile(target.files[0]);
});

inLanguage((lang) => {
  viewer.lang = lang;
  opened.textContent = news[lang];
});

document.addEventListener("dragover", (event) => {
  event.preventDefault();
  document.documentElement.classList.add("dropping");
});
document.addEventListener("dragleave", ({ relatedTarget }) => {
  if (!relatedTarget) document.documentElement.classList.remove("dropping");
});
document.addEventListener("drop", (event) => {
  event.preventDefault();
  document.documentElement.classList.remove("dropping");
  if (event.dataTransfer.files[0]) showFile(event.dataTransfer.files[0]);
});

// A file that is opened from the desktop, where the page is installed as an app; each comes in a window of its own.
globalThis.launchQueue?.setConsumer(async ({ files: [handle] }) => {
  if (handle) showFile(await handle.getFile());
});
