// Shows states before the engine is ready, or without it: looks them up in the listing that Python has drawn.
import { Listing } from "../listing/listing.mjs";
import { partsOf } from "../words.mjs";
import { makeLinksAbsolute } from "./absolute-links.mjs";
import { earlierEditions } from "./carried.mjs";
import { readLink } from "./link-text.mjs";

/** @typedef {import("./link-text.mjs").LinkText} LinkText */
/** @typedef {import("./link-text.mjs").Pair} Pair */

/** The parts of a listing entry that a card shows. */
const IN_CARD = [
  ":scope > :not(.fp-anchor, .fp-entry-name, .fp-fold, template)",
  ":scope > .fp-fold > :not(summary, .fp-entry-unsure)",
].join();

/** The names of the pairs that are no answers. */
const NO_ANSWERS = ["edition", "mode", "ask_again", "sender_need", "said_by", "plan"];

/** The most characters of a link that a notice names. */
const MOST_NAMED = 200;

/** The longest link text that the engine reads. */
const LONGEST = 65_536;

export class StaticView {
  /** Whether the last state that was drawn leaves out what only the engine could say, while that may still come. */
  withheld = false;
  #element;
  #listing;
  /** The content shown before the first answer. */
  #start;
  /** Read once a link has answers. @type {ReturnType<typeof earlierEditions> | undefined} */
  #earlier;

  /**
   * @param {HTMLElement} element the page element, which shows the first question
   * @param {Element} listing the listing of its tree
   * @param {AbortSignal} signal ends all listening
   */
  constructor(element, listing, signal) {
    this.#element = element;
    this.#listing = new Listing(listing, signal);
    this.#start = [...(element.querySelector(".fp-live")?.children ?? [])].map((part) => part.cloneNode(true));
  }

  /**
   * @param {string} link the text of a link
   * @param {boolean} alone whether the engine will not draw the state
   * @returns {{ elements: Element[], isCut: boolean, unsure?: Element } | undefined} undefined if the listing lacks the
   *   state; isCut: whether it lacks only a later one; unsure: the listing's advice to somebody who is not sure here,
   *   since only the engine can say what is still possible
   */
  draw(link, alone) {
    const isLong = link.length > LONGEST;
    const read = readLink(isLong ? "" : link);
    const ours = read.tree === "" || read.tree === this.#element.getAttribute("tree");
    if (read.pairs.length > 0) this.#earlier ??= earlierEditions(this.#element);
    const state = this.#listing.find(ours ? read.pairs : [], this.#earlier?.renamed);
    if (!state) return undefined;
    const { entry, unsure, isCut } = state;
    const rows = (unsure ? state.rows.slice(0, -1) : state.rows).flatMap((name) => this.#listing.row(name));
    const elements = rows.length > 0 ? this.#card(entry, rows) : this.#start.map((part) => part.cloneNode(true));
    const endIsLost = this.#isCutOff(read, ours);
    const notices = isLong ? partsOf(this.#element, "too-long") : this.#notice(read, ours, endIsLost);
    const more = ours ? this.#leftOut(endIsLost ? read.pairs.slice(0, -1) : read.pairs, state.used) : [];
    this.withheld = more.length > 0 && !alone;
    const shown = [...notices, ...(alone ? more : []), .../** @type {Element[]} */ (elements)];
    for (const part of shown) makeLinksAbsolute(part, this.#element.dataset.page ?? "");
    return { elements: shown, isCut, unsure };
  }

  /** @param {Element} entry @param {Element[]} rows @returns {Element[]} */
  #card(entry, rows) {
    const outcome = entry.matches(".fp-entry-outcome");
    const parts = partsOf(this.#element, outcome ? "outcome" : "question");
    const [card, trail] = /** @type {[Element, Element]} */ (parts);
    card.setAttribute(outcome ? "data-outcome" : "data-question", entry.getAttribute("data-entry") ?? "");
    for (const part of entry.querySelectorAll(IN_CARD)) {
      const copy = card.appendChild(part.cloneNode(true));
      if (copy instanceof HTMLDetailsElement) copy.open = false;
      if (copy instanceof Element) copy.removeAttribute("id");
    }
    trail.querySelector("ol")?.replaceChildren(...rows);
    if (outcome) {
      // The engine, too, gives the reason of the answer that decides.
      const because = rows.at(-1)?.querySelector(".fp-because")?.cloneNode(true);
      if (because) card.querySelector(".fp-why")?.replaceChildren(...because.childNodes);
      card.querySelector(".fp-more")?.append(...partsOf(this.#element, "result-actions"));
    }
    const marked = parts.some((part) => part.querySelector(".fp-ours"));
    return marked ? [...parts, ...partsOf(this.#element, "ours-note")] : parts;
  }

  /**
   * @param {LinkText} read
   * @param {boolean} ours whether the link is for this tree
   * @param {boolean} endIsLost
   * @returns {Element[]}
   */
  #notice(read, ours, endIsLost) {
    const edition = read.pairs.find(([name]) => name === "edition")?.[1];
    const present = this.#element.getAttribute("edition") ?? "";
    if (endIsLost) return partsOf(this.#element, "cut-off");
    if (!ours) return this.#naming("other-tree", read.tree);
    return edition !== undefined && edition !== present ? partsOf(this.#element, "another-edition") : [];
  }

  /**
   * @param {Pair[]} pairs of the link
   * @param {Pair[]} used those that count in the state
   * @returns {Element[]} notices of what only the engine can use or explain
   */
  #leftOut(pairs, used) {
    const asked = pairs.some(([name, value]) => name === "mode" && value === "hand-over");
    const notices = asked ? partsOf(this.#element, "asked-by-colleague") : [];
    const left = pairs.filter((pair) => !NO_ANSWERS.includes(pair[0]) && !used.includes(pair));
    const names = left.map(([name, value]) => (value === undefined ? name : `${name}=${value}`)).join(", ");
    return names ? [...notices, ...this.#naming("left-out", names.slice(0, MOST_NAMED))] : notices;
  }

  /** @param {string} kind of notice @param {string} names @returns {Element[]} the notice with the names in it */
  #naming(kind, names) {
    const parts = partsOf(this.#element, kind);
    for (const part of parts) part.querySelector("[data-named]")?.replaceChildren(names);
    return parts;
  }

  /**
   * As `answers/cut_off.py` has it.
   * @param {LinkText} read
   * @param {boolean} ours
   * @returns {boolean} whether the link seems to have lost its end
   */
  #isCutOff({ tree, pairs, brokenOff }, ours) {
    const [name = "", value] = pairs.at(-1) ?? [];
    if (pairs.length === 0) return !ours && (this.#element.getAttribute("tree") ?? "").startsWith(tree);
    if (!ours || pairs.slice(0, -1).some(([other]) => other === "edition")) return false;
    if (value === undefined) return /^[#a-z0-9_-]*$/.test(name);
    const { editions = [], renamed } = this.#earlier ?? {};
    if (name === "edition") return begins(value, editions);
    return brokenOff || this.#listing.mayGoOn(name, value, renamed);
  }
}

/** @param {string} text @param {string[]} known @returns {boolean} whether it begins one of them and is none itself */
const begins = (text, known) => !known.includes(text) && known.some((word) => word.startsWith(text));
