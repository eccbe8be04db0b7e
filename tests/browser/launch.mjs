// Starts a browser, or takes one that is lent: the runner of the tests starts each once, for all files of tests together.
import { createServer } from "node:http";
import puppeteer from "puppeteer-core";
import { BROWSERS } from "./browsers.mjs";
import * as webkit from "./webkit.mjs";

/** How each is started with a reader's wishes (`prefers-color-scheme: dark`), and how another process takes it and leaves it running. */
const KINDS = {
  chromium: {
    start() {
      const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
      return puppeteer.launch({ executablePath: BROWSERS.chromium.find(), args: ["--disable-gpu", "--disable-background-networking", ...sandbox] });
    },
    take: (place) => puppeteer.connect({ browserWSEndpoint: place }),
    place: (it) => it.wsEndpoint(),
  },
  firefox: {
    start(wishes) {
      const extraPrefsFirefox = {
        "browser.chrome.site_icons": false,
        "layout.css.prefers-color-scheme.content-override": wishes.includes("dark") ? 0 : 1,
        "ui.prefersReducedMotion": wishes.includes("reduced-motion") ? 1 : 0,
        ...(wishes.includes("forced-colors") && { "browser.display.document_color_use": 2 }),
      };
      return puppeteer.launch({ browser: "firefox", executablePath: BROWSERS.firefox.find(), extraPrefsFirefox });
    },
    take: (place) => puppeteer.connect({ browser: "firefox", browserWSEndpoint: place, protocol: "webDriverBiDi" }),
    place: (it) => it.wsEndpoint(),
  },
  webkit: {
    start: (wishes) => webkit.launch({ ...BROWSERS.webkit.find(), dark: wishes.includes("dark"), still: wishes.includes("reduced-motion") }),
    take: (place) => webkit.take(place),
    place: (it) => it.place,
  },
};

/** A browser for pages, and how to be done with it. */
export async function browserFor(kind, wishes) {
  const lender = process.env.GIJIROKU_BROWSERS;
  if (!lender) {
    const browser = await KINDS[kind].start(wishes);
    return { browser, leave: () => browser.close() };
  }
  const response = await fetch(`${lender}/${kind}/${encodeURIComponent(wishes)}`);
  const place = await response.text();
  if (!response.ok) throw new Error(place);
  const browser = await KINDS[kind].take(place);
  return { browser, leave: () => browser.disconnect() };
}

/** Starts what `browserFor` of other processes asks for, once each, and ends it. The processes are to take turns. */
export async function lend() {
  /** @type {Map<string, Promise<{ place: string, end: () => Promise<void> }>>} */
  const lent = new Map();
  const start = async (kind, wishes) => {
    const { start, take, place } = KINDS[kind];
    const browser = await start(wishes);
    const where = place(browser);
    if (kind !== "firefox") return { place: where, end: () => browser.close() };
    // Firefox speaks to one at a time.
    await browser.disconnect();
    return { place: where, end: async () => (await take(where)).close() };
  };
  const server = createServer(async ({ url }, response) => {
    try {
      if (!lent.has(url)) {
        const [, kind, wishes] = url.split("/");
        lent.set(url, start(kind, decodeURIComponent(wishes)));
      }
      response.end((await lent.get(url)).place);
    } catch (error) {
      lent.delete(url);
      response.writeHead(500).end(String(error));
    }
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  process.env.GIJIROKU_BROWSERS = `http://127.0.0.1:${server.address().port}`;
  const end = async () => {
    const all = await Promise.allSettled(lent.values());
    lent.clear();
    await Promise.allSettled(all.map((it) => it.value?.end()));
  };
  return { end, close: () => new Promise((done) => (server.close(done), server.closeAllConnections())) };
}
