// What the page knows about earlier editions without the engine: it is in the tree that the page carries.
import { textIn } from "../words.mjs";

/**
 * The parts of a compiled tree that tell of earlier editions.
 * @typedef {{ edition: string, editions?: string[], revised?: Record<string, { edition: string }>,
 *   renamed?: { questions?: Record<string, string>, answers?: Record<string, string> } }} CompiledTree
 */

/** @param {Element} element the page element @returns {{ editions: string[], renamed: Map<string, string> }}
 *   editions: those that the tree knows; renamed: present ids by old ones, that of an answer behind its question and a
 *   slash. No old id is still in use: `check` sees to that.
 */
export function earlierEditions(element) {
  /** @type {CompiledTree} */
  const tree = JSON.parse(textIn(element.querySelector("template.fp-data"))).tree;
  const revisions = Object.values(tree.revised ?? {});
  return {
    editions: [tree.edition, ...(tree.editions ?? []), ...revisions.map(({ edition }) => edition)],
    renamed: new Map(Object.entries({ ...tree.renamed?.questions, ...tree.renamed?.answers })),
  };
}
