// Replacing what is shown by as little as needed, so that nothing moves and the focus stays where it is.

/** The question or the outcome that is shown. */
export const HEADING = ".fp-ask";

/**
 * Makes the children of a place those given, and leaves alone each one that is the same already.
 * @param {Element} place
 * @param {Element[]} children
 * @param {{ to?: string }} focus a selector of what gets the focus; without one the focus stays where it is, as far as
 *   there is such a place among the children
 */
export function swap(place, children, { to }) {
  const focused = place.contains(document.activeElement) ? document.activeElement : null;
  const before = [...place.children];
  const after = children.map((child, index) => (before[index]?.isEqualNode(child) ? before[index] : child));
  const leaving = before.filter((old) => !after.includes(old));
  const holder = leaving.find((old) => old.contains(focused));
  const mark = to ?? (holder && focused && markOf(focused));
  // First of all: when what has the focus leaves, the browser brings up to date all that has changed by then.
  holder?.remove();
  for (const old of leaving) old.remove();
  for (const [index, child] of after.entries()) {
    if (place.children[index] !== child) place.insertBefore(child, place.children[index] ?? null);
  }
  // What has no counterpart leaves the focus to the heading: from the whole page nobody would find back.
  const control = (mark && place.querySelector(mark)) ?? (holder && place.querySelector(HEADING));
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
  if (element.matches(HEADING)) return HEADING;
  const fold = element.matches("summary") && element.parentElement;
  return fold
    ? `[class="${fold.className}"]${fold.dataset.panel ? `[data-panel="${fold.dataset.panel}"]` : ""} > summary`
    : null;
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
