// The window's title: the state's own words before those of the page.

export class PageTitle {
  #page = "";
  #ours = "";

  /** @param {string} state - What the state is called; empty for the page alone. */
  show(state) {
    // Instant navigation sets a title after the page's elements are connected: what is not ours is the page's.
    if (document.title !== this.#ours) this.#page = document.title;
    this.#ours = state === "" ? this.#page : `${state} - ${this.#page}`;
    document.title = this.#ours;
  }
}
