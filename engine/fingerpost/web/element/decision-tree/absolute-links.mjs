// Makes links absolute. Instant navigation changes the address first and replaces the page later; in between, a
// relative link of the old page would be resolved against the address of the new one.

/** The attributes of links in HTML and in the picture of a tree, which is SVG. */
const ATTRIBUTES = ["href", "xlink:href", "src"];
/** Matches an address with a scheme or a host. */
const ABSOLUTE = /^(?:[a-z][a-z\d+.-]*:|\/\/)/i;

/**
 * Makes every relative link absolute, as Material does with the links of a page that it loads.
 * @param {ParentNode} part of the page
 * @param {string} page the address of the page for which the links were drawn
 */
export function makeLinksAbsolute(part, page) {
  for (const link of part.querySelectorAll("a, img")) {
    for (const name of ATTRIBUTES) {
      const address = link.getAttribute(name);
      if (address !== null && !ABSOLUTE.test(address)) link.setAttribute(name, new URL(address, page).href);
    }
  }
}
