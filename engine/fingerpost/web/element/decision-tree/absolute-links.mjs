// Absolute links: instant navigation changes the address first, and the page once it has arrived. Until then a relative
// link of the old page would count from the address of the new one.

/** As HTML has it, and as the picture of a tree does. */
const ATTRIBUTES = ["href", "xlink:href"];
/** With a scheme, or of another host. */
const ABSOLUTE = /^(?:[a-z][a-z\d+.-]*:|\/\/)/i;

/**
 * Makes every relative link absolute, as Material does with the links of a page that it loads.
 * @param {ParentNode} part of the page
 * @param {string} page the address of the page for which the links were drawn
 */
export function makeLinksAbsolute(part, page) {
  for (const link of part.querySelectorAll("a")) {
    for (const name of ATTRIBUTES) {
      const address = link.getAttribute(name);
      if (address !== null && !ABSOLUTE.test(address)) link.setAttribute(name, new URL(address, page).href);
    }
  }
}
