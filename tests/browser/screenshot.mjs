// `node tests/browser/screenshot.mjs`: makes www/screenshot.png anew, from the demo as it is.
import { fileURLToPath } from "node:url";
import { heard, start } from "./harness.mjs";

const site = await start();
const tab = await site.open("/", { width: 1200, height: 1000 });
for (const it of await tab.$$(">>> [part=person]")) {
  if (/大森|安西/.test(await it.evaluate((it) => it.textContent))) await it.click();
}
await heard(tab, "minutes-filtered", 2);
await tab.evaluate(() => {
  document.activeElement?.blur();
  document.querySelector("gijiroku-viewer").scrollIntoView();
});
await new Promise((done) => setTimeout(done, 500));
await tab.screenshot({ path: fileURLToPath(new URL("../../www/screenshot.png", import.meta.url)), optimizeForSpeed: false });
await site.close();
