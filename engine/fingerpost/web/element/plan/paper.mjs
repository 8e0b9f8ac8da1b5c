// The plan for printing, drawn in advance, because the browser's own print command does not wait.
import { elementsOf } from "../decision-tree/swap.mjs";
import { warn } from "../warn.mjs";

/** The pause after a change before the plan is drawn, in milliseconds: a long plan takes the engine a while. */
const PAUSE = 1_500;

export class PlanPaper {
  #element;
  #ask;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /**
   * @param {Element} element the page element
   * @param {() => Promise<string>} ask returns the HTML of the plan
   */
  constructor(element, ask) {
    this.#element = element;
    this.#ask = ask;
  }

  /** Draws the plan after a pause; until then, the page itself is printed. */
  update() {
    this.drop();
    this.#timer = setTimeout(() => this.draw().catch(warn), PAUSE);
  }

  /** Prints the page itself until there is a new drawing. */
  drop() {
    clearTimeout(this.#timer);
    this.#replace("");
  }

  /** @returns {Promise<void>} rejected when the engine fails */
  async draw() {
    clearTimeout(this.#timer);
    const timer = this.#timer;
    const html = await this.#ask();
    // A later change has begun another pause.
    if (timer === this.#timer) this.#replace(html);
  }

  /** @param {string} html drawn by the engine, which escapes all text */
  #replace(html) {
    this.#element.querySelector(".fp-print")?.replaceChildren(...elementsOf(html));
    this.#element.toggleAttribute("data-record", html !== "");
  }
}
