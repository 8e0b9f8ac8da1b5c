// Replacing what is shown by as little as needed, so that nothing moves and the focus stays where it is.

/**
 * Makes the children of a place those given, and leaves alone each one that is the same already.
 * @param {Element} place
 * @param {Element[]} children
 * @param {{ to?: string }} focus a selector of what gets the focus; without one the focus stays where it is, as far as
 *   there is such a place among the children
 */
export function swap(place, children, { to }) {
  const focused = place.contains(document.activeElement) ? document.activeElement : null;
  const mark = to ?? (focused && markOf(focused));
  const before = [...place.children];
  const after = children.map((child, index) => {
    const old = before[index];
    if (old?.isEqualNode(child)) return old;
    if (old) old.before(child);
    else place.append(child);
    return child;
  });
  const leaving = before.filter((old) => !after.includes(old));
  // Before anything leaves: to take away what has the focus costs the browser a look at all styles.
  if (mark && (to || leaving.some((old) => old.contains(focused)))) focusOn(mark, after);
  for (const old of leaving) old.remove();
}

/**
 * @param {string} mark
 * @param {Element[]} children
 */
function focusOn(mark, children) {
  const found = children.find((child) => child.matches(mark) || child.querySelector(mark));
  const control = found?.matches(mark) ? found : found?.querySelector(mark);
  if (control instanceof HTMLElement) control.focus({ preventScroll: true });
}

/**
 * @param {Element} element
 * @returns {string | null} a selector that finds the element's counterpart
 */
function markOf(element) {
  for (const name of ["data-answer", "data-change", "data-action"]) {
    const value = element.getAttribute(name);
    if (value !== null) return `[${name}="${CSS.escape(value)}"]`;
  }
  return element.matches(".fp-ask") ? ".fp-ask" : element.matches("summary") ? "summary" : null;
}

/**
 * @param {string} html drawn by the engine, which escapes all text
 * @returns {Element[]}
 */
export function elementsOf(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  return [...template.content.children];
}
