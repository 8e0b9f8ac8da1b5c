// The needs of a plan as scripts know them: their ids, and their words without the engine.
import { newId } from "../new-id.mjs";

/**
 * A need as it is stored; each part may be missing or of another kind.
 * @typedef {{ id: string, need?: unknown, link?: unknown, [part: string]: unknown }} StoredNeed
 */

/** @returns {string} the id of a new need; those that a merge makes begin with another letter */
export const newNeedId = () => `k${newId()}`;

/** @param {Element} part of a row @returns {string | undefined} the id of its need */
export function needOf(part) {
  return part.closest("[data-plan-need]")?.getAttribute("data-plan-need") ?? undefined;
}

/** @param {string} text a plan as it is stored @returns {StoredNeed[]} its needs, as far as they can be read */
export function needsIn(text) {
  try {
    const { needs } = JSON.parse(text);
    return Array.isArray(needs) ? needs.filter((need) => typeof need?.id === "string") : [];
  } catch {
    return [];
  }
}

/** @param {StoredNeed} need @returns {string} */
export const wordsOf = ({ need }) => (typeof need === "string" ? need.trim() : "");
