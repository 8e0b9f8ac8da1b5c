// Replacing what is shown by as little as needed, so that nothing moves and the focus stays where it is.

/**
 * Makes the children of a place those given, and leaves alone each one that is the same already.
 * @param {Element} place
 * @param {Element[]} children
 * @param {{ focus: boolean }} how focus: it stays where it is, as far as there is such a place among the children
 */
export function swap(place, children, { focus }) {
  const focused = focus && place.contains(document.activeElement) ? document.activeElement : null;
  const mark = focused && markOf(focused);
  const before = [...place.children];
  children.forEach((child, index) => {
    const old = before[index];
    if (!old) place.append(child);
    else if (!old.isEqualNode(child)) old.replaceWith(child);
  });
  for (const extra of before.slice(children.length)) extra.remove();
  const again = mark && !place.contains(focused) ? place.querySelector(mark) : null;
  if (again instanceof HTMLElement) again.focus({ preventScroll: true });
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
