// Replaces no more of the page than has changed, so that nothing moves and the focus stays where it is.
import { rootOf } from "../root.mjs";

/** The question or the outcome that is shown. */
export const HEADING = ".fp-ask";

/** The attributes that name a fold together. */
const NAMES_OF_FOLD = ["class", "data-panel", "data-other"];

/**
 * Replaces the children of an element, except those that have not changed.
 * @param {Element} parent
 * @param {Element[]} children
 * @param {{ to?: string, fresh?: boolean }} how to: a selector of the element to focus; without it, the focus moves to
 *   the counterpart of the focused element, if there is one; fresh: replaces all children
 */
export function swap(parent, children, { to, fresh = false }) {
  const { activeElement } = rootOf(parent);
  const focused = parent.contains(activeElement) ? activeElement : null;
  const before = [...parent.children];
  const after = children.map((child, index) => (!fresh && before[index]?.isEqualNode(child) ? before[index] : child));
  const leaving = before.filter((old) => !after.includes(old));
  const holder = leaving.find((old) => old.contains(focused));
  const mark = to ?? (holder && focused && markOf(focused));
  // Remove this one first: when a focused element is removed, the browser updates the layout for all changes so far.
  holder?.remove();
  for (const old of leaving) old.remove();
  for (const [index, child] of after.entries()) {
    if (parent.children[index] !== child) parent.insertBefore(child, parent.children[index] ?? null);
  }
  // Without a counterpart, focus the heading: from the top of the page, readers would have to find their place again.
  const control = (mark && parent.querySelector(mark)) ?? (holder && parent.querySelector(HEADING));
  if (control instanceof HTMLElement) control.focus({ preventScroll: true });
}

/**
 * @param {Element} element
 * @returns {string | null} a selector that finds the element's counterpart
 */
function markOf(element) {
  const mark = ["data-answer", "data-change", "data-action"].find((name) => element.hasAttribute(name));
  if (mark) return selectorOf(element, [mark]);
  if (element.matches(HEADING)) return HEADING;
  const fold = element.matches("summary") && element.parentElement;
  return fold ? `details${selectorOf(fold, NAMES_OF_FOLD)} > summary` : null;
}

/** @param {Element} element @param {string[]} names @returns {string} a selector of those attributes that it has */
function selectorOf(element, names) {
  const found = names.filter((name) => element.hasAttribute(name));
  return found.map((name) => `[${name}="${CSS.escape(element.getAttribute(name) ?? "")}"]`).join("");
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

/**
 * Leaves the folds open that the reader has opened.
 * @param {Element} shown the part of the page that is replaced
 * @param {Element[]} children the elements that replace it
 */
export function keepOpen(shown, children) {
  for (const fold of shown.querySelectorAll(".fp-live details[open]")) {
    const same = `details${selectorOf(fold, NAMES_OF_FOLD)}`;
    for (const child of children) child.querySelector(same)?.setAttribute("open", "");
  }
}
