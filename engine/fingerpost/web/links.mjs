// The address of the page, and clicks on links.

/** @returns {string} the page in the address bar, without its fragment */
export const addressOfPage = () => location.origin + location.pathname + location.search;

/**
 * Notes the page of an element at the first call, in an attribute for material-history.js. Whatever waits for a script
 * asks beforehand: when the script arrives, the address bar may show the page that the reader has gone on to.
 * @param {HTMLElement} element
 * @returns {string} the element's page, without a fragment
 */
export const pageOf = (element) => (element.dataset.page ??= addressOfPage());

/**
 * Changes the address of the page without loading it. Browsers refuse it in a sandbox, in some for pages that are
 * files, and after many changes in a short time; some of them only ignore it.
 * @param {"pushState" | "replaceState"} way
 * @param {string} address
 * @returns {boolean} whether the address has followed
 */
export function setAddress(way, address) {
  const wanted = new URL(address, location.href).href;
  try {
    history[way](way === "pushState" ? null : history.state, "", wanted);
  } catch {
    return false;
  }
  return location.href === wanted;
}

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
