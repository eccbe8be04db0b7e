// Fetches what the page names: the minutes, and the publisher's files of people and of corrections.
import { MinutesError } from "./failure.js";
import { fetched } from "./policy.js";

/**
 * @param {string} src
 * @param {AbortSignal} signal
 * @returns {Promise<{ bytes: Uint8Array, type: string }>}
 */
export async function fetchMinutes(src, signal) {
  const response = await request(src, signal);
  if (response.status === 404 || response.status === 410) throw new MinutesError("not-found", { detail: String(response.status) });
  if (!response.ok) throw new MinutesError("http", { detail: String(response.status) });
  const type = response.headers.get("content-type") ?? "";
  try {
    return { bytes: new Uint8Array(await response.arrayBuffer()), type };
  } catch (cause) {
    // It broke off on its way, or is not packed as its headers say.
    throw signal.aborted ? cause : new MinutesError("cut", { cause });
  }
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
