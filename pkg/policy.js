// Fetches, and tells by which word a page's policy refuses it: the error of `fetch` itself does not say.
import { MinutesError } from "./failure.js";

/** How long the browser may take to tell of a refusal behind the error, and how often one looks, in milliseconds. */
const [PATIENCE, STEP] = [100, 10];

/**
 * @param {string | URL} address
 * @param {RequestInit} [init]
 * @returns {Promise<Response>}
 */
export async function fetched(address, init) {
  const url = new URL(address, globalThis.document?.baseURI ?? globalThis.location?.href);
  let refused = false;
  /** @param {SecurityPolicyViolationEvent} event */
  const notice = ({ disposition, effectiveDirective, blockedURI }) => {
    // Of another site some browsers tell the origin alone.
    if (disposition === "enforce" && /^(connect|default)-src/.test(effectiveDirective) && [url.href.split("#")[0], url.origin].includes(blockedURI)) refused = true;
  };
  globalThis.addEventListener?.("securitypolicyviolation", notice);
  try {
    return await fetch(url, init);
  } catch (cause) {
    for (let waited = 0; !refused && !init?.signal?.aborted && waited < PATIENCE; waited += STEP) await new Promise((done) => setTimeout(done, STEP));
    const word = url.origin === globalThis.location?.origin ? "'self'" : url.origin;
    throw refused ? new MinutesError("fetch-blocked", { detail: word, cause }) : cause;
  } finally {
    globalThis.removeEventListener?.("securitypolicyviolation", notice);
  }
}
