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
    // No `new URL`, which bundlers take for a file to carry along: this is an address for the browser alone.
    const { url } = import.meta;
    const other = `${url.slice(0, url.lastIndexOf("/"))}/${path.replace(/^\.\//, "")}?again=${Date.now()}`;
    return import(/* webpackIgnore: true */ /* turbopackIgnore: true */ /* @vite-ignore */ other).catch(() => Promise.reject(cause));
  }
}
