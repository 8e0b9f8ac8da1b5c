/**
 * Reports to the maintainer that the engine could not do something; the line about the engine is for the reader.
 * @param {unknown} fault
 */
export function warn(fault) {
  console.warn(`decision-tree: ${fault}`);
}
