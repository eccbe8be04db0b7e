// The page for an iframe: minutes of its own site and of origins that it lists, never a stranger's; as high as they are; links that lead in.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { assertAccessible, assertQuiet, file, page, sample, start } from "./harness.mjs";

const framed = (address, more = "") => `<iframe title="議事録" width="100%" height="300" src="${address}" ${more}></iframe>`;
const host = (site, body) => page(`${body}<script type="module" src="${site}/pkg/frame-host.js"></script>`, { csp: "", head: `<link rel="icon" href="data:,">` });
let site;
let stranger;
let text;

before(async () => {
  text = await sample("bousai-gijigaiyo");
  const template = await readFile(new URL("../../pkg/frame.html", import.meta.url), "utf8");
  const html = (body) => ({ headers: { "content-type": "text/html; charset=utf-8" }, body });
  const pages = { "/minutes.txt": file(text), "/own.txt": file("○議長（高梨修君）　私どもの議事録です。\n") };
  // A stranger's server lets everybody read its file.
  stranger = await start({
    "/forged.txt": { headers: { "content-type": "text/plain", "access-control-allow-origin": "*" }, body: "○市長（高梨修君）　にせの議事録です。\n" },
    "/embeds": () => host(site.origin, framed(`${site.origin}/pkg/frame.html?src=/minutes.txt`)),
    "/lies": html(`<!doctype html><title>lies</title><script>parent.postMessage({ type: "gijiroku-frame", height: 5, link: "minutes:q=forged" }, "*")</script>`),
    "/sneaks": () => host(site.origin, framed(`${site.origin}/pkg/frame.html?src=/minutes.txt`) + `<script>
      addEventListener("message", () => frames[0].postMessage({ type: "gijiroku-page", href: "https://elsewhere.example/" }, "*"));
    </script>`),
  });
  Object.assign(pages, {
    "/goes-away": { status: 302, headers: { location: `${stranger.origin}/forged.txt` }, body: "" },
    "/pkg/listed.html": html(template.replace("connect-src 'self';", `connect-src 'self' ${stranger.origin};`)),
    "/news": () => host("", framed("/pkg/frame.html?src=/minutes.txt")),
    "/whole": () => host("", framed("/pkg/frame.html?src=/minutes.txt", `data-height="whole"`)),
    "/card": () => host("", framed("/pkg/frame.html?src=/minutes.txt&show=s3")),
    "/two": () => host("", framed("/pkg/frame.html?src=/minutes.txt") + framed("/pkg/frame.html?src=/own.txt", `data-address="own"`)),
    "/tricked": () => host("", framed("/pkg/frame.html?src=/minutes.txt")),
  });
  site = await start(pages);
});
after(async () => {
  await site.close();
  await stranger.close();
});

/** The inside of the page's n-th iframe, once it shows what a selector finds. */
async function inner(tab, selector, n = 0) {
  const handle = (await tab.$$("iframe"))[n];
  const frame = await handle.contentFrame();
  await frame.waitForFunction((selector) => document.querySelector("gijiroku-viewer")?.shadowRoot.querySelector(selector), { timeout: 15_000 }, selector);
  return frame;
}
const height = (tab) => tab.$eval("iframe", (it) => it.clientHeight);
const said = async (path) => {
  const tab = await site.open(path, { ready: null });
  await tab.waitForFunction(() => document.body?.innerText.trim() || document.querySelector("gijiroku-viewer")?.shadowRoot.querySelector("[part=frame]").innerText.trim(), { timeout: 15_000 });
  await tab.waitForFunction(() => !document.querySelector("gijiroku-viewer")?.shadowRoot.querySelector("[aria-busy]"));
  const words = await tab.evaluate(() => document.body.innerText + (document.querySelector("gijiroku-viewer")?.shadowRoot.querySelector("[part=frame]").innerText ?? ""));
  await tab.close();
  return words;
};

test("the page shows minutes of its own site, under the strict policy, and is named after them", async () => {
  const tab = await site.open("/pkg/frame.html?src=/minutes.txt");
  assert.match(await tab.title(), /第5回会合/);
  await assertAccessible(tab, "the page of an iframe");
  await assertQuiet(tab);
  await tab.close();
});

test("whatever a stranger passes is neither shown nor fetched", async () => {
  const refused = /この場所にある議事録は、ここには表示できません。/;
  for (const src of [`${stranger.origin}/forged.txt`, "data:text/plain,%E2%97%8B", "javascript:1", "//elsewhere.example/a.txt", "https://elsewhere.example/a.txt"]) {
    const words = await said(`/pkg/frame.html?src=${encodeURIComponent(src)}`);
    assert.match(words, refused, src);
  }
  assert.match(await said(`/pkg/frame.html?src=/minutes.txt&people=${stranger.origin}/people.json`), refused);
  assert.match(await said(`/pkg/frame.html?src=/minutes.txt&corrections=${stranger.origin}/seigo.json`), refused);
  assert.match(await said(`/pkg/frame.html?text=${encodeURIComponent("○市長　にせの議事録です。")}`), /表示する議事録が指定されていません/);
  assert.deepEqual(stranger.requests.filter((it) => /forged|people|seigo/.test(it)), []);
});

test("an address of its own that leads to a stranger is stopped by the page's policy", async () => {
  const words = await said("/pkg/frame.html?src=/goes-away");
  assert.match(words, /議事録を表示できません/);
  assert.ok(!words.includes("にせの議事録"), words);
});

test("an origin that the site lists is shown", async () => {
  assert.match(await said(`/pkg/listed.html?src=${encodeURIComponent(`${stranger.origin}/forged.txt`)}`), /にせの議事録/);
});

test("a card makes the iframe as high as itself, and minutes at most as high as the window", async () => {
  const tab = await site.open("/card", { ready: null });
  const frame = await inner(tab, "[part=card]");
  const content = () => frame.evaluate(() => Math.ceil(document.body.getBoundingClientRect().height));
  await tab.waitForFunction((high) => document.querySelector("iframe").clientHeight === high, { timeout: 15_000 }, await content());
  await tab.setViewport({ width: 390, height: 700 });
  await new Promise((done) => setTimeout(done, 500));
  assert.equal(await height(tab), await content(), "it follows its width");
  await tab.close();
  const minutes = await site.open("/news", { ready: null });
  await inner(minutes, "[part=speech]");
  await minutes.waitForFunction(() => document.querySelector("iframe").clientHeight === Math.round(innerHeight * 0.9), { timeout: 15_000 });
  await minutes.close();
  const whole = await site.open("/whole", { ready: null });
  await inner(whole, "[part=speech]");
  await whole.waitForFunction(() => document.querySelector("iframe").clientHeight > innerHeight, { timeout: 15_000 });
  await assertQuiet(whole);
  await whole.close();
});

test("a link of the page around leads into the iframe, and what is done inside stands in its address", async () => {
  const tab = await site.open("/two#own:q=私ども;minutes:q=防災", { ready: null });
  const frame = await inner(tab, "#search");
  await frame.waitForFunction(() => document.querySelector("gijiroku-viewer").shadowRoot.querySelector("#search").value === "防災", { timeout: 15_000 });
  const other = await inner(tab, "#search", 1);
  await other.waitForFunction(() => document.querySelector("gijiroku-viewer").shadowRoot.querySelector("#search").value === "私ども", { timeout: 15_000 });
  await frame.evaluate(() => document.querySelector("gijiroku-viewer").shadowRoot.querySelector("[part=select]").click());
  await tab.waitForFunction(() => /minutes:at=s1-/.test(location.hash), { timeout: 15_000 });
  assert.match(decodeURIComponent(await tab.evaluate(() => location.hash)), /own:q=私ども/);
  const link = await frame.evaluate(() => document.querySelector("gijiroku-viewer").href);
  assert.equal(link, `${site.origin}/two`, "links lead to the page around");
  await tab.close();
});

test("another site may show it, and messages of others are let be", async () => {
  const tab = await stranger.open("/embeds", { ready: null });
  await inner(tab, "[part=speech]");
  await tab.close();
  const tricked = await site.open("/tricked", { ready: null });
  await inner(tricked, "[part=speech]");
  await tricked.waitForFunction(() => document.querySelector("iframe").clientHeight > 300, { timeout: 15_000 });
  const before = await height(tricked);
  // The iframe is led away to a stranger's page, which then speaks as if it were still the one that was chosen.
  await tricked.evaluate((address) => (frames[0].location = address), `${stranger.origin}/lies`);
  await new Promise((done) => setTimeout(done, 500));
  assert.equal(await height(tricked), before);
  assert.equal(await tricked.evaluate(() => location.hash), "");
  await tricked.close();
  const sneaks = await stranger.open("/sneaks", { ready: null });
  const frame = await inner(sneaks, "[part=speech]");
  await new Promise((done) => setTimeout(done, 500));
  assert.notEqual(await frame.evaluate(() => document.querySelector("gijiroku-viewer").href), "https://elsewhere.example/");
  await sneaks.close();
});
