// What the engine would show after each answer, asked for ahead: the answer's state is then shown at once.
import { engine } from "./engine-client.mjs";

/** More states than any question has answers, and few enough to forget nothing of use. */
const KEPT = 60;

/** @type {Map<string, Promise<any>>} */
const views = new Map();

/**
 * @param {{ tree: string, link: string }} parameters those of the engine's `view`
 * @returns {Promise<any>} what the engine answers; settled already where it was foreseen
 */
export function view(parameters) {
  const key = JSON.stringify(parameters);
  const known = views.get(key);
  if (known) return known;
  const asked = engine.call("view", parameters);
  views.set(key, asked);
  asked.catch(() => views.delete(key));
  const oldest = views.keys().next().value;
  if (views.size > KEPT && oldest !== undefined) views.delete(oldest);
  return asked;
}

/**
 * Asks for every state that a link in what is shown leads to.
 * @param {string} tree the tree's id
 * @param {Element} shown
 */
export function foresee(tree, shown) {
  for (const anchor of shown.querySelectorAll("[data-answer], [data-change]")) {
    const link = anchor.getAttribute("href")?.split("#")[1];
    if (link?.startsWith(`${tree}?`)) view({ tree, link }).catch(() => {});
  }
}

// Another start may be another build of the engine.
engine.addEventListener("change", () => {
  if (engine.state !== "ready") views.clear();
});
