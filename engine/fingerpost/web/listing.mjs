// The listing on the page, read as the routes that it carries: what the tree does until the engine is ready.

/**
 * A state as far as the listing tells it.
 * @typedef {{ entry: Element, rows: Element[], unsure?: Element }} Stand
 * unsure: what the listing says to somebody who is not sure here; what is still possible only the engine can tell
 */

/** How long after the last change of width everything has its size, in milliseconds. */
const SETTLED_AFTER = 500;

export class Listing {
  #root;
  /** The question or outcome that each state's link leads to. @type {Map<string, Element>} */
  #entries = new Map();

  /**
   * Takes the anchors' ids away, so that the browser does not scroll to them: from now on the element shows states.
   * @param {Element} root
   */
  constructor(root) {
    this.#root = root;
    for (const anchor of root.querySelectorAll(".fp-anchor, .fp-ask[id]")) {
      if (!(anchor instanceof HTMLElement)) continue;
      anchor.dataset.state ??= anchor.id;
      anchor.removeAttribute("id");
      const entry = anchor.closest("[data-entry]");
      if (entry && !anchor.closest(".fp-entry-unsure")) this.#entries.set(anchor.dataset.state, entry);
    }
  }

  /**
   * Lets the browser leave out what is out of sight, which has its size by now; of another width it takes others.
   * @param {AbortSignal} signal ends it
   */
  settle(signal) {
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    let waiting;
    const settle = () => this.#root.setAttribute("data-settled", "");
    const begin = () => {
      clearTimeout(waiting);
      waiting = setTimeout(settle, SETTLED_AFTER);
    };
    let width = window.innerWidth;
    const measureAgain = () => {
      if (window.innerWidth === width) return;
      width = window.innerWidth;
      this.#root.removeAttribute("data-settled");
      begin();
    };
    window.addEventListener("resize", measureAgain, { signal });
    signal.addEventListener("abort", () => clearTimeout(waiting));
    begin();
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
      const template = entry.querySelector("template.fp-rows");
      const row =
        template instanceof HTMLTemplateElement &&
        template.content.querySelector(`[data-row="${CSS.escape(`${question}=${answer}`)}"]`);
      if (!choice || !row) return { entry, rows };
      const next = this.#entries.get(choice.getAttribute("href")?.split("#")[1] ?? "");
      if (!next) return { entry, rows, unsure: entry.querySelector(".fp-entry-unsure") ?? undefined };
      rows.push(row);
      entry = next;
    }
    return undefined;
  }
}
