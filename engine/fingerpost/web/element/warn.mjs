/**
 * Reports a failure of the engine to the maintainer, in the console; the status line informs the reader.
 * @param {unknown} fault
 */
export function warn(fault) {
  console.warn(`decision-tree: ${fault}`);
}
