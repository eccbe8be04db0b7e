// Modules that are fetched on demand, and tried again: some browsers keep that a module could not be fetched for as long as the page lives.

/**
 * @template T
 * @param {() => Promise<T>} load an `import` that bundlers see
 * @param {string} path the same module, beside this one
 * @returns {Promise<T>}
 */
export async function imported(load, path) {
  try {
    return await load();
  } catch (cause) {
    const other = new URL(`${path}?again=${Date.now()}`, import.meta.url).href;
    return import(/* webpackIgnore: true */ /* @vite-ignore */ other).catch(() => Promise.reject(cause));
  }
}
