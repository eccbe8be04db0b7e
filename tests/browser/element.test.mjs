// The element as a page uses it: attributes, properties, events, several on a page, moved and removed.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { assertQuiet, file, heard, page, sample, shown, start, words } from "./harness.mjs";

const SHORT = "○議長（高梨修君）　これより会議を開きます。\n";
const OTHER = "○会長（丹羽敬吾君）　閉会いたします。\n";
const [PKG, WWW] = ["pkg", "www"].map((it) => fileURLToPath(new URL(`../../${it}/`, import.meta.url)));
let site;

before(async () => {
  const long = await sample("shigikai-kaigiroku");
  site = await start({
    "/short.txt": file(SHORT),
    "/slow.txt": { ...file(OTHER), wait: 400 },
    "/sjis.txt": file(Uint8Array.from([0x81, 0x9b, 0x8b, 0x63, 0x92, 0xb7, 0x81, 0x40, 0x8a, 0x4a, 0x89, 0xef, 0x82, 0xb5, 0x82, 0xdc, 0x82, 0xb7, 0x81, 0x42])),
    "/people.json": file(JSON.stringify([{ name: "岸本 汐里", roles: ["本部長"] }]), "application/json"),
    "/src": page(`<gijiroku-viewer src="/short.txt"></gijiroku-viewer>`),
    "/sjis": page(`<gijiroku-viewer src="/sjis.txt"></gijiroku-viewer>`),
    "/two": page(`<gijiroku-viewer id="a" src="/short.txt"></gijiroku-viewer><gijiroku-viewer id="b" src="/samples/shigikai-kaigiroku.txt"></gijiroku-viewer><div id="elsewhere"></div>`),
    "/script": page(`<gijiroku-viewer><script type="text/plain">\n${SHORT}</script></gijiroku-viewer>`, { csp: null }),
    "/pre": page(`<gijiroku-viewer><pre>\n${long}</pre></gijiroku-viewer>`),
    "/bare": page(`<gijiroku-viewer>${SHORT}</gijiroku-viewer>`),
    "/nothing": page(`<gijiroku-viewer></gijiroku-viewer>`),
    "/words": page(`<gijiroku-viewer><p>会議録は<a href="/short.txt">こちら</a>です。</p></gijiroku-viewer>`),
    "/link": page(`<gijiroku-viewer>\n<p><a href="/short.txt">会議録</a></p>\n</gijiroku-viewer>`),
    "/dead": page(`<gijiroku-viewer><a href="/none.txt">会議録</a></gijiroku-viewer>`),
    "/english": page(`<gijiroku-viewer></gijiroku-viewer>`, { lang: "en" }),
    "/people": page(`<gijiroku-viewer src="/samples/bousai-gijigaiyo.txt" people="/people.json"></gijiroku-viewer>`),
    "/no-people": page(`<gijiroku-viewer src="/short.txt" people="/none.json"></gijiroku-viewer>`),
    "/versions": page(`<gijiroku-viewer src="/samples/bousai-gijigaiyo.txt"></gijiroku-viewer><gijiroku-other src="/samples/bousai-gijigaiyo.txt"></gijiroku-other><script type="module" src="/other.js"></script>`),
    "/other.js": file(`import { GijirokuViewerElement } from "/other/define.js"; customElements.define("gijiroku-other", class extends GijirokuViewerElement { static version = "other"; });`, "text/javascript"),
    "/none": page(`<div id="elsewhere"></div>`),
  }, { folders: { "/other/": PKG, "/pkg/": PKG, "/": WWW } });
});
after(() => site.close());

const viewer = (tab, work, ...more) => tab.$eval("gijiroku-viewer", work, ...more);

test("src is fetched and shown, and nothing else is asked for", async () => {
  const tab = await site.open("/src");
  assert.match(await words(tab), /これより会議を開きます。/);
  assert.equal(await shown(tab, "viewer"), true);
  const ours = new Set(["/src", "/short.txt", "/favicon.ico"]);
  assert.deepEqual(tab.requested.filter((it) => !it.startsWith("/pkg/") && !ours.has(it)), []);
  assert.equal(tab.requested.filter((it) => it === "/short.txt").length, 1);
  await assertQuiet(tab);
  await tab.close();
});

test("minutes-loaded tells the encoding, bubbles, and finds the document ready", async () => {
  const tab = await site.open("/sjis", {
    before: (it) => it.evaluateOnNewDocument(() => document.addEventListener("minutes-loaded", ({ target }) => (window.format = target.document.then((it) => it?.format)))),
  });
  const { encoding, replaced, speeches } = await heard(tab, "minutes-loaded");
  assert.deepEqual({ encoding, replaced, speeches }, { encoding: "shift_jis", replaced: 0, speeches: 1 });
  assert.equal(await tab.evaluate(() => window.format), "gijiroku");
  assert.equal(await viewer(tab, (it) => it.text), "○議長　開会します。");
  await tab.close();
});

for (const form of ["script", "pre", "bare"]) {
  test(`minutes inside the element are read: ${form}`, async () => {
    const tab = await site.open(`/${form}`);
    assert.equal(await shown(tab, "viewer"), true);
    const text = await viewer(tab, (it) => it.text);
    assert.ok(text.includes(form === "pre" ? "令和７年第１回みなと市議会定例会会議録" : SHORT.trim()), text.slice(0, 80));
    assert.ok(!text.startsWith("\n"));
    await assertQuiet(tab);
    await tab.close();
  });
}

test("an element with nothing to show says so, in the language of the page", async () => {
  const japanese = await site.open("/nothing", { ready: false });
  await japanese.waitForFunction(() => document.querySelector("gijiroku-viewer").shadowRoot?.querySelector("slot").textContent !== "");
  assert.match(await words(japanese), /表示する議事録が指定されていません。/);
  const english = await site.open("/english", { ready: false });
  await english.waitForFunction(() => document.querySelector("gijiroku-viewer").shadowRoot?.querySelector("slot").textContent !== "");
  assert.match(await words(english), /No minutes have been given to show\./);
  await Promise.all([japanese.close(), english.close()]);
});

test("a link that stands inside alone says where the minutes are, for a CMS that takes attributes away", async () => {
  const tab = await site.open("/link");
  assert.match(await words(tab), /これより会議を開きます。/);
  await viewer(tab, (it) => it.replaceChildren(Object.assign(document.createElement("a"), { href: "/sjis.txt", textContent: "別の会議録" })));
  await heard(tab, "minutes-loaded", 2);
  assert.match(await words(tab), /開会します。/);
  await assertQuiet(tab);
  await tab.close();
  const dead = await site.open("/dead", { ready: "failed" });
  assert.match(await words(dead), /見つかりませんでした（404）.*会議録/s);
  assert.equal(await viewer(dead, (it) => it.shadowRoot.querySelector("a[part=source]").href), `${site.origin}/none.txt`);
  await dead.close();
});

test("an element without minutes shows the words inside it, and takes a text that is added later", async () => {
  const tab = await site.open("/words", { ready: false });
  await tab.waitForFunction(() => document.querySelector("gijiroku-viewer").shadowRoot?.querySelector("slot").hidden === false);
  assert.match(await words(tab), /会議録/);
  await viewer(tab, (it, text) => it.replaceChildren(Object.assign(document.createElement("pre"), { textContent: text })), SHORT);
  await heard(tab, "minutes-loaded");
  assert.equal(await viewer(tab, (it) => it.text), SHORT);
  await tab.close();
});

test("text, file and src: what was set last is shown", async () => {
  const tab = await site.open("/src");
  await viewer(tab, (it, text) => (it.text = text), OTHER);
  await heard(tab, "minutes-loaded", 2);
  assert.match(await words(tab), /閉会いたします。/);
  await viewer(tab, (it, text) => (it.file = new File([text], "own.txt")), SHORT);
  await heard(tab, "minutes-loaded", 3);
  assert.match(await words(tab), /これより会議を開きます。/);
  await viewer(tab, (it) => (it.src = "/slow.txt"));
  await heard(tab, "minutes-loaded", 4);
  assert.match(await words(tab), /閉会いたします。/);
  assert.equal(await viewer(tab, (it) => it.file), null);
  await tab.close();
});

test("a text is taken as an attribute too, and one inside the element is followed when its letters change in place", async () => {
  const tab = await site.open("/bare");
  await viewer(tab, (it, text) => (it.firstChild.data = text), OTHER);
  await heard(tab, "minutes-loaded", 2);
  assert.match(await words(tab), /閉会いたします。/);
  await viewer(tab, (it, text) => it.setAttribute("text", text), SHORT);
  await heard(tab, "minutes-loaded", 3);
  assert.match(await words(tab), /これより会議を開きます。/);
  await viewer(tab, (it) => it.removeAttribute("text"));
  await heard(tab, "minutes-loaded", 4);
  assert.match(await words(tab), /閉会いたします。/);
  await viewer(tab, (it, text) => Object.assign(it, { text, file: undefined, people: undefined }), SHORT);
  await heard(tab, "minutes-loaded", 5);
  assert.match(await words(tab), /閉会いたします。/);
  await assertQuiet(tab);
  await tab.close();
});

test("of two loads the one asked for last wins, however slow the other is", async () => {
  const tab = await site.open("/src");
  await viewer(tab, (it) => (it.src = "/slow.txt"));
  while (!site.requests.includes("/slow.txt")) await new Promise((done) => setTimeout(done, 5));
  await viewer(tab, (it) => (it.src = "/short.txt"));
  await heard(tab, "minutes-loaded", 2);
  await new Promise((done) => setTimeout(done, 700));
  assert.match(await words(tab), /これより会議を開きます。/);
  assert.equal(await tab.evaluate(() => window.heard.length), 2);
  await tab.close();
});

test("several changes of one task are one load", async () => {
  const tab = await site.open("/src");
  const before = tab.requested.length;
  await viewer(tab, (it) => {
    it.src = "/slow.txt";
    it.lang = "en";
    it.headingLevel = 3;
    it.src = "/samples/kenkyukai-gijiyoshi.txt";
  });
  await heard(tab, "minutes-loaded", 2);
  assert.deepEqual(tab.requested.slice(before), ["/samples/kenkyukai-gijiyoshi.txt"]);
  await tab.close();
});

test("attributes and properties mirror each other", async () => {
  const tab = await site.open("/src");
  const read = await viewer(tab, (it) => {
    const first = [it.src, it.theme, it.headingLevel, it.people, it.file];
    it.theme = "dark";
    it.headingLevel = 4;
    it.setAttribute("src", "/sjis.txt");
    const second = [it.src, it.getAttribute("theme"), it.getAttribute("heading-level")];
    it.theme = "mauve";
    it.headingLevel = 9;
    it.src = null;
    return [...first, ...second, it.theme, it.headingLevel, it.hasAttribute("src")];
  });
  assert.deepEqual(read, ["/short.txt", "auto", 2, null, null, "/sjis.txt", "dark", "4", "auto", 2, false]);
  await tab.close();
});

test("properties set before the class is there are not lost", async () => {
  const tab = await site.open("/none", { ready: false });
  await tab.waitForFunction(() => customElements.get("gijiroku-viewer"));
  await tab.evaluate((text) => {
    const Known = customElements.get("gijiroku-viewer");
    const early = document.createElement("gijiroku-late");
    early.text = text;
    document.body.append(early);
    customElements.define("gijiroku-late", class extends Known {});
  }, SHORT);
  await heard(tab, "minutes-loaded");
  assert.match(await words(tab, "gijiroku-late"), /これより会議を開きます。/);
  await tab.close();
});

test("several elements share one instance of the module", async () => {
  const tab = await site.open("/two");
  await heard(tab, "minutes-loaded", 2);
  assert.equal(tab.requested.filter((it) => it.endsWith(".wasm")).length, 1);
  assert.match(await words(tab, "#a"), /これより会議を開きます。/);
  assert.match(await words(tab, "#b"), /江藤さやか/);
  assert.doesNotMatch(await words(tab, "#a"), /江藤さやか/);
  await assertQuiet(tab);
  await tab.close();
});

test("an element that is moved keeps what it shows, and fetches nothing", async () => {
  const tab = await site.open("/two");
  await heard(tab, "minutes-loaded", 2);
  const before = tab.requested.length;
  const same = await tab.evaluate(() => {
    const moved = document.querySelector("#a");
    const shown = moved.shadowRoot.querySelector(".gijiroku").firstElementChild;
    document.querySelector("#elsewhere").append(moved);
    return new Promise((done) => setTimeout(() => done(shown === moved.shadowRoot.querySelector(".gijiroku").firstElementChild), 100));
  });
  assert.equal(same, true);
  assert.equal(tab.requested.length, before);
  assert.equal(await tab.evaluate(() => window.heard.length), 2);
  await assertQuiet(tab);
  await tab.close();
});

test("an element that is removed gives back its view, and shows it again without fetching when it is back", async () => {
  const tab = await site.open("/two");
  await heard(tab, "minutes-loaded", 2);
  const before = tab.requested.length;
  await tab.evaluate(async () => {
    window.away = document.querySelector("#a");
    window.away.remove();
    await new Promise((done) => setTimeout(done, 50));
  });
  assert.equal(await tab.evaluate(() => window.away.document), null);
  assert.equal(await tab.evaluate(() => window.away.shadowRoot.querySelector(".gijiroku").children.length), 0);
  await tab.evaluate(() => document.querySelector("#elsewhere").append(window.away));
  await heard(tab, "minutes-loaded", 3);
  assert.match(await words(tab, "#a"), /これより会議を開きます。/);
  assert.match(await words(tab, "#b"), /江藤さやか/);
  assert.equal(tab.requested.length, before);
  await assertQuiet(tab);
  await tab.close();
});

test("an element made by a program and removed before it is loaded makes no trouble", async () => {
  const tab = await site.open("/none", { ready: false });
  await tab.evaluate(async () => {
    const hasty = document.createElement("gijiroku-viewer");
    hasty.src = "/slow.txt";
    document.body.append(hasty);
    await new Promise((done) => setTimeout(done, 50));
    hasty.remove();
    await new Promise((done) => setTimeout(done, 600));
    document.body.append(hasty);
  });
  await heard(tab, "minutes-loaded");
  assert.equal(await tab.evaluate(() => window.heard.length), 1);
  await assertQuiet(tab);
  await tab.close();
});

test("an element that goes to another document takes its style along", async () => {
  const tab = await site.open("/two");
  await heard(tab, "minutes-loaded", 2);
  await tab.evaluate(() => {
    const frame = document.createElement("iframe");
    document.body.append(frame);
    frame.contentDocument.body.append(document.querySelector("#a"));
  });
  await new Promise((done) => setTimeout(done, 100));
  assert.equal(await tab.evaluate(() => document.querySelector("iframe").contentDocument.querySelector("#a").shadowRoot.adoptedStyleSheets.length), 2);
  await assertQuiet(tab);
  await tab.close();
});

test("the publisher's file of people names whom the text cannot", async () => {
  const tab = await site.open("/people");
  assert.match(await words(tab), /岸本 汐里/);
  // Where a property is, frameworks set it, whatever it is given.
  const address = await viewer(tab, (it) => it.getAttribute("people"));
  await viewer(tab, (it) => (it.people = []));
  await heard(tab, "minutes-loaded", 2);
  assert.doesNotMatch(await words(tab), /岸本 汐里/);
  await viewer(tab, (it, address) => (it.people = address), address);
  await heard(tab, "minutes-loaded", 3);
  assert.match(await words(tab), /岸本 汐里/);
  await tab.close();
});

test("a file of people that is missing is told, and the minutes are shown", async () => {
  const tab = await site.open("/no-people");
  const { reason } = await heard(tab, "minutes-failed");
  assert.equal(reason, "people");
  assert.equal(await shown(tab, "viewer"), true);
  await tab.close();
});

test("people of a wrong shape are told, and the minutes are shown", async () => {
  const tab = await site.open("/src");
  await viewer(tab, (it) => (it.people = [{ nom: "岸本 汐里" }]));
  assert.equal((await heard(tab, "minutes-failed")).reason, "people");
  await heard(tab, "minutes-loaded", 2);
  assert.equal(await shown(tab, "viewer"), true);
  await tab.close();
});

test("loading the definition twice is harmless", async () => {
  const tab = await site.open("/src");
  const same = await tab.evaluate(async () => {
    const before = customElements.get("gijiroku-viewer");
    await import("/pkg/define.js?again");
    return before === customElements.get("gijiroku-viewer");
  });
  assert.equal(same, true);
  await assertQuiet(tab);
  await tab.close();
});

test("two versions beside each other: the first takes the tag, and each shows its minutes under a name of its own", async () => {
  const tab = await site.open("/versions");
  await heard(tab, "minutes-loaded", 2);
  const [mine, other] = await tab.evaluate(() => ["gijiroku-viewer", "gijiroku-other"].map((it) => customElements.get(it).version ?? "here"));
  assert.deepEqual([mine, other], ["here", "other"]);
  for (const it of ["gijiroku-viewer", "gijiroku-other"]) assert.match(await words(tab, it), /総合防災本部/);
  assert.deepEqual(tab.requested.filter((it) => it.endsWith("gijiroku_bg.wasm")).sort(), ["/other/wasm/gijiroku_bg.wasm", "/pkg/wasm/gijiroku_bg.wasm"]);
  // What is picked in one is picked there alone, and stands in the part of the address that is its own.
  for (const [n, it] of ["gijiroku-viewer", "gijiroku-other"].entries()) {
    await tab.$eval(it, ({ shadowRoot }, n) => shadowRoot.querySelectorAll("[part~=person]")[n].click(), n);
    await heard(tab, "minutes-moved", n + 1);
  }
  const picked = await tab.evaluate(() => ["gijiroku-viewer", "gijiroku-other"].map((it) => document.querySelector(it).shadowRoot.querySelectorAll("[part~=picked]").length));
  assert.deepEqual(picked, [1, 1]);
  const links = await tab.evaluate(() => window.heard.filter((it) => it.name === "minutes-moved").map((it) => `#minutes:${it.detail.link}`));
  assert.notEqual(links[0], links[1]);
  // Of whichever came first: browsers do not agree on which script of two that is.
  assert.ok(links.includes(await tab.evaluate(() => decodeURIComponent(location.hash))));
  await assertQuiet(tab);
  await tab.close();
});

test("importing the class registers nothing", async () => {
  const tab = await site.open("/short.txt", { ready: false });
  const registered = await tab.evaluate(async () => {
    const { GijirokuViewerElement } = await import("/pkg/index.js");
    return [typeof GijirokuViewerElement, customElements.get("gijiroku-viewer") === undefined];
  });
  assert.deepEqual(registered, ["function", true]);
  await tab.close();
});

test("parse gives the JSON of the minutes without an element", async () => {
  const tab = await site.open("/short.txt", { ready: false });
  const { format, n } = await tab.evaluate(async () => {
    const { parse } = await import("/pkg/index.js");
    const minutes = await parse(await (await fetch("/sjis.txt")).arrayBuffer());
    return { format: minutes.format, n: minutes.speeches?.length };
  });
  assert.deepEqual({ format, n }, { format: "gijiroku", n: 1 });
  await tab.close();
});
