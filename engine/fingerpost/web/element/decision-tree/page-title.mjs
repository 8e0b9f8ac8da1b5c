// The window's title: the state's own words before those of the page.

let page = "";
let ours = "";
/** The tree whose state the title names; a page may have several. @type {Element | undefined} */
let named;

/**
 * @param {Element} tree the page element
 * @param {string} state what its state is called; empty for the page alone
 */
export function showTitle(tree, state) {
  // Instant navigation sets a title after the page's elements are connected: what is not ours is the page's.
  if (document.title !== ours) {
    page = document.title;
    named = undefined;
  }
  if (state === "" && named !== tree) return;
  named = state === "" ? undefined : tree;
  ours = named ? `${state} - ${page}` : page;
  document.title = ours;
}
