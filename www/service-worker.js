// Keeps the app, and nothing else, for when there is no network: its own files, all of one version, never minutes that are opened.
/** The version, each file by its address with the hash of its contents, and those that few need; `publish.mjs` fills them in. @type {[string, Record<string, string>, string[]]} */
const [VERSION, FILES, LATE] = ["", {}, []];

/** Copies of the app in other folders of the site have caches of their own. */
const OURS = `gijiroku ${registration.scope} `;
const CACHE = OURS + VERSION;
/** The sums, by the whole address. */
const SUMS = new Map(Object.entries(FILES).map(([address, sum]) => [absolute(address), sum]));

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(activate()));
addEventListener("fetch", (event) => {
  const address = ours(event.request);
  if (address) event.respondWith(answer(address, event.request));
});
// Who has it as an app opens files of all kinds with no network.
addEventListener("message", (event) => event.data === "installed" && event.waitUntil(late()));

/** All files or none, but for those that few need: they are kept at their first use, and taken along where they were. While a page of the version before is open, the browser lets this one wait: it is not hurried. */
async function install() {
  if (!VERSION) throw new Error("this copy of the app was not made by publish.mjs, and is not kept for offline use");
  const cache = await caches.open(CACHE);
  try {
    const used = await Promise.all(LATE.map(async (it) => ((await caches.match(absolute(it))) ? it : null)));
    const wanted = Object.keys(FILES).filter((it) => !LATE.includes(it) || used.includes(it));
    await Promise.all(wanted.map((it) => keep(cache, absolute(it))));
  } catch (cause) {
    await caches.delete(CACHE);
    throw cause;
  }
}

/** The hash refuses a file of another version, as a site gives that is just being changed. @param {Cache} cache @param {string} address the whole */
async function keep(cache, address) {
  const response = await fetch(address, { cache: "no-cache", credentials: "same-origin", integrity: SUMS.get(address) });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  // A copy, since a page may not be made of an answer that was redirected, and whoever asks gets the same.
  const headers = new Headers(response.headers);
  headers.delete("vary");
  await cache.put(address, new Response(response.body, { headers }));
}

/** Keeps what few need. */
async function late() {
  const cache = await caches.open(CACHE);
  await Promise.allSettled(LATE.map(absolute).map(async (it) => (await cache.match(it)) ?? keep(cache, it)));
}

async function activate() {
  const old = (await caches.keys()).filter((it) => it.startsWith(OURS) && it !== CACHE);
  await Promise.all(old.map((it) => caches.delete(it)));
  // The page of the first visit fetches what it needs later from here, too.
  await clients.claim();
}

/** The address in the cache of what is asked for, if it is a file of the app. @param {Request} request */
function ours({ method, mode, url }) {
  if (method !== "GET") return undefined;
  const address = new URL(url);
  address.hash = "";
  if (mode === "navigate") address.search = "";
  if (address.href === absolute("index.html")) return absolute("./");
  return SUMS.has(address.href) ? address.href : undefined;
}

/** @param {string} address @param {Request} request */
async function answer(address, request) {
  const kept = await caches.match(address, { cacheName: CACHE });
  if (kept || !LATE.some((it) => absolute(it) === address)) return kept ?? fetch(request);
  const cache = await caches.open(CACHE);
  await keep(cache, address).catch(() => undefined);
  return (await cache.match(address)) ?? fetch(request);
}

/** @param {string} address relative to this file */
function absolute(address) {
  return new URL(address, location.href).href;
}
