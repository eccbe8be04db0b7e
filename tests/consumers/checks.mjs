// One check for each way to use the package.
import assert from "node:assert/strict";
import { cp } from "node:fs/promises";
import { join } from "node:path";
import esbuild from "esbuild";
import { build, copy, server } from "./project.mjs";
import { opens } from "./browser.mjs";

const VITE = "vite/bin/vite.js";

/** In the order in which they are run. @type {Record<string, (packed: { tarball: string, files: string[] }) => Promise<void>>} */
export const CHECKS = {
  async "vite-dev"() {
    const folder = await copy("page", "vite-dev");
    const vite = await server(folder, VITE, "--host", "127.0.0.1", "--port", "0");
    await opens(`${vite.origin}/`).finally(vite.close);
  },
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
};

/** The page that the app is written for, beside what was built of it. @param {string} folder */
const page = (folder) => cp(join(folder, "index.html"), join(folder, "dist/index.html"));
