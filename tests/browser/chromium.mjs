// Where Chromium is: CHROME_PATH, or where systems put it. Run by itself, it prints that, or how to get one.
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";

const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
const PLACES = ["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium"];

export function chromium() {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const candidates = [process.env.CHROME_PATH, ...folders.flatMap((it) => NAMES.map((name) => join(it, name))), ...PLACES];
  return candidates.find((it) => it && runnable(it));
}

export function runnable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const found = chromium();
  if (!found) {
    console.error("Chromium is missing; get it with: sudo apt-get install chromium (or name one that you have in CHROME_PATH)");
    process.exit(1);
  }
  console.log(found);
}
