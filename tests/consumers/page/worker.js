import { parse } from "gijiroku-viewer/parse";

addEventListener("message", async ({ data }) => {
  const { speeches } = await parse(data);
  postMessage(speeches.map((it) => it.label).join(""));
});
