// Fetches what the page names: the minutes, and the publisher's files of people and of corrections.
import { MinutesError } from "./failure.js";
import { fetched } from "./policy.js";

/** @typedef {(came: number, all: number) => void} Came told how many bytes have come, and of how many: 0 where that is not known */

/**
 * @param {string} src
 * @param {AbortSignal} signal
 * @param {Came} came
 * @returns {Promise<{ bytes: Uint8Array, type: string }>}
 */
export async function fetchMinutes(src, signal, came) {
  const response = await request(src, signal);
  if (response.status === 404 || response.status === 410) throw new MinutesError("not-found", { detail: String(response.status) });
  if (!response.ok) throw new MinutesError("http", { detail: String(response.status) });
  const type = response.headers.get("content-type") ?? "";
  try {
    return { bytes: await whole(response, came), type };
  } catch (cause) {
    // It broke off on its way, or is not packed as its headers say.
    throw signal.aborted ? cause : new MinutesError("cut", { cause });
  }
}

/** All bytes of an answer, told as they come. @param {Response} response @param {Came} came */
async function whole(response, came) {
  const reader = response.body?.getReader();
  if (!reader) return new Uint8Array(await response.arrayBuffer());
  // The length is that of what is sent, which may be packed; another site does not say whether it is.
  const known = response.type === "basic" && !response.headers.get("content-encoding");
  const all = known ? Number(response.headers.get("content-length")) : 0;
  /** @type {Uint8Array[]} */
  const parts = [];
  let length = 0;
  for (let it = await reader.read(); !it.done; it = await reader.read()) {
    parts.push(it.value);
    came((length += it.value.length), all);
  }
  const bytes = new Uint8Array(length);
  for (let at = 0, idx = 0; idx < parts.length; at += parts[idx].length, idx += 1) bytes.set(parts[idx], at);
  return bytes;
}

/**
 * A file of JSON that stands beside the minutes; whatever is wrong with it is `reason`.
 * @param {"people" | "corrections"} reason
 * @param {string} src
 * @param {AbortSignal} signal
 * @returns {Promise<unknown>}
 */
export async function fetchBeside(reason, src, signal) {
  const response = await request(src, signal).catch((cause) => {
    // A file of minutes is not what is missing.
    throw cause instanceof MinutesError && cause.reason !== "fetch-blocked" ? new MinutesError(reason, { detail: cause.detail, cause }) : cause;
  });
  if (!response.ok) throw new MinutesError(reason, { detail: String(response.status) });
  return response.json().catch((cause) => {
    throw new MinutesError(reason, { detail: cause instanceof SyntaxError ? "JSON" : "", cause });
  });
}

/** @param {string} src @param {AbortSignal} signal */
async function request(src, signal) {
  const url = absolute(src);
  if (!url) throw new MinutesError("not-found", { detail: src });
  try {
    return await fetched(url, { signal });
  } catch (cause) {
    if (signal.aborted || cause instanceof MinutesError) throw cause;
    const elsewhere = url.origin !== location.origin;
    throw new MinutesError(elsewhere ? "cors" : "network", { detail: elsewhere ? url.host : "", cause });
  }
}

/** @param {string} src @returns {URL | null} */
export function absolute(src) {
  try {
    return new URL(src, document.baseURI);
  } catch {
    return null;
  }
}
