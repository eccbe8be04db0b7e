// The site of the bench: files packed as a good host packs them, kept by the browser, and a browser for them.
import { readFileSync, existsSync } from "node:fs";
import { extname } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { serve } from "../../../www/serve.mjs";
import { browserFor } from "../launch.mjs";

const folders = { "/pkg/": new URL("../../../pkg/", import.meta.url), "/bench/": new URL("./", import.meta.url) };
const TYPES = { ".js": "text/javascript", ".mjs": "text/javascript", ".wasm": "application/wasm", ".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".txt": "text/plain", ".pdf": "application/pdf" };

/** Files that stand in place of those of the package, such as modules with the names of their functions. */
export const instead = new Map();

/** @param {"chromium" | "firefox"} kind */
export async function site(kind) {
  const { browser, leave } = await browserFor(kind, "");
  /** @type {Map<string, Buffer>} */
  const given = new Map([["/blank.html", page("")], ["/viewer.html", page("", VIEWER)]]);
  const packed = new Map();
  const body = (path) => given.get(path) ?? instead.get(path) ?? fromFolder(path);

  function answer({ pathname }, { headers }) {
    if (pathname === "/favicon.ico") return { status: 204, body: "" };
    const bytes = body(pathname);
    if (!bytes) return undefined;
    const encoding = /\bbr\b/.test(headers["accept-encoding"] ?? "") ? "br" : "gzip";
    const key = `${encoding} ${pathname}`;
    if (packed.get(key)?.bytes !== bytes) packed.set(key, { bytes, small: encoding === "br" ? brotli(bytes) : gzipSync(bytes, { level: 9 }) });
    const type = TYPES[extname(pathname)] ?? "application/octet-stream";
    return { headers: { "content-type": type, "content-encoding": encoding, "cache-control": "public, max-age=31536000, immutable" }, body: packed.get(key).small };
  }

  const server = await serve({ page: answer });
  return {
    browser,
    origin: server.origin,
    requests: server.requests,
    /** Puts a file at an address. @param {string} path @param {string | Uint8Array} it */
    put: (path, it) => void given.set(path, Buffer.from(it)),
    /** How many bytes a file has on its way. @param {string} path */
    weight: (path) => brotli(body(path)).length,
    /** A new page, with the tools of `in-page.mjs` as `bench` unless its policy refuses them. @param {string} [path] */
    async open(path = "/viewer.html", tools = true) {
      const tab = await browser.newPage();
      await tab.setViewport({ width: 1280, height: 900 });
      tab.on("pageerror", (it) => console.error(`error on ${path}: ${it.message ?? it}`));
      await tab.goto(server.origin + path);
      if (tools) await tab.evaluate(async () => void (window.bench = await import("/bench/in-page.mjs")));
      return tab;
    },
    close: async () => (await leave(), await server.close()),
  };
}

const VIEWER = '<script type="module" src="/pkg/define.js"></script>';

/** @param {string} body @param {string} [head] */
export const page = (body, head = "") => Buffer.from(`<!doctype html><html lang="ja"><head><meta charset="utf-8"><title>bench</title><meta name="viewport" content="width=device-width">${head}</head><body>${body}</body></html>`);

const read = new Map();
function fromFolder(path) {
  const [prefix, folder] = Object.entries(folders).find(([prefix]) => path.startsWith(prefix)) ?? [];
  if (!folder) return undefined;
  const file = fileURLToPath(new URL(path.slice(prefix.length), folder));
  if (!file.startsWith(fileURLToPath(folder)) || !existsSync(file)) return undefined;
  if (!read.has(file)) read.set(file, readFileSync(file));
  return read.get(file);
}

const brotli = (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: bytes.length > 2_000_000 ? 5 : 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } });
