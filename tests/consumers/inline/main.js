// For bundlers that carry no wasm file along: viewer and wasm in one.
import { parse } from "gijiroku-viewer/inline";

const text = document.querySelector("pre").textContent;
const page = new TextEncoder().encode(`<!doctype html><title>会議録</title><main><p>${text.trim().replaceAll("\n", "<br>")}</p></main>`);

const speakers = ({ speeches }) => speeches.map((it) => it.label).join("");
Promise.all([parse(text).then(speakers), parse(page).then(speakers)]).then((answers) => {
  document.querySelector("output").textContent = answers.join("\n");
});
