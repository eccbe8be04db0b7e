// A short look in Firefox, where it is: the viewer is shown, filters, and says what fails.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { after, before, describe, test } from "node:test";
import puppeteer from "puppeteer-core";
import { serve } from "../../www/serve.mjs";
import { STRICT, page } from "./harness.mjs";

const firefox = ["firefox", "firefox-esr"].find((it) => {
  try {
    return execFileSync(it, ["--version"], { stdio: "pipe" });
  } catch {
    return false;
  }
});

describe("Firefox", { skip: !firefox && "Firefox is not here" }, () => {
  let site;
  let browser;
  before(async () => {
    const pages = {
      "/good": page(`<gijiroku-viewer src="/samples/bousai-gijigaiyo.txt"></gijiroku-viewer>`),
      "/blocked": page(`<gijiroku-viewer src="/samples/bousai-gijigaiyo.txt"></gijiroku-viewer>`, { csp: STRICT.replace(" 'wasm-unsafe-eval'", "") }),
    };
    site = await serve({ page: (url) => pages[url.pathname] });
    const executablePath = execFileSync("sh", ["-c", `command -v ${firefox}`], { encoding: "utf8" }).trim();
    browser = await puppeteer.launch({ browser: "firefox", executablePath });
  });
  after(async () => {
    await browser?.close();
    await site?.close();
  });

  /** Opens a page, and waits until a part of the element is shown. */
  async function open(path, part) {
    const tab = await browser.newPage();
    await tab.goto(site.origin + path);
    await tab.waitForFunction((part) => document.querySelector("gijiroku-viewer").shadowRoot.querySelector(`[part=${part}]`)?.checkVisibility(), { timeout: 15_000 }, part);
    return tab;
  }

  test("shows the minutes, and filters them by a press", async () => {
    const tab = await open("/good", "speech");
    const shown = await tab.evaluate(async () => {
      const root = document.querySelector("gijiroku-viewer").shadowRoot;
      const person = [...root.querySelectorAll("[part=person]")].find((it) => it.textContent.includes("大森 千景"));
      const told = new Promise((done) => addEventListener("minutes-filtered", done, { once: true }));
      person.click();
      return (await told).detail.shown;
    });
    assert.equal(shown, 3);
  });

  test("names a policy that stops it, and shows the text", async () => {
    const tab = await open("/blocked", "failure");
    const words = await tab.$eval("gijiroku-viewer", (it) => it.shadowRoot.textContent);
    assert.match(words, /'wasm-unsafe-eval'/);
    assert.match(words, /本日はお忙しい中/);
  });
});
