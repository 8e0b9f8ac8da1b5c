// The record for paper, drawn ahead: a browser's own print command does not wait.
import { elementsOf } from "../decision-tree/swap.mjs";
import { warn } from "../warn.mjs";

/** How long the reader has to pause before it is drawn, in milliseconds. */
const PAUSE = 300;

export class PaperRecord {
  #element;
  #ask;
  /** Counts the records, so that a late one cannot replace a newer one. */
  #number = 0;
  /** The link text of the state whose record paper gets. */
  #link = "";

  /**
   * @param {Element} element the page element
   * @param {() => Promise<string>} ask gives the record's HTML
   */
  constructor(element, ask) {
    this.#element = element;
    this.#ask = ask;
  }

  /** Draws the record again. @param {string} link the link text of what is shown */
  update(link) {
    // Until the record of another state is there, paper gets what is on the screen.
    if (this.#link !== link) this.drop();
    this.#link = link;
    const number = ++this.#number;
    if (this.#element.querySelector(".fp-live [data-row]")) setTimeout(() => this.#draw(number), PAUSE);
  }

  /** Gives paper what is on the screen, as long as there is no record of it. */
  drop() {
    this.#number += 1;
    this.replace("");
  }

  /** @param {string} html drawn by the engine, which escapes all text */
  replace(html) {
    this.#element.querySelector(".fp-print")?.replaceChildren(...elementsOf(html));
    this.#element.toggleAttribute("data-record", html !== "");
  }

  /** @param {number} number a later one, or a change of state, makes it of no use */
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
