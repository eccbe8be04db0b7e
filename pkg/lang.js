// The language of the page around an element, followed when the page changes it.

/**
 * Tells whenever a `lang` around `element` is set anew, through the shadow trees that it stands in.
 * @param {Element} element
 * @param {() => void} tell
 * @returns {() => void} stops telling
 */
export function watchLang(element, tell) {
  const observer = new MutationObserver((changes) => changes.some((it) => holds(it.target, element)) && tell());
  for (let root = element.getRootNode(); ; root = root.host.getRootNode()) {
    observer.observe(root, { attributes: true, attributeFilter: ["lang"], subtree: true });
    if (!(root instanceof ShadowRoot)) break;
  }
  return () => observer.disconnect();
}

/** Whether one stands around the other, in its own tree or in one around that. @param {Node} around @param {Node} inside */
function holds(around, inside) {
  for (let it = inside; ; it = /** @type {ShadowRoot} */ (it.getRootNode()).host) {
    if (around.contains(it)) return true;
    if (!(it.getRootNode() instanceof ShadowRoot)) return false;
  }
}
