// The listing on the page, read as the routes that it carries: what the tree does until the engine is ready.

/**
 * A state as far as the listing tells it.
 * @typedef {{ entry: Element, rows: Element[], unsure?: Element }} Stand
 * unsure: what the listing says to somebody who is not sure here; what is still possible only the engine can tell
 */

/** What is open without scripts, and closed with them: the page is short, and its headings are all there. */
const FOLDS = ".fp-entry > details.fp-fold, details.fp-map-outline";

export class Listing {
  /** The question or outcome that each state's link leads to. @type {Map<string, Element>} */
  #entries = new Map();

  /**
   * Takes the anchors' ids away, so that the browser does not scroll to them: from now on the element shows states.
   * Closes the folds, which the style sheet has shown as closed already.
   * @param {Element} root
   * @param {AbortSignal} signal ends it
   */
  constructor(root, signal) {
    const picture = document.querySelector(`[data-map="${CSS.escape(root.getAttribute("data-listing") ?? "")}"]`);
    for (const part of picture ? [root, picture] : [root]) {
      for (const fold of foldsIn(part)) fold.open = false;
      part.setAttribute("data-live", "");
    }
    const printing = root.querySelector("[data-print]");
    printing?.addEventListener("click", (event) => printWhole(event, root), { signal });
    for (const anchor of root.querySelectorAll(".fp-anchor, .fp-ask[id]")) {
      if (!(anchor instanceof HTMLElement)) continue;
      anchor.dataset.state ??= anchor.id;
      anchor.removeAttribute("id");
      const entry = anchor.closest("[data-entry]");
      if (entry && !anchor.closest(".fp-entry-unsure")) this.#entries.set(anchor.dataset.state, entry);
    }
  }

  /**
   * Follows the answers of a link by the links in the listing, up to one that the tree does not have (any more).
   * @param {string} tree the tree's id
   * @param {string} link the text of a link
   * @returns {Stand | undefined} undefined where the page has no listing of the tree
   */
  replay(tree, link) {
    const answers = new URLSearchParams(link.slice(link.indexOf("?") + 1));
    const again = answers.get("ask_again")?.split(",") ?? [];
    /** @type {Element[]} */
    const rows = [];
    let entry = this.#entries.get(tree);
    while (entry) {
      const question = entry.getAttribute("data-entry") ?? "";
      const answer = again.includes(question) ? null : answers.get(question);
      if (answer === null) return { entry, rows };
      const choice = entry.querySelector(`[data-answer="${CSS.escape(answer)}"]`);
      const row = rowOf(entry, `${question}=${answer}`);
      if (!choice || !row) return { entry, rows };
      const next = this.#entries.get(choice.getAttribute("href")?.split("#")[1] ?? "");
      if (!next) return { entry, rows, unsure: entry.querySelector(".fp-entry-unsure") ?? undefined };
      rows.push(row);
      entry = next;
    }
    return undefined;
  }
}

/**
 * Puts together the row of an answer, as the engine draws it, of what all answers have in common and what is its own.
 * @param {Element} entry the question
 * @param {string} name the answer's, with its question
 * @returns {Element | undefined}
 */
function rowOf(entry, name) {
  const template = entry.querySelector("template.fp-rows");
  if (!(template instanceof HTMLTemplateElement)) return undefined;
  const own = template.content.querySelector(`[data-row="${CSS.escape(name)}"]`);
  const row = template.content.querySelector("li")?.cloneNode(true);
  if (!own || !(row instanceof HTMLElement)) return undefined;
  const [given, ...because] = [...own.children].map((part) => part.cloneNode(true));
  row.dataset.row = name;
  row.querySelector(".fp-asked")?.after(" ", given ?? "");
  row.append(...because);
  return row;
}

/** @param {Element} part @returns {NodeListOf<HTMLDetailsElement>} */
const foldsIn = (part) => part.querySelectorAll(FOLDS);

/**
 * @param {Element} entry a question or an outcome of the listing
 * @returns {NodeListOf<Element>} what is shown of it by itself
 */
export function partsOf(entry) {
  const folded = ":scope > .fp-fold > :not(summary, .fp-entry-unsure)";
  return entry.querySelectorAll(`:scope > :not(.fp-anchor, .fp-fold, template), ${folded}`);
}

/**
 * Opens the fold in which a part of the listing stands.
 * @param {Element} part
 */
export function unfold(part) {
  const fold = part.closest(FOLDS);
  if (fold instanceof HTMLDetailsElement) fold.open = true;
}

/**
 * Prints the whole listing, in the place of what the reader has in front of them.
 * @param {Event} event the wish for it
 * @param {Element} root the listing
 */
function printWhole(event, root) {
  event.preventDefault();
  const closed = [...foldsIn(root)].filter((fold) => !fold.open);
  for (const fold of closed) fold.open = true;
  root.setAttribute("data-printing", "");
  const done = () => {
    root.removeAttribute("data-printing");
    for (const fold of closed) fold.open = false;
  };
  window.addEventListener("afterprint", done, { once: true });
  window.print();
}
