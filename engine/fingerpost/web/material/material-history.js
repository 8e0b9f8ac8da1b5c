// Corrects Material's use of the browser's history; has to be loaded before Material's own script.
//
// Material changes the address first, and fetches and shows the page after that. On a slow line, much can happen in
// between; the first two corrections are about that.
(() => {
  /** The path of the page that Material fetched last, or is still fetching. @type {string | undefined} */
  let fetched;
  let onTheWay = false;
  addEventListener("DOMContentLoaded", () => {
    window.location$?.subscribe((page) => {
      onTheWay ||= page.pathname !== fetched;
      fetched = page.pathname;
    });
    window.document$?.subscribe(() => {
      onTheWay = false;
    });
  });

  // On the first move through the history, Material fetches the page again, even if only the fragment changed, and that
  // would take the focus away from the element. The window calls its listeners in the order in which they were added, so
  // this one has to be the first.
  addEventListener("popstate", (event) => {
    // Back during the fetch of another page: Material has to be informed, or it would show that page all the same.
    if ((fetched ?? location.pathname) !== location.pathname) return;
    const element = document.querySelector(":is(decision-tree, decision-plan, outcome-finder)[data-page]");
    const page = element instanceof HTMLElement && element.dataset.page;
    if (page === location.origin + location.pathname + location.search) event.stopImmediatePropagation();
  });

  // A moment after each scroll, Material stores the scroll position with the address. During a fetch, that would be the
  // position on the old page with the address of the new one, which would then open at that position.
  const replaceState = history.replaceState;
  history.replaceState = (...what) => {
    if (!onTheWay) replaceState.apply(history, what);
  };
})();

// Without this, Material would ask another origin for a stand-in. It measures when something is observed, and when the
// window changes.
window.ResizeObserver ??= /** @type {any} */ (
  class {
    #observed = new Set();
    #measure;
    constructor(/** @type {(entries: { target: Element }[]) => void} */ seen) {
      this.#measure = () => seen([...this.#observed].map((target) => ({ target })));
      addEventListener("resize", this.#measure);
    }
    observe(/** @type {Element} */ target) {
      this.#observed.add(target);
      setTimeout(this.#measure);
    }
    unobserve(/** @type {Element} */ target) {
      this.#observed.delete(target);
    }
    disconnect() {
      this.#observed.clear();
    }
  }
);

// A spoilt setting must not stop Material: it counts as none.
(() => {
  const page = /** @type {any} */ (window);
  const read = page.__md_get;
  page.__md_get = (/** @type {string} */ name, /** @type {unknown[]} */ ...where) => {
    try {
      const value = read(name, ...where);
      const isWhole = name !== "__palette" || (typeof value.index === "number" && value.color !== undefined);
      return isWhole ? value : null;
    } catch {
      return null;
    }
  };
})();

// Material stores a colour scheme at every visit, even before the reader has chosen one. Store only a choice.
(() => {
  const page = /** @type {any} */ (window);
  const store = page.__md_set;
  let chosen = false;
  const choose = (/** @type {Event} */ { target }) => {
    chosen ||= target instanceof HTMLInputElement && target.name === "__palette";
  };
  document.addEventListener("change", choose, { capture: true });
  page.__md_set = (/** @type {string} */ name, /** @type {unknown[]} */ ...rest) => {
    if (name !== "__palette" || chosen || page.__md_get(name)) store(name, ...rest);
  };
})();
