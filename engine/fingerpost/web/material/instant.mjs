/**
 * Instant navigation at any address.
 *
 * Material follows a link without loading the whole page only if the link's full address is in sitemap.xml, which it
 * writes only for one fixed address (`site_url`). This site has none: the same files work under any host and path.
 * So Material's list stays empty, and this module decides which links lead to a page. Material does the rest, as for
 * its own links: it takes the address from `location$`, fetches the page and swaps the contents.
 *
 * Material's own handler would also take links that another script has already handled; this one leaves them alone.
 */

const root = new URL("../../", import.meta.url);

/**
 * Say whether following a link swaps pages of this site.
 *
 * @param {HTMLAnchorElement} link - The link.
 * @returns {boolean} Whether it leads to another page of the site. A link within the page is left to the browser.
 */
function leadsToAnotherPage(link) {
  if (link.target || link.hasAttribute("download") || link.origin !== root.origin) return false;
  // Every page's address is a folder; what has a file name is a download.
  const isPage = link.pathname.startsWith(root.pathname) && link.pathname.endsWith("/");
  return isPage && link.pathname !== location.pathname;
}

document.addEventListener("click", (event) => {
  if (event.defaultPrevented || event.button !== 0) return;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
  if (!(link instanceof HTMLAnchorElement) || !leadsToAnotherPage(link)) return;
  // Without Material's part the link is an ordinary one.
  if (!window.location$) return;
  // Nor may a page of a new build be put among the scripts of the old one.
  if (document.documentElement.hasAttribute("data-outdated")) return;
  event.preventDefault();
  // Where the reader was on the old page, in the form that Material restores it from on Back.
  history.replaceState({ x: window.scrollX, y: window.scrollY }, "");
  // Read once: as soon as the address has changed, a relative link would count from the new page.
  const page = new URL(link.href);
  history.pushState(null, "", page);
  window.location$.next(page);
});
