// Lets a page start a worker with a script of another origin, which browsers refuse: a script of the page's own imports it.

/**
 * Returns the address of a script that imports another one. A static import would be subject to the policy for workers,
 * which would then need that origin beside `blob:`. During a dynamic one, messages already arrive.
 * @param {string} address of the script
 * @returns {string}
 */
export function importing(address) {
  const script = `const early = [];
const keep = (event) => early.push(event.data);
addEventListener("message", keep);
import(${JSON.stringify(address)}).then(
  () => {
    removeEventListener("message", keep);
    for (const data of early) dispatchEvent(new MessageEvent("message", { data }));
  },
  (fault) => postMessage({ type: "failed", reason: String(fault) }),
);`;
  return URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
}
