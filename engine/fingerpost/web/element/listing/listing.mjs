// The listing on the page: folded with scripts, printed on request, and looked up until the engine draws states.
import { rootOf } from "../root.mjs";

/**
 * A state in the listing.
 * @typedef {{ entry: Element, rows: string[], used: Pair[], isCut: boolean, unsure?: Element }} Listed
 * rows: the names of the rows of its answers; used: the pairs of the link that led there; isCut: whether the listing
 * lacks the next state, because the page did not arrive whole; unsure: the listing's advice to somebody who is not sure
 * here, since only the engine can say what is still possible
 */

/** @typedef {import("../decision-tree/link-text.mjs").Pair} Pair */

/** @typedef {Map<string, string>} Renamed present ids by old ones, that of an answer behind its question and a slash */

/** @typedef {{ answer: string | null, row: Element | null }} Row with each answer of its question */

/** The folds that scripts close, so that the page is short and shows all its headings. */
const FOLDS = ".fp-entry > details.fp-fold, details.fp-map-outline";

export class Listing {
  /** The answers, and the rows of their questions, by the names of the answers. @type {Map<string, Row>} */
  #rows = new Map();
  /** The entry of each state, by its link; the first one is the start. @type {Map<string, Pick<Listed, "entry" | "unsure">>} */
  #anchors = new Map();
  #root;

  /**
   * Removes the ids of the anchors, so that the browser does not scroll to them: the page element now shows the states.
   * Closes the folds, which the style sheet already shows as closed.
   * @param {Element} root
   * @param {AbortSignal} signal ends all listening
   */
  constructor(root, signal) {
    this.#root = root;
    const picture = rootOf(root).querySelector(`[data-map="${CSS.escape(root.getAttribute("data-listing") ?? "")}"]`);
    for (const part of picture ? [root, picture] : [root]) {
      for (const fold of foldsIn(part)) fold.open = false;
      part.setAttribute("data-live", "");
    }
    const unfoldNamed = () => unfoldQuestion(root);
    unfoldNamed();
    window.addEventListener("hashchange", unfoldNamed, { signal });
    const printing = root.querySelector("[data-print]");
    printing?.addEventListener("click", (event) => printWhole(event, root), { signal });
    for (const { content } of root.querySelectorAll("template")) {
      const question = content.querySelector("[data-change]")?.getAttribute("data-change");
      for (const part of content.querySelectorAll(".fp-given")) {
        const answer = part.getAttribute("data-of");
        this.#rows.set(`${question}=${answer}`, { answer, row: content.querySelector("li") });
      }
    }
    for (const anchor of root.querySelectorAll(".fp-anchor")) {
      if (!(anchor instanceof HTMLElement)) continue;
      anchor.dataset.state ??= anchor.id;
      anchor.removeAttribute("id");
      const entry = anchor.closest("[data-entry]");
      const unsure = anchor.closest(".fp-entry-unsure") ?? undefined;
      if (entry) this.#anchors.set(anchor.dataset.state, { entry, unsure });
    }
  }

  /**
   * Follows the answers in a link from entry to entry: the listing gives only the shortest way to a question where ways
   * join, but every way leads to its entry.
   * @param {Pair[]} pairs the pairs of the text of a link
   * @param {Renamed} [renamed]
   * @returns {Listed | undefined} the furthest state that the answers lead to
   */
  find(pairs, renamed = new Map()) {
    const again = pairs.find(([name]) => name === "ask_again")?.[1]?.split(",") ?? [];
    const now = (/** @type {string} */ id) => renamed.get(id) ?? id;
    /** @type {string[]} */
    const rows = [];
    /** @type {Pair[]} */
    const used = [];
    let isCut = false;
    let [found] = this.#anchors.values();
    while (found && !found.unsure) {
      const question = found.entry.getAttribute("data-entry") ?? "";
      const answers = again.some((id) => now(id) === question)
        ? []
        : [...found.entry.querySelectorAll("[data-answer]")];
      const given = pairs.filter(([name]) => now(name) === question);
      // One question may have replaced another that was asked beside it: the answer to the one that remains counts.
      const direct = given.filter(([name]) => name === question);
      const [counts] = (direct[0] ? direct : given).flatMap((pair) => {
        const id = renamed.get(`${question}/${pair[1]}`) ?? pair[1];
        return answers.filter((link) => link.getAttribute("data-answer") === id).map((answer) => ({ pair, answer }));
      });
      if (!counts) break;
      const { pair, answer } = counts;
      // An answer may be in a link twice.
      used.push(...given.filter(([, value]) => value === pair[1]));
      const next = this.#anchors.get(answer.getAttribute("href")?.split("#")[1] ?? "");
      isCut = !next;
      if (!next) break;
      rows.push(`${question}=${answer.getAttribute("data-answer")}`);
      found = next;
    }
    return found && { ...found, rows, used, isCut };
  }

  /**
   * @param {string} name of a question
   * @param {string} value
   * @param {Renamed} [renamed]
   * @returns {boolean} whether an answer to the question has or had a longer id that begins with a value
   */
  mayGoOn(name, value, renamed = new Map()) {
    const question = renamed.get(name) ?? name;
    const answers = this.#root.querySelectorAll(`[data-entry="${CSS.escape(question)}"] [data-answer]`);
    const ids = [...answers].map((answer) => `${question}/${answer.getAttribute("data-answer")}`);
    const text = `${question}/${value}`;
    return [...ids, ...renamed.keys()].some((id) => id.startsWith(text) && id !== text);
  }

  /** @param {string} name of an answer @returns {Element[]} its row, as Python has drawn it for each answer */
  row(name) {
    const { answer, row: drawn } = this.#rows.get(name) ?? {};
    const row = drawn?.cloneNode(true);
    if (!(row instanceof HTMLElement)) return [];
    row.dataset.row = name;
    for (const part of row.querySelectorAll("[data-of]")) {
      if (part.getAttribute("data-of") === answer) part.removeAttribute("data-of");
      else part.remove();
    }
    return [row];
  }
}

/** @param {Element} part @returns {NodeListOf<HTMLDetailsElement>} */
const foldsIn = (part) => part.querySelectorAll(FOLDS);

/**
 * Opens the fold that contains a part of the listing.
 * @param {Element} part
 */
export function unfold(part) {
  const fold = part.closest(FOLDS);
  if (fold instanceof HTMLDetailsElement) fold.open = true;
}

/**
 * Opens the fold of the question that the address names: somebody has cited it.
 * @param {Element} root the listing
 */
function unfoldQuestion(root) {
  const id = location.hash.slice(1).replace(/%2f/i, "/");
  const named = root.querySelector(`.fp-ask[id="${CSS.escape(id)}"]`);
  const fold = named?.parentElement?.querySelector(":scope > details.fp-fold");
  if (fold instanceof HTMLDetailsElement) fold.open = true;
}

/**
 * Prints the whole listing instead of the state on the page.
 * @param {Event} event the click that asks for it
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
