// Hands the minutes of a one-file page to its viewer, before the viewer is defined: it takes what was set early.
for (const holder of document.querySelectorAll('gijiroku-viewer > script[type="application/json"]')) {
  Object.assign(/** @type {HTMLElement} */ (holder.parentElement), JSON.parse(holder.textContent ?? "{}"));
}
