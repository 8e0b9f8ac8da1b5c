// The window's title: the title of the state, then that of the page.

let page = "";
let ours = "";
/** The tree whose state the title names; a page may have several. @type {Element | undefined} */
let named;

/**
 * @param {Element} tree the page element
 * @param {string} state the title of its state; empty for the page's title alone
 */
export function showTitle(tree, state) {
  // Instant navigation sets the title after the page's elements are connected: a title not set here is the page's own.
  if (document.title !== ours) {
    page = document.title;
    named = undefined;
  }
  if (state === "" && named !== tree) return;
  named = state === "" ? undefined : tree;
  ours = named ? `${state} - ${page}` : page;
  document.title = ours;
}
