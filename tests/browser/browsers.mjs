// Which of the three browsers are here, and what each cannot be asked.
// `node tests/browser/browsers.mjs [KIND ...]` says how to get those that are missing; with `--packages`, what Debian calls them.
import { readdirSync } from "node:fs";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium, runnable } from "./chromium.mjs";

const onPath = (...names) => (process.env.PATH ?? "").split(delimiter).flatMap((it) => names.map((name) => join(it, name))).find(runnable);

/** MiniBrowser lies where the library of its version does. */
function miniBrowser() {
  const folders = ["/usr/lib", "/usr/libexec"].flatMap((root) => list(root).flatMap((it) => [join(root, it), ...list(join(root, it)).filter((name) => name.startsWith("webkit2gtk")).map((name) => join(root, it, name))]));
  return folders.map((it) => join(it, "MiniBrowser")).find(runnable);
}
function list(folder) {
  try {
    return readdirSync(folder, { withFileTypes: true }).filter((it) => it.isDirectory()).map((it) => it.name);
  } catch {
    return [];
  }
}

export const BROWSERS = {
  chromium: { name: "Chromium", find: () => chromium(), packages: "chromium" },
  firefox: { name: "Firefox", find: () => onPath("firefox", "firefox-esr"), packages: "firefox-esr" },
  webkit: {
    name: "WebKit",
    find() {
      const [driver, screen, browser] = [onPath("WebKitWebDriver"), onPath("Xvfb"), miniBrowser()];
      return driver && screen && browser && { driver, browser };
    },
    packages: "webkit2gtk-driver xvfb",
  },
};

/** The browser that this run of the tests is for. */
export const kind = process.env.GIJIROKU_BROWSER || "chromium";

/** What a browser cannot be asked to do, and why. */
const LACKS = {
  chromium: {},
  firefox: {
    print: "Firefox cannot be asked by WebDriver BiDi to show a page as on paper",
  },
  webkit: {
    downloads: "WebDriver cannot tell WebKit where to put a download",
    print: "WebDriver cannot ask WebKit to show a page as on paper",
    "forced colours": "WebKit for GTK has no forced colours",
    "pages under way": "WebDriver gives a page of WebKit back when all of it has come, and not before",
  },
};

/** For the `skip` of a test: false, or the reason why it cannot be run in this browser. */
export const lacks = (what) => LACKS[kind][what] ?? false;

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const words = process.argv.slice(2);
  const named = Object.keys(BROWSERS).filter((it) => words.includes(it));
  const asked = (named.length ? named : Object.keys(BROWSERS)).map((it) => BROWSERS[it]);
  if (words.includes("--packages")) console.log(asked.map((it) => it.packages).join(" "));
  else {
    const missing = asked.filter((it) => !it.find());
    for (const it of missing) console.error(`${it.name} is missing; get it with: sudo apt-get install ${it.packages}`);
    process.exitCode = missing.length ? 1 : 0;
  }
}
