// `node www/serve.mjs [PORT]`: the demo on loopback. `/` is www/, `/pkg/` is the package beside it.
import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { app, serviceWorker } from "./publish.mjs";

const www = fileURLToPath(new URL(".", import.meta.url));
const pkg = fileURLToPath(new URL("../pkg/", import.meta.url));

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".webmanifest": "application/manifest+json; charset=utf-8",
  ".wasm": "application/wasm",
  ".txt": "text/plain",
  ".png": "image/png",
  ".svg": "image/svg+xml",
};

/**
 * Serves folders, and pages that a test makes up.
 * @param {{ port?: number, folders?: Record<string, string>, page?: (url: URL, request: import("node:http").IncomingMessage) => Page | undefined }} [options]
 * @typedef {{ status?: number, headers?: Record<string, string>, body: string | Uint8Array | ((to: import("node:http").ServerResponse) => void), wait?: number }} Page a body may be sent bit by bit
 * @returns {Promise<{ origin: string, requests: string[], close: () => Promise<void> }>}
 */
export async function serve({ port = 0, folders = { "/pkg/": pkg, "/": www }, page } = {}) {
  const requests = [];
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? "/", "http://127.0.0.1");
    requests.push(url.pathname + url.search);
    const { status = 200, headers = {}, body, wait = 0 } = page?.(url, request) ?? (await file(url.pathname, folders));
    if (wait) await new Promise((done) => setTimeout(done, wait));
    response.writeHead(status, { "cache-control": "no-cache", "x-content-type-options": "nosniff", ...headers });
    if (typeof body === "function") body(response);
    else response.end(body);
  });
  await listen(server, port);
  const { port: taken } = /** @type {import("node:net").AddressInfo} */ (server.address());
  const close = () => new Promise((done) => (server.close(() => done()), server.closeAllConnections()));
  return { origin: `http://127.0.0.1:${taken}`, requests, close };
}

/** Any free port, where the one asked for is taken. */
async function listen(server, port) {
  const attempt = (it) => new Promise((done, failed) => server.once("error", failed).listen(it, "127.0.0.1", done));
  await attempt(port).catch((error) => {
    if (error.code !== "EADDRINUSE") throw error;
    return attempt(0);
  });
}

async function file(path, folders) {
  const [prefix, folder] = Object.entries(folders).find(([prefix]) => path.startsWith(prefix)) ?? ["/", www];
  let name = join(folder, decodeURIComponent(path.slice(prefix.length)));
  if (!name.startsWith(folder.replace(/[\\/]$/, "") + sep)) return { status: 404, body: "" };
  try {
    if ((await stat(name)).isDirectory()) name = join(name, "index.html");
    // The worker of this folder has no list of files until the app is published; here it is what there is now.
    const body = name === join(www, "service-worker.js") ? await serviceWorker(await app()) : await readFile(name);
    return { headers: { "content-type": TYPES[extname(name)] ?? "application/octet-stream" }, body };
  } catch {
    return { status: 404, headers: { "content-type": "text/plain; charset=utf-8" }, body: `${path}: not found\n` };
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { origin } = await serve({ port: Number(process.argv[2] ?? 8321) });
  console.log(`gijiroku: ${origin}/  (Ctrl-C to stop)`);
}
