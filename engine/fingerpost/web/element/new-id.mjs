// Ids that no other device makes.

/** @returns {string} a random id, without `randomUUID`, which pages that are not served over https lack */
export function newId() {
  return [...crypto.getRandomValues(new Uint32Array(2))].map((number) => number.toString(36)).join("");
}
