// Asks the engine ahead for the state after each answer, so that it can be shown at once.

import { makeLinksAbsolute } from "./absolute-links.mjs";
import { elementsOf } from "./swap.mjs";

/** @typedef {import("../../engine/engine-client.mjs").EngineClient} EngineClient */

/** The most states to cache: more than any question has answers, so that none in use is dropped. */
const LIMIT = 60;

/**
 * A state as the engine draws it, and its elements if they have been made ahead.
 * @typedef {{ link: string, html: string, title: string, announcement: string, map: any, made?: Element[] }} View
 */

export class Foresight {
  /**
   * Cached views. The key includes the page: the same tree may be on several, and relative links hold for only one.
   * @type {Map<string, Promise<View>>}
   */
  #views = new Map();
  #engine;

  /** @param {EngineClient} engine */
  constructor(engine) {
    this.#engine = engine;
    // After a restart, the engine may be of another build.
    engine.addEventListener("change", () => {
      if (engine.state !== "ready") this.#views.clear();
    });
  }

  /**
   * @param {{ tree: string, link: string }} parameters those of the engine's `view`
   * @param {string} page the address of the page that shows it
   * @returns {Promise<View>} the engine's answer; already settled if it was asked for ahead
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
   * Asks for every state that a link in the state on the page leads to.
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
