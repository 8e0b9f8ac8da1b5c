// What the engine would show after each answer, asked for ahead: the answer's state is then shown at once.

import { makeLinksAbsolute } from "./absolute-links.mjs";
import { elementsOf } from "./swap.mjs";

/** @typedef {import("../../engine/engine-client.mjs").EngineClient} EngineClient */

/** More states than any question has answers, and few enough to forget nothing of use. */
const LIMIT = 60;

/**
 * A state as the engine draws it, and its elements once they have been made ahead.
 * @typedef {{ link: string, html: string, title: string, announcement: string, map: any, made?: Element[] }} View
 */

export class Foresight {
  /**
   * By page, too: the same tree may stand on several, and relative links in it are for one of them.
   * @type {Map<string, Promise<View>>}
   */
  #views = new Map();
  #engine;

  /** @param {EngineClient} engine */
  constructor(engine) {
    this.#engine = engine;
    // Another start may be another build of the engine.
    engine.addEventListener("change", () => {
      if (engine.state !== "ready") this.#views.clear();
    });
  }

  /**
   * @param {{ tree: string, link: string }} parameters those of the engine's `view`
   * @param {string} page the address of the page that shows it
   * @returns {Promise<View>} what the engine answers; settled already where it was foreseen
   */
  view(parameters, page) {
    const key = JSON.stringify([page, parameters]);
    const known = this.#views.get(key);
    if (known) return known;
    const asked = this.#engine.call("view", parameters);
    this.#views.set(key, asked);
    asked.catch(() => this.#views.delete(key));
    const oldest = this.#views.keys().next().value;
    if (this.#views.size > LIMIT && oldest !== undefined) this.#views.delete(oldest);
    return asked;
  }

  /**
   * Asks for every state that a link in what is shown leads to.
   * @param {string} tree the tree's id
   * @param {Element} shown
   * @param {string} page the address of the page that shows it
   */
  foresee(tree, shown, page) {
    for (const anchor of shown.querySelectorAll("[data-answer], [data-change], [data-action='start-again']")) {
      const link = anchor.getAttribute("href")?.split("#")[1];
      if (link !== tree && !link?.startsWith(`${tree}?`)) continue;
      this.view({ tree, link }, page).then(
        (seen) => whenIdle(() => (seen.made ??= make(seen, page))),
        () => {},
      );
    }
  }

  /**
   * @param {View} seen
   * @param {string} page the address of the page that is to show it
   * @returns {Element[]} the elements of a state, which are the caller's from now on
   */
  takeElements(seen, page) {
    const elements = seen.made ?? make(seen, page);
    seen.made = undefined;
    return elements;
  }
}

/** @param {View} seen @param {string} page */
function make(seen, page) {
  const elements = elementsOf(seen.html);
  for (const element of elements) makeLinksAbsolute(element, page);
  return elements;
}

/** @param {() => void} work */
function whenIdle(work) {
  if ("requestIdleCallback" in window) requestIdleCallback(work);
  else setTimeout(work); // Safari
}
