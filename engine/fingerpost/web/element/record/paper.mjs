// The record for printing, drawn in advance, because the browser's own print command does not wait.
import { elementsOf } from "../decision-tree/swap.mjs";
import { warn } from "../warn.mjs";

/** The pause after a change before the record is drawn, in milliseconds. */
const PAUSE = 300;

export class PaperRecord {
  #element;
  #ask;
  /** Counts the records, so that a late one cannot replace a newer one. */
  #number = 0;
  /** The link text of the state whose record is printed. */
  #link = "";

  /**
   * @param {Element} element the page element
   * @param {() => Promise<string>} ask returns the record's HTML
   */
  constructor(element, ask) {
    this.#element = element;
    this.#ask = ask;
  }

  /** Draws the record again. @param {string} link the link text of the state shown */
  update(link) {
    // Until the record of a new state is drawn, the page itself is printed.
    if (this.#link !== link) this.drop();
    this.#link = link;
    const number = ++this.#number;
    if (this.#element.querySelector(".fp-live [data-row]")) setTimeout(() => this.#draw(number), PAUSE);
  }

  /** Prints the page itself until there is a new record. */
  drop() {
    this.#number += 1;
    this.replace("");
  }

  /** @param {string} html drawn by the engine, which escapes all text */
  replace(html) {
    this.#element.querySelector(".fp-print")?.replaceChildren(...elementsOf(html));
    this.#element.toggleAttribute("data-record", html !== "");
  }

  /** @param {number} number its number; a later one means that this record is out of date */
  async #draw(number) {
    if (number !== this.#number) return;
    try {
      const html = await this.#ask();
      if (number === this.#number) this.replace(html);
    } catch (fault) {
      warn(fault);
      if (number === this.#number) this.drop();
    }
  }
}
