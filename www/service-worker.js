// Keeps the app, and nothing else, for when there is no network: its own files, all of one version, never minutes that are opened.
/** The version, and each file by its address with the hash of its contents; `publish.mjs` fills them in. @type {[string, Record<string, string>]} */
const [VERSION, FILES] = ["", {}];

/** Copies of the app in other folders of the site have caches of their own. */
const OURS = `gijiroku ${registration.scope} `;
const CACHE = OURS + VERSION;
const ADDRESSES = new Set(Object.keys(FILES).map(absolute));

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(activate()));
addEventListener("fetch", (event) => {
  const address = ours(event.request);
  if (address) event.respondWith(answer(address, event.request));
});

/** All files or none. While a page of the version before is open, the browser lets this one wait: it is not hurried. */
async function install() {
  if (!VERSION) throw new Error("this copy of the app was not made by publish.mjs, and is not kept for offline use");
  const cache = await caches.open(CACHE);
  try {
    await Promise.all(Object.entries(FILES).map(([address, integrity]) => keep(cache, address, integrity)));
  } catch (cause) {
    await caches.delete(CACHE);
    throw cause;
  }
}

/** The hash refuses a file of another version, as a site gives that is just being changed. @param {Cache} cache @param {string} address @param {string} integrity */
async function keep(cache, address, integrity) {
  const response = await fetch(absolute(address), { cache: "no-cache", credentials: "same-origin", integrity });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  // A copy, since a page may not be made of an answer that was redirected, and whoever asks gets the same.
  const headers = new Headers(response.headers);
  headers.delete("vary");
  await cache.put(absolute(address), new Response(response.body, { headers }));
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
  return ADDRESSES.has(address.href) ? address.href : undefined;
}

/** @param {string} address @param {Request} request */
async function answer(address, request) {
  return (await caches.match(address, { cacheName: CACHE })) ?? fetch(request);
}

/** @param {string} address relative to this file */
function absolute(address) {
  return new URL(address, location.href).href;
}
