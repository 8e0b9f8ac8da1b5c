// The line that says what just happened, with a way to take it back where there is one.

/** How long news stays that asks nothing of the reader, in milliseconds. */
const SHOWN = 10_000;

export class Toast {
  /** @type {Element} */
  #line;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #end;

  /**
   * @param {Element} line where it stands: a status region, so that it is spoken, too
   * @param {AbortSignal} signal ends it
   */
  constructor(line, signal) {
    this.#line = line;
    signal.addEventListener("abort", () => this.clear());
    const leave = (/** @type {Event} */ event) => {
      if (!(event.target instanceof Node && line.contains(event.target))) this.clear();
    };
    document.addEventListener("click", leave, { signal, capture: true });
    document.addEventListener("keydown", (event) => event.key === "Escape" && this.clear(), { signal });
  }

  /**
   * Good news: it goes by itself.
   * @param {string} text
   */
  tell(text) {
    this.warn(text);
    this.#end = setTimeout(() => this.clear(), SHOWN);
  }

  /**
   * Stays until the reader does something else.
   * @param {string} text
   */
  warn(text) {
    clearTimeout(this.#end);
    this.#line.textContent = text;
    document.documentElement.toggleAttribute("data-fingerpost-toast", true);
  }

  /**
   * Stays until the reader does something else, and offers to take back what was done.
   * @param {string} text
   * @param {string} label of the button
   * @param {() => void} undo
   */
  offer(text, label, undo) {
    this.warn(text);
    const button = document.createElement("button");
    button.type = "button";
    button.className = "md-button fp-button";
    button.textContent = label;
    button.addEventListener("click", () => {
      this.clear();
      undo();
    });
    this.#line.append(" ", button);
  }

  clear() {
    clearTimeout(this.#end);
    if (!this.#line.firstChild) return;
    this.#line.replaceChildren();
    document.documentElement.removeAttribute("data-fingerpost-toast");
  }
}
