// One check for each way to use the package.
import assert from "node:assert/strict";
import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import esbuild from "esbuild";
import { createPackageFromTarballData, checkPackage } from "@arethetypeswrong/core";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { app, build, copy, node, server, yew } from "./project.mjs";
import { heard, shown, words } from "../browser/harness.mjs";
import { LABELS, opens, visit } from "./browser.mjs";

const NEXT = "next/dist/bin/next";
const TSC = "typescript/bin/tsc";
const VITE = "vite/bin/vite.js";

/** Entries that are files to be copied or linked to, and no modules to import. */
const FILES = ["./wasm", "./wasm/parse", "./wasm/pdf", "./one-file", "./frame.html", "./custom-elements.json", "./package.json"];

export const WITHOUT_BROWSER = ["publint", "types", "typescript", "react", "vue", "svelte", "node"];

/** In the order in which they are run. @type {Record<string, (packed: { tarball: string, files: string[] }) => Promise<void>>} */
export const CHECKS = {
  async publint({ tarball }) {
    const { messages, pkg } = await publint({ pack: { tarball: await bytes(tarball) }, strict: true });
    assert.deepEqual(messages.map((it) => formatMessage(it, pkg)), []);
  },
  async types({ tarball }) {
    const { problems, entrypoints } = await checkPackage(createPackageFromTarballData(new Uint8Array(await bytes(tarball))), { excludeEntrypoints: FILES });
    // The package has no form for `require`, on purpose; Node.js 20.19 and newer take these modules by it all the same.
    const modern = problems.filter((it) => it.kind !== "CJSResolvesToESM" && !(it.resolutionKind === "node10"));
    assert.deepEqual(modern, []);
    assert.ok(Object.keys(entrypoints).includes("./react"), "the entries were looked at");
  },
  async typescript() {
    await build(await copy("typescript"), TSC, "--project", ".");
  },
  async react() {
    await build(await copy("react"), TSC, "--project", ".");
  },
  async "react-18"() {
    const folder = await copy("react-18");
    await copy("react");
    await build(folder, TSC, "--project", ".");
    const alias = { react: "react-18", "react-dom": "react-dom-18" };
    await esbuild.build({ absWorkingDir: folder, entryPoints: ["main.tsx"], bundle: true, format: "esm", outdir: "dist", alias, jsx: "automatic", minify: true });
    await page(folder);
    await opens("/react-18/dist/index.html");
  },
  async vue() {
    await build(await copy("vue"), "vue-tsc/bin/vue-tsc.js", "--project", ".");
  },
  async svelte() {
    await build(await copy("svelte"), "svelte-check/bin/svelte-check", "--tsconfig", "tsconfig.json", "--fail-on-warnings");
  },
  async node() {
    const folder = await copy("node");
    assert.equal(await node(folder, "main.mjs"), "○議長（高梨修君）○教育長（葛西緑君）\n");
    assert.equal(await node(folder, "require.cjs"), "○議長（高梨修君）\n");
  },
  "vite-dev": () => viteDev(VITE, "vite-dev"),
  "vite-7-dev": () => viteDev("vite-7/bin/vite.js", "vite-7-dev"),
  async "vite-build"() {
    const folder = await copy("page", "vite-build");
    await build(folder, VITE, "build", "--base", "./");
    await opens("/vite-build/dist/index.html");
  },
  async webpack() {
    const folder = await copy("page", "webpack");
    await build(folder, "webpack-cli/bin/cli.js", "--mode", "production", "--entry", "./main.js");
    await page(folder);
    await opens("/webpack/dist/index.html");
  },
  async rollup() {
    const folder = await copy("inline", "rollup");
    await build(folder, "rollup/dist/bin/rollup", "main.js", "--dir", "dist", "--plugin", "node-resolve", "--failAfterWarnings");
    await page(folder);
    await opens("/rollup/dist/index.html");
  },
  async esbuild() {
    const folder = await copy("inline", "esbuild");
    const { warnings } = await esbuild.build({ absWorkingDir: folder, entryPoints: ["main.js"], bundle: true, format: "esm", outdir: "dist" });
    assert.deepEqual(warnings, []);
    await page(folder);
    await opens("/esbuild/dist/index.html");
  },
  async "esbuild-address"() {
    const folder = await copy("address", "esbuild-address");
    const { warnings } = await esbuild.build({ absWorkingDir: folder, entryPoints: ["main.js"], bundle: true, format: "esm", outdir: "dist", loader: { ".wasm": "file" } });
    assert.deepEqual(warnings, []);
    await page(folder);
    await opens("/esbuild-address/dist/index.html");
  },
  async next() {
    const folder = await copy("next");
    await build(folder, NEXT, "build");
    const next = await server(folder, NEXT, "start", "--hostname", "127.0.0.1", "--port", "0");
    const served = await fetch(next.origin).then((it) => it.text());
    const seen = async (tab) => {
      assert.equal(await tab.$eval("#server", (it) => it.textContent), LABELS);
      // The component hears the event, and sets a list that the server could not write; the element takes the text that it wrote.
      await tab.waitForSelector('output[data-speeches="3"]', { timeout: 15_000 });
      await heard(tab, "minutes-loaded", 3);
      assert.match(await words(tab, "#people"), /お答えいたします。/);
      assert.match(await words(tab, "#people"), /浜口 澪/);
      assert.match(await words(tab, "#attribute"), /補足いたします。/);
      await tab.click("#next");
      await tab.waitForSelector('output[data-speeches="1"]', { timeout: 15_000 });
      assert.match(await words(tab), /閉会いたします。/);
      const loads = await tab.evaluate(() => window.heard.filter((it) => it.name === "minutes-loaded").map((it) => it.id));
      assert.deepEqual(loads.sort(), ["", "", "attribute", "people"], "a list of the same people is not read anew");
    };
    try {
      assert.match(served, /<pre>.*これより会議を開きます。/s, "the page without a script");
      await opens(`${next.origin}/`, seen);
    } finally {
      await next.close();
    }
  },
  async yew() {
    const folder = app("yew");
    await yew(folder);
    const script = `import init from "./yew.js"; import "/node_modules/gijiroku-viewer/define.js"; await init({ module_or_path: "yew_bg.wasm" });`;
    await writeFile(join(folder, "index.html"), `<!doctype html><meta charset="utf-8"><title>Yew</title><link rel="icon" href="data:,"><body><script type="module">${script}</script>`);
    await visit("/yew/index.html", apart);
  },
};

/** What is pressed in the element is not pressed in the application around it, and the other way round. */
async function apart(tab) {
  const press = (selector) => tab.$$eval(`>>> ${selector}`, (them) => them.forEach((it) => it.click()));
  assert.equal(await shown(tab, "viewer"), true);
  const all = Array.from({ length: 60 }, (_, idx) => String(idx)).join(" ");
  await press("main > p > button");
  await tab.waitForFunction((all) => document.querySelector("output").textContent === all, {}, all);
  assert.deepEqual(await tab.evaluate(() => window.heard.map((it) => it.name)), ["minutes-loaded"]);
  // Of what is inside of the element the application hears that something in it was pressed, as of any other element.
  const n = await tab.$eval("gijiroku-viewer", (viewer) => {
    let n = 0;
    viewer.addEventListener("click", () => (n += 1));
    for (const it of viewer.shadowRoot.querySelectorAll("[part~=person], [part~=select]")) it.click();
    return n;
  });
  assert.ok(n >= 6, `${n} clicks`);
  await heard(tab, "minutes-filtered");
  const expected = `${all}${" around".repeat(n)}`;
  await tab.waitForFunction((n) => document.querySelector("output").textContent.length >= n, {}, expected.length);
  assert.equal(await tab.$eval("output", (it) => it.textContent), expected);
  // The component that the application took from the crate is a part of it.
  assert.equal(await tab.$eval("section .head", (it) => getComputedStyle(it).color), await tab.$eval(">>> [part~=head]", (it) => getComputedStyle(it).color));
  await press("section [part~=person]");
  await tab.waitForSelector("output[data-shown]");
}

/** @param {string} vite @param {string} name */
async function viteDev(vite, name) {
  const { origin, close } = await server(await copy("page", name), vite, "--host", "127.0.0.1", "--port", "0");
  await opens(`${origin}/`).finally(close);
}

/** The page that the app is written for, beside what was built of it. @param {string} folder */
const page = (folder) => cp(join(folder, "index.html"), join(folder, "dist/index.html"));

/** @param {string} file */
async function bytes(file) {
  const { buffer, byteOffset, byteLength } = await readFile(file);
  return buffer.slice(byteOffset, byteOffset + byteLength);
}
