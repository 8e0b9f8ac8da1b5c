// Asks the engine ahead for the state after each answer, so that it can be shown at once.

import { today } from "../record/files.mjs";
import { makeLinksAbsolute } from "./absolute-links.mjs";
import { elementsOf } from "./swap.mjs";

/** @typedef {import("../../engine/engine-client.mjs").EngineClient} EngineClient */

/** The most states to ask ahead for from one state: the answers to a long question, and some changes. */
const AHEAD = 40;

/** The most states to cache: more than are asked ahead for, so that none in use is dropped. */
const LIMIT = 60;

/** The links to states that are asked ahead for, the likeliest first. */
const LIKELY = ["[data-answer]", "[data-action='start-again']", "[data-change]"];

/**
 * A state as the engine draws it, and its elements if they have been made ahead.
 * @typedef {{ link: string, html: string, title: string, announcement: string, map: any, made?: Element[],
 *   evidence: Record<string, import("../notes/store.mjs").Evidence> }} View
 */

/**
 * What the engine's `view` takes, and the address of the page that shows it: relative links hold for one page only.
 * @typedef {{ tree: string, link: string, page: string }} Place
 */

export class Foresight {
  /** Cached views. @type {Map<string, Promise<View>>} */
  #views = new Map();
  /** The states still to ask ahead for. @type {Place[]} */
  #ahead = [];
  /** The number of views that the engine is drawing. */
  #drawing = 0;
  #engine;

  /** @param {EngineClient} engine */
  constructor(engine) {
    this.#engine = engine;
    // After a restart, the engine may be of another build.
    engine.addEventListener("change", () => {
      if (engine.state === "ready") return;
      this.#views.clear();
      this.#ahead = [];
    });
  }

  /**
   * Draws a state that the reader waits for, before all that are still to be asked ahead for.
   * @param {Place} place
   * @returns {Promise<View>} the engine's answer; already settled if it was asked for ahead
   */
  view(place) {
    // They follow from the state that the reader leaves.
    this.#ahead = this.#ahead.filter(({ tree }) => tree !== place.tree);
    return this.#draw(place);
  }

  /**
   * Asks for the states that links in the state on the page lead to, one after another: a call cannot be taken back, so
   * a click waits for one at most.
   * @param {string} tree the tree's id
   * @param {Element} shown
   * @param {string} page the address of the page that shows it
   */
  foresee(tree, shown, page) {
    const anchors = LIKELY.flatMap((kind) => [...shown.querySelectorAll(kind)]);
    const links = anchors.map((anchor) => anchor.getAttribute("href")?.split("#")[1] ?? "");
    const ours = links.filter((link) => link === tree || link.startsWith(`${tree}?`)).slice(0, AHEAD);
    this.#ahead.push(...ours.map((link) => ({ tree, link, page })));
    this.#askNext();
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

  #askNext() {
    const place = this.#drawing ? undefined : this.#ahead.shift();
    if (!place) return;
    const made = this.#draw(place).then((seen) => whenIdle(() => (seen.made ??= make(seen, place.page))));
    made.catch(() => {}).then(() => this.#askNext());
  }

  /** @param {Place} place @returns {Promise<View>} */
  #draw({ tree, link, page }) {
    const key = JSON.stringify([page, tree, link]);
    const known = this.#views.get(key);
    if (known) return known;
    this.#drawing += 1;
    const drawn = this.#engine.call("view", { tree, link, date: today() }).finally(() => {
      this.#drawing -= 1;
    });
    this.#views.set(key, drawn);
    drawn.catch(() => this.#views.delete(key)).then(() => this.#askNext());
    const oldest = this.#views.keys().next().value;
    if (this.#views.size > LIMIT && oldest !== undefined) this.#views.delete(oldest);
    return drawn;
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
