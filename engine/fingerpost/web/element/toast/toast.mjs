// The line that says what just happened, with a way to take it back where there is one.
import { HEADING } from "../decision-tree/swap.mjs";
import { control, said } from "../words.mjs";

/** How long news stays that asks nothing of the reader, in milliseconds. */
const SHOWN = 10_000;

export class Toast {
  #element;
  /** A status region, so that what it says is spoken, too. @type {Element} */
  #line;
  /** What had the focus when a way back was offered. @type {Element | null} */
  #before = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #end;
  /** What to say once the reader is where a link leads. @type {(() => void) | undefined} */
  #awaited;

  /**
   * @param {Element} element the page element, whose heading gets the focus of a button that goes
   * @param {AbortSignal} signal ends it
   */
  constructor(element, signal) {
    this.#element = element;
    this.#line = /** @type {Element} */ (element.querySelector(".fp-toast"));
    signal.addEventListener("abort", () => this.clear());
    const leave = (/** @type {Event} */ event) => {
      if (!(event.target instanceof Node && this.#line.contains(event.target))) this.clear();
    };
    document.addEventListener("click", leave, { signal, capture: true });
    document.addEventListener("input", leave, { signal, capture: true });
    document.addEventListener("keydown", (event) => event.key === "Escape" && this.clear(), { signal });
  }

  /**
   * Good news: it goes by itself.
   * @param {string} key of the words
   */
  report(key) {
    this.warn(said(key));
    this.#end = setTimeout(() => this.clear(), SHOWN);
  }

  /**
   * Stays until the reader does something else.
   * @param {string} text
   */
  warn(text) {
    clearTimeout(this.#end);
    this.#replace(text);
  }

  /**
   * Stays until the reader does something else, and offers to take back what was done.
   * @param {string} key of the words
   * @param {() => void} undo
   */
  offer(key, undo) {
    this.warn(said(key));
    this.#before = document.activeElement;
    const button = control("undo");
    button.addEventListener("click", () => {
      this.clear();
      undo();
    });
    this.#line.append(" ", button);
  }

  /**
   * Offers the same once the reader is where a link leads.
   * @param {string} key of the words
   * @param {() => void} undo
   */
  offerOnArrival(key, undo) {
    this.#awaited = () => this.offer(key, undo);
  }

  /** @returns {(() => void) | undefined} says what was to be said on arrival */
  arrive() {
    this.clear();
    const awaited = this.#awaited;
    this.#awaited = undefined;
    return awaited;
  }

  clear() {
    clearTimeout(this.#end);
    if (this.#line.firstChild) this.#replace();
  }

  /**
   * Puts something else into the line, and gives the focus back where a button in it had it.
   * @param {string[]} texts
   */
  #replace(...texts) {
    const focused = this.#line.contains(document.activeElement);
    this.#line.replaceChildren(...texts);
    // Another tree on the page may have news, too.
    const shown = document.querySelector(".fp-toast:not(:empty)") !== null;
    document.documentElement.toggleAttribute("data-fingerpost-toast", shown);
    if (!focused) return;
    const back = canFocus(this.#before) ? this.#before : this.#element.querySelector(HEADING);
    if (back instanceof HTMLElement) back.focus({ preventScroll: true });
  }
}

/**
 * @param {Element | null} element
 * @returns {element is HTMLElement} whether it can have the focus (again)
 */
function canFocus(element) {
  return element instanceof HTMLElement && element !== document.body && element.getClientRects().length > 0;
}
