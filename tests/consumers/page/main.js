// The viewer, the minutes as data, and the same from a worker, as the documentation says it.
import "gijiroku-viewer/define";
import { parse } from "gijiroku-viewer/parse";

const text = document.querySelector("pre").textContent;
// A page is another form of minutes, whose code is fetched when it is needed.
const page = new TextEncoder().encode(`<!doctype html><title>会議録</title><main><p>${text.trim().replaceAll("\n", "<br>")}</p></main>`);
const worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
const answer = new Promise((done) => worker.addEventListener("message", ({ data }) => done(data)));
worker.postMessage(text);

const speakers = ({ speeches }) => speeches.map((it) => it.label).join("");
Promise.all([parse(text).then(speakers), parse(page).then(speakers), answer]).then((answers) => {
  document.querySelector("output").textContent = answers.join("\n");
});
