// Tells scripts of the page what the reader does: an answer given, a result reached. Events leave shadow roots.

/**
 * @param {import("./decision-tree.mjs").DecisionTree} element
 * @param {"answer" | "outcome"} what
 * @param {string} link the link text of the state after it
 * @param {object} more
 */
export function tell(element, what, link, more) {
  const detail = {
    tree: element.tree,
    edition: element.getAttribute("edition"),
    ...more,
    link: `${element.page}#${link}`,
  };
  element.dispatchEvent(new CustomEvent(`decision-tree:${what}`, { bubbles: true, composed: true, detail }));
}
