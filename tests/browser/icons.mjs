// `node tests/browser/icons.mjs`: draws the icons of the installed app, www/icons/, from www/icon.svg.
import { mkdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { start } from "./harness.mjs";

const folder = fileURLToPath(new URL("../../www/icons/", import.meta.url));
const svg = await readFile(new URL("../../www/icon.svg", import.meta.url), "utf8");
const ground = /<rect[^>]*rx="6" fill="(#\w+)"/.exec(svg)[1];

await mkdir(folder, { recursive: true });
const site = await start();
const tab = await site.browser.newPage();
for (const size of [192, 512]) {
  // A maskable icon is cut to any shape: its ground fills the square, and what it shows stays within the inner four fifths.
  for (const [name, style, share] of [["", "", 1], ["maskable-", `background: ${ground}`, 0.88]]) {
    await tab.setViewport({ width: size, height: size });
    await tab.setContent(`<body style="margin: 0; height: 100vh; display: grid; place-items: center; ${style}">${svg.replace("<svg", `<svg width="${size * share}"`)}</body>`);
    await tab.screenshot({ path: `${folder}${name}${size}.png`, omitBackground: true, optimizeForSpeed: false });
  }
}
await site.close();
