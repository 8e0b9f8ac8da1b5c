// Tests clicks on links.

/** @param {MouseEvent} event @returns {boolean} whether a click on a link opens it in this tab */
export const opensHere = (event) => !(event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);

/**
 * @param {MouseEvent} event
 * @returns {HTMLAnchorElement | undefined} the link to another address of this host that the click opens in this tab
 */
export function linkToAnotherPage(event) {
  const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
  if (event.defaultPrevented || !opensHere(event) || !(link instanceof HTMLAnchorElement)) return undefined;
  const elsewhere = link.target || link.hasAttribute("download") || link.origin !== location.origin;
  return elsewhere || link.pathname === location.pathname ? undefined : link;
}
