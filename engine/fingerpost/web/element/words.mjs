// Words and controls that Python has drawn in advance, each in a template, for use without the engine.
import { rootOf } from "./root.mjs";

/** @param {Element | null} template @returns {DocumentFragment} a copy of its content */
function copyOf(template) {
  const content = template instanceof HTMLTemplateElement ? template.content : new DocumentFragment();
  return /** @type {DocumentFragment} */ (content.cloneNode(true));
}

/** @param {Element | null} template @returns {string} its text */
export const textIn = (template) =>
  template instanceof HTMLTemplateElement ? (template.content.textContent ?? "") : "";

/**
 * @param {Element} element the page element, or a part of it
 * @param {string} key
 * @returns {Element | null} a template that the first tree of the page carries for all
 */
const shared = (element, key) => rootOf(element).querySelector(`template[data-say="${key}"]`);

/** @param {Element} element @param {string} key @returns {string} */
export const said = (element, key) => textIn(shared(element, key));

/** @param {Element} element @param {string} key @returns {HTMLElement} */
export const control = (element, key) => /** @type {HTMLElement} */ (copyOf(shared(element, key)).firstElementChild);

/** @param {Element} element @param {string} name @returns {Element[]} the elements that Python drew for this tree */
export const partsOf = (element, name) => [...copyOf(element.querySelector(`template[data-part="${name}"]`)).children];
