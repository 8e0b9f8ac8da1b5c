// The tree of nodes that an element is in: the page's own, or that of the shadow root of an embedded tree.

/** @param {Element} element @returns {Document | ShadowRoot} */
export const rootOf = (element) => /** @type {Document | ShadowRoot} */ (element.getRootNode());
