// What a page carries of its tree besides what it shows.
import { textIn } from "../words.mjs";

/** @typedef {import("../../engine/trees.mjs").Carried} Carried */

/**
 * @param {Element} element the page element
 * @param {string} page the address of its page
 * @returns {Carried} the compiled tree for the engine; an empty text, which the engine refuses, if the page has none
 */
export function carriedBy(element, page) {
  const template = /** @type {HTMLElement | null} */ (element.querySelector("template.fp-data"));
  const file = template?.dataset.file;
  return file ? { address: new URL(file, page).href } : { text: textIn(template) };
}

/**
 * What the page knows about earlier editions without the engine.
 * @param {Element} element the page element
 * @returns {{ editions: string[], renamed: Map<string, string> }}
 *   editions: those that the tree knows; renamed: present ids by old ones, that of an answer behind its question and a
 *   slash. No old id is still in use: `check` sees to that.
 */
export function earlierEditions(element) {
  const { editions = [], renamed = {} } = JSON.parse(textIn(element.querySelector("template.fp-editions")) || "{}");
  return { editions: [element.getAttribute("edition") ?? "", ...editions], renamed: new Map(Object.entries(renamed)) };
}
