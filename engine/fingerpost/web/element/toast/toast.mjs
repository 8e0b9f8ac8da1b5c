// The line that reports the latest action, and offers to undo it where that is possible.
import { HEADING } from "../decision-tree/swap.mjs";
import { rootOf } from "../root.mjs";
import { warn } from "../warn.mjs";
import { control, said } from "../words.mjs";

/** Time for which a message that needs no action is shown, in milliseconds. */
const SHOWN = 10_000;

export class Toast {
  #element;
  /** A status region, so that screen readers speak its messages. @type {Element} */
  #line;
  /** The element that had the focus when "Undo" was offered. @type {Element | null} */
  #before = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #end;
  /** Shows a message once the reader has followed a link. @type {(() => void) | undefined} */
  #awaited;

  /**
   * @param {Element} element the page element, whose heading gets the focus when a focused button disappears
   * @param {AbortSignal} signal ends all listening
   */
  constructor(element, signal) {
    this.#element = element;
    this.#line = /** @type {Element} */ (element.querySelector(".fp-toast"));
    signal.addEventListener("abort", () => this.clear());
    const leave = (/** @type {Event} */ event) => {
      if (!event.composedPath().includes(this.#line)) this.clear();
    };
    document.addEventListener("click", leave, { signal, capture: true });
    document.addEventListener("input", leave, { signal, capture: true });
    document.addEventListener("keydown", (event) => event.key === "Escape" && this.clear(), { signal });
  }

  /**
   * Shows a message that disappears by itself.
   * @param {string} key of the message
   */
  report(key) {
    this.warn(said(this.#element, key));
    this.#end = setTimeout(() => this.clear(), SHOWN);
  }

  /**
   * Shows a message until the reader does something else.
   * @param {string} text
   * @param {Element[]} more shown after the words
   */
  warn(text, ...more) {
    clearTimeout(this.#end);
    this.#replace(text, ...more.flatMap((part) => [" ", part]));
  }

  /**
   * Tells that an action failed, and that nothing is lost.
   * @param {unknown} fault
   */
  fail(fault) {
    warn(fault);
    this.warn(said(this.#element, "action-failed"));
  }

  /**
   * Shows a message until the reader does something else, and offers to undo the action.
   * @param {string} key of the message
   * @param {() => void} undo
   */
  offer(key, undo) {
    this.tell(said(this.#element, key), undo);
  }

  /**
   * Makes such an offer in the engine's words.
   * @param {string} text
   * @param {() => void} undo
   * @param {Element[]} more shown between the words and the button
   */
  tell(text, undo, ...more) {
    const button = control(this.#element, "undo");
    button.addEventListener("click", () => {
      this.clear();
      undo();
    });
    this.warn(text, ...more, button);
    this.#before = rootOf(this.#element).activeElement;
  }

  /**
   * Makes such an offer once the reader has followed a link.
   * @param {string} text
   * @param {() => void} undo
   */
  offerOnArrival(text, undo) {
    this.#awaited = () => this.tell(text, undo);
  }

  /** @returns {(() => void) | undefined} a function that makes the offer that was waiting, if any */
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
   * Replaces the content of the line, and restores the focus if a button in the line had it.
   * @param {(string | Element)[]} parts
   */
  #replace(...parts) {
    const focused = this.#line.contains(rootOf(this.#line).activeElement);
    this.#line.replaceChildren(...parts);
    // Another tree on the page may show a message, too.
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
