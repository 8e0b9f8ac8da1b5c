// A limit to silence, counted in short steps: a clock that jumps, or a computer that sleeps, ends one of them at most.

/** The length of a step, in milliseconds. */
const STEP = 500;

export class Silence {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  #tooLong;

  /** @param {() => void} tooLong called when the limit is reached */
  constructor(tooLong) {
    this.#tooLong = tooLong;
  }

  /** Begins to wait, or begins anew. @param {number} limit in milliseconds */
  begin(limit) {
    this.end();
    const over = limit <= STEP ? this.#tooLong : () => this.begin(limit - STEP);
    this.#timer = setTimeout(over, STEP);
  }

  /** Stops waiting. */
  end() {
    clearTimeout(this.#timer);
  }
}
