// Nothing let in: what a document, a file beside it, an attribute or an address says is text, and never runs, loads or styles anything.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { assertQuiet, file, heard, kind, page, start, words } from "./harness.mjs";

/** Ways by which text has become code elsewhere. */
const PAYLOADS = [
  `<script>window.run=1</script>`,
  `<img src=x onerror=window.run=1>`,
  `"><svg onload=window.run=1>`,
  `'"--></style></script><script>window.run=1</script>`,
  `<iframe srcdoc="<script>parent.run=1</script>"></iframe>`,
  `<a href="javascript:window.run=1">x</a>`,
  `javascript:window.run=1`,
  `data:text/html,<script>window.run=1</script>`,
  `</textarea><script>window.run=1</script>`,
  `<style>*{display:none}</style>`,
  `<math><mtext><table><mglyph><style><img src=x onerror=window.run=1>`,
  `{{constructor.constructor('window.run=1')()}}`,
  `\${window.run=1}`,
  `<template shadowrootmode=open><script>window.run=1</script></template>`,
  `url(https://stranger.example/x)`,
  `<base href=//stranger.example/><link rel=stylesheet href=//stranger.example/x>`,
  `<meta http-equiv=refresh content=0;url=//stranger.example>`,
];

/** Minutes in which one text stands in every field that there is. */
const minutes = (it) => `みなと市${it}審議会 第３回会議 議事録
日時：令和7年3月6日（木）10時～11時 ${it}
場所：${it}
出席者：
会長　高梨 修${it}
委員　岸本 汐里（${it}）
欠席者：${it}
議題
(1) ${it}について
【議事】
1 ${it}
（${it}）
○高梨会長　これより${it}を議題とします。
○岸本委員　${it}
○高梨会長　${it}について伺います。
○高梨会長（${it}）　これより${it}を議題とします。
・${it}
○${it}委員　${it}
御異議なしと認め、${it}は原案のとおり決定しました。
以上 ${it}
`;

let site;
let text = "";
let people = "[]";
let corrections = "[]";

before(async () => {
  const element = `<gijiroku-viewer id="v" src="/minutes.txt" people="/people.json" corrections="/seigo.json"></gijiroku-viewer>`;
  site = await start({
    "/minutes.txt": () => file(text),
    "/people.json": () => file(people, "application/json"),
    "/seigo.json": () => file(corrections, "application/json"),
    "/strict": page(element),
    "/loose": page(element, { csp: "" }),
    "/attributes": page(`<gijiroku-viewer id="v"></gijiroku-viewer>`, { csp: "" }),
    "/short.txt": file("○議長（高梨修君）　一つ目です。\n"),
  });
});
after(() => site.close());

/** What of a shadow tree could run, load or lead away. */
const dangers = (tab) =>
  tab.$eval("gijiroku-viewer", (it) => {
    const all = [...it.shadowRoot.querySelectorAll("*")];
    const named = all.filter((it) => /^(script|style|img|image|iframe|object|embed|link|meta|base|template|form|math|foreignobject|use|animate|set)$/i.test(it.localName) && !(it.localName === "form" && it.closest(".desk")));
    const handlers = all.filter((it) => [...it.attributes].some(({ name, value }) => /^(on|style$|srcdoc$)/i.test(name) || (/^(href|src|action|formaction|xlink:href)$/i.test(name) && !/^(https?:|file:|#)/.test(value))));
    return [...named, ...handlers].map((it) => it.outerHTML.slice(0, 100));
  });
const ran = (tab) => tab.evaluate(() => window.run ?? null);


for (const policy of ["strict", "loose"]) {
  test(`text in any field is text, under a ${policy} policy`, async () => {
    // Without a policy nothing but our own code stands in the way; half of them tell as much, in half the time. Chromium has each
    // in every field there is; in the others all stand in one page, each in every field but the title.
    const one = policy === "strict" ? PAYLOADS : PAYLOADS.slice(0, 8);
    for (const payloads of kind === "chromium" ? one.map((it) => [it]) : [PAYLOADS]) {
      const payload = payloads.join(" ");
      text = payloads.map(minutes).join("");
      people = JSON.stringify(payloads.map((it) => ({ name: it, roles: ["会長", it], reading: it, group: it, position: it })));
      corrections = JSON.stringify(
        payloads.flatMap((it) => [
          { printed: it, correct: it, line: 3, reason: it, date: it, by: it },
          { printed: "御異議なし", correct: it, at: it, reason: it },
        ]),
      );
      const tab = await site.open(`/${policy}#minutes:q=${encodeURIComponent(payload)};minutes:at=${encodeURIComponent(payload)}`);
      // Everything that can be opened is opened.
      await tab.$eval("gijiroku-viewer", (it) => {
        for (const part of ["[aria-controls=roster]", "#diagnostics", "[aria-controls=pictures]", "[part=select]", "[part=tag]"]) it.shadowRoot.querySelector(part)?.click();
      });
      await tab.waitForFunction(() => document.querySelector("gijiroku-viewer").shadowRoot.querySelector("[part=actions]"), { timeout: 15_000 });
      assert.deepEqual(await dangers(tab), [], payload);
      await tab.$eval("gijiroku-viewer", (it) => it.shadowRoot.querySelector("[part=desk-button]").click());
      await tab.waitForFunction(() => document.querySelector("gijiroku-viewer").shadowRoot.querySelector("#line-1"), { timeout: 15_000 });
      assert.deepEqual(await dangers(tab), [], `${payload}, the source`);
      assert.equal(await ran(tab), null, payload);
      assert.equal(await tab.$eval("gijiroku-viewer", (it) => it.text), text);
      assert.deepEqual(site.requests.filter((it) => it.includes("stranger")), []);
      await assertQuiet(tab);
      await tab.close();
    }
  });
}

test("attributes are no way in either: no address that runs becomes a link", async () => {
  const tab = await site.open("/attributes", { ready: null });
  for (const [number, payload] of [...PAYLOADS, "javascript://example.jp/%0Awindow.run=1", "vbscript:x", "file:///etc/passwd", "//stranger.example/x", "\u0001javascript:window.run=1", "java\nscript:window.run=1"].entries()) {
    await tab.$eval("gijiroku-viewer", (it, payload, number) => {
      for (const name of ["lang", "theme", "heading-level", "address", "writing", "source", "save", "text", "href"]) it.setAttribute(name, payload);
      it.setAttribute("text", `○議長（高梨修君）　${number}番。${payload}です。`);
      it.setAttribute("show", "s1");
    }, payload, number);
    await tab.waitForFunction((words) => document.querySelector("gijiroku-viewer").shadowRoot.querySelector("[part=card]")?.textContent.includes(words), { timeout: 15_000 }, `${number}番。`);
    const links = await tab.$eval("gijiroku-viewer", (it) => [...it.shadowRoot.querySelectorAll("a")].map((it) => it.protocol));
    assert.ok(links.every((it) => /^(https?|file):$/.test(it)), `${payload}: ${links}`);
    assert.deepEqual((await dangers(tab)).filter((it) => !/href="(file|http)/.test(it)), [], payload);
    assert.equal(await ran(tab), null, payload);
  }
  await tab.close();
});

test("letters that turn others round are told where they stand, and turn nothing else", async () => {
  text = "○議長（高梨修君）　賛成\u202e対反です。\n○市長（岸本汐里君）　次の発言です。\n";
  [people, corrections] = ["[]", "[]"];
  const tab = await site.open("/strict");
  // Firefox leaves the letter out of `innerText`; it stands in the page all the same.
  assert.match(await tab.$eval("gijiroku-viewer", (it) => it.shadowRoot.textContent), /賛成\u202e対反です。/);
  assert.match(await words(tab), /賛成\u202e?対反です。\s*文字の並ぶ向きを変える、見えない文字があります（U\+202E）/);
  assert.equal(await tab.$eval("gijiroku-viewer", (it) => it.text), text);
  await tab.close();
});

test("nothing is asked for but what the page names, and nothing is kept", async () => {
  text = minutes("防災");
  const tab = await site.open("/loose");
  await tab.$eval("gijiroku-viewer", (it) => it.shadowRoot.querySelector("[part=desk-button]").click());
  await tab.waitForFunction(() => document.querySelector("gijiroku-viewer").shadowRoot.querySelector("#line-1"), { timeout: 15_000 });
  await tab.$eval("gijiroku-viewer", async (it) => void (await it.document));
  await heard(tab, "minutes-loaded");
  const others = tab.requested.filter((it) => !/^(\/pkg\/|\/loose$|\/minutes\.txt$|\/people\.json$|\/seigo\.json$|\/favicon\.ico$|blob:|data:)/.test(it));
  assert.deepEqual(others, []);
  const kept = await tab.evaluate(async () => [localStorage.length, sessionStorage.length, document.cookie, (await indexedDB.databases?.())?.length ?? 0, (await caches?.keys())?.length ?? 0]);
  assert.deepEqual(kept, [0, 0, "", 0, 0]);
  await tab.close();
});
