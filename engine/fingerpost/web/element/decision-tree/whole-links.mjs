// Links that lead to the same place whatever the address bar says. Instant navigation changes the address first, and the
// page once it has arrived: until then a relative link of the old page would count from the address of the new one.

/** As HTML has it, and as the picture of a tree does. */
const ATTRIBUTES = ["href", "xlink:href"];
/** With a scheme, or of another host: whole already. */
const WHOLE = /^(?:[a-z][a-z\d+.-]*:|\/\/)/i;

/**
 * Makes every relative link of a place whole, as Material does with the links of a page that it loads.
 * @param {ParentNode} place
 * @param {string} page the address of the page that the links were written for
 */
export function makeLinksWhole(place, page) {
  for (const link of place.querySelectorAll("a")) {
    for (const name of ATTRIBUTES) {
      const address = link.getAttribute(name);
      if (address !== null && !WHOLE.test(address)) link.setAttribute(name, new URL(address, page).href);
    }
  }
}
