// Policies of sites, as www/policies.json has them: under each the viewer works, or says which word is missing, or what stands
// inside the element is shown, since no script is let in that could say anything.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { serve } from "../../www/serve.mjs";
import { assertQuiet, kind, page, start, words } from "./harness.mjs";

const POLICIES = JSON.parse(await readFile(new URL("../../www/policies.json", import.meta.url), "utf8"));
const SHORT = "○議長（高梨修君）　これより会議を開きます。\n";
const OTHER = "https://other.example";
const NONCE = /'nonce-([^']+)'/;

let site;
let elsewhere;
let hash;
/** What stands for another site and for a hash in the table is put in. */
const real = (it) => it.replaceAll(OTHER, elsewhere.origin).replaceAll("sha256-…", hash);

function pageUnder({ headers, tag, elsewhere: away }, lang) {
  const src = away ? `${elsewhere.origin}/short.txt` : "/short.txt";
  const made = page(`<gijiroku-viewer src="${src}"><a href="/short.txt">会議録のテキスト</a></gijiroku-viewer>`, { csp: "", lang });
  const nonce = NONCE.exec(headers["content-security-policy"] ?? "")?.[1];
  const on = { nonce: ` nonce="${nonce}"`, integrity: ` integrity="${hash}"` }[tag] ?? "";
  const given = Object.entries(headers).map(([name, value]) => [name, real(value)]);
  return { headers: { ...made.headers, ...Object.fromEntries(given) }, body: made.body.replace(`<script type="module"`, `<script type="module"${on}`) };
}

before(async () => {
  hash = `sha256-${createHash("sha256").update(await readFile(new URL("../../pkg/define.js", import.meta.url))).digest("base64")}`;
  const text = { headers: { "content-type": "text/plain", "access-control-allow-origin": "*", "cross-origin-resource-policy": "cross-origin" }, body: SHORT };
  elsewhere = await serve({ page: (url) => (url.pathname === "/short.txt" ? text : undefined) });
  const pages = { "/short.txt": text };
  POLICIES.forEach((it, idx) => ["ja", "en"].forEach((lang) => (pages[`/${idx}-${lang}`] = pageUnder(it, lang))));
  site = await start(pages);
});
after(async () => {
  await site.close();
  await elsewhere.close();
});

/** What of the element is shown, once it has made up its mind. */
const state = () => {
  const it = document.querySelector("gijiroku-viewer");
  if (document.readyState !== "complete") return "";
  const parts = ["viewer", "failure"].filter((name) => it.shadowRoot?.querySelector(`[part=${name}]`)?.checkVisibility());
  return parts[0] ?? (it.shadowRoot ? "" : "inside");
};

POLICIES.forEach(({ means: [, english], shows, missing = [], headers }, idx) => {
  // The test's own script, by which WebKit is spoken to, and `sandbox`, under which nothing can be asked of a page.
  const skip = kind !== "chromium" && /sandbox(?!.*allow-same-origin)/.test(headers["content-security-policy"] ?? "") ? "a page apart cannot be asked by this driver" : false;
  test(`${shows}: ${english}`, { skip }, async () => {
    for (const lang of missing.length && shows === "failure" ? ["ja", "en"] : ["ja"]) {
      const tab = await site.open(`/${idx}-${lang}`, { ready: null });
      await waitUntil(async () => (await tab.evaluate(state)) === shows, async () => `it shows ${await tab.evaluate(state)}: ${await words(tab).catch(() => "")}\n${tab.troubles}`);
      if (shows === "inside") await stays(tab);
      else assert.match(await words(tab), shows === "viewer" ? /これより会議を開きます。/ : lang === "ja" ? /（CSP）/ : /\(CSP\)/);
      if (shows === "failure") {
        const told = await tab.$eval("gijiroku-viewer", (it) => it.shadowRoot.querySelector("[part=message]").textContent);
        for (const it of missing) assert.ok(told.includes(real(it)), `${real(it)}: ${told}`);
        for (const other of ["'wasm-unsafe-eval'", "connect-src", "'self'"]) assert.equal(told.includes(other), missing.includes(other), `${other}: ${told}`);
      }
      if (shows === "viewer" && !headers["content-security-policy-report-only"] && kind !== "webkit") await assertQuietBesides(tab);
      await tab.close();
    }
  });
});

/** No script came; a moment later the link inside is still there to be used. */
async function stays(tab) {
  await new Promise((done) => setTimeout(done, 300));
  assert.equal(await tab.evaluate(state), "inside");
  assert.equal(await tab.$eval("gijiroku-viewer > a", (it) => it.getBoundingClientRect().width > 50), true);
}

/** Browsers warn of a page's own settings; nothing else is said. */
async function assertQuietBesides(tab) {
  tab.troubles = tab.troubles.filter((it) => !/sandbox|Permissions-Policy|frame-ancestors|strict-dynamic|Content-Security-Policy:|Feature Policy/i.test(it));
  await assertQuiet(tab);
}

async function waitUntil(done, why) {
  for (const until = Date.now() + 10_000; Date.now() < until; await new Promise((next) => setTimeout(next, 50))) if (await done()) return;
  assert.fail(await why());
}
