/**
 * Makes instant navigation work at any address.
 *
 * Material follows a link without loading the whole page only if the link's full address is in sitemap.xml, which it
 * writes only for one fixed address (`site_url`). This site has none: the same files work under any host and path.
 * So Material's list stays empty, and this module decides which links lead to a page. Material does the rest, as for
 * its own links: it takes the address from `location$`, fetches the page and swaps the contents.
 *
 * Material's own handler would also take links that another script has already handled; this one leaves them alone.
 */

import { onEachPage } from "../each-page.mjs";
import { linkToAnotherPage, setAddress } from "../links.mjs";

const root = new URL("../../", import.meta.url);

/**
 * @param {HTMLAnchorElement} link
 * @returns {boolean} whether it leads to a page of the site: a folder; an address with a file name is a download
 */
const isPage = ({ pathname }) => pathname.startsWith(root.pathname) && pathname.endsWith("/");

document.addEventListener("click", (event) => {
  const link = linkToAnotherPage(event);
  if (!link || !isPage(link)) return;
  // Without Material's part, the link is an ordinary one.
  if (!window.location$) return;
  // A page of a new build must not be combined with the scripts of the old one.
  if (document.documentElement.hasAttribute("data-outdated")) return;
  // Read once: as soon as the address has changed, a relative link would be resolved against the new page.
  const page = new URL(link.href);
  try {
    // The scroll position on the old page, in the form from which Material restores it on Back.
    history.replaceState({ x: window.scrollX, y: window.scrollY }, "");
  } catch {
    return; // the browser refuses to change the address: the link is an ordinary one
  }
  if (!setAddress("pushState", page.href)) return;
  event.preventDefault();
  window.location$.next(page);
});

/** The end of what Material replaces, if the site's pages have it. */
const END = ".md-footer";
if (document.querySelector(END)) {
  onEachPage(() => {
    // A page that did not arrive whole is loaded as such: without its scripts, its style sheet says what is missing.
    if (!document.querySelector(END)) location.reload();
  });
}
