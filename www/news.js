// The page for whoever quotes: what is picked in one viewer is the card of the other, and the lines that make it.
import "../pkg/define.js";
import { inLanguage } from "./page.js";

const viewer = /** @type {any} */ (document.getElementById("viewer"));
const card = /** @type {any} */ (document.getElementById("card"));

/** @param {string} value */
const inside = (value) => value.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");

function make() {
  document.getElementById("lines").textContent = `<script type="module" src="/gijiroku-viewer/define.js"></script>
<gijiroku-viewer src="/minutes/5.txt" show="${inside(card.show)}" href="/minutes/5">
  <a href="/minutes/5">会議録</a>
</gijiroku-viewer>`;
}

viewer.addEventListener("minutes-moved", ({ detail }) => {
  const asked = new URLSearchParams(detail.link);
  const at = asked.get("at");
  if (!at) return;
  // A passage is named by its words; a speech by its address alone.
  const words = ["text", "to"].filter((it) => asked.has(it)).map((it) => `&${it}=${encodeURIComponent(asked.get(it))}`);
  card.show = words.length ? `at=${at}${words.join("")}` : at;
  make();
});
inLanguage((lang) => {
  viewer.lang = card.lang = lang;
});
make();
