// Chooses the moment to fetch the engine: the first sign that the reader will use the tree, or when the page is idle.

const SLOW = ["slow-2g", "2g", "3g"];

/**
 * @param {HTMLElement} element the element that the reader would use
 * @param {() => void} start may be called more than once
 * @param {AbortSignal} signal
 * @param {{ idle: boolean }} how idle: also starts without a sign, when the page is idle
 */
export function atTheRightMoment(element, start, signal, { idle }) {
  for (const sign of ["pointerover", "focusin", "touchstart", "click"]) {
    element.addEventListener(sign, start, { signal, once: true, passive: true });
  }
  if (!idle || savesData()) return;
  const whenIdle = () => {
    if (signal.aborted) return;
    if ("requestIdleCallback" in globalThis) requestIdleCallback(start, { timeout: 2000 });
    else setTimeout(start, 200); // Safari
  };
  if (document.readyState === "complete") whenIdle();
  else addEventListener("load", whenIdle, { signal, once: true });
}

/** @returns {boolean} whether to spare the reader megabytes that may not be needed */
function savesData() {
  const { connection } = /** @type {any} */ (navigator);
  return Boolean(connection && (connection.saveData || SLOW.includes(connection.effectiveType)));
}
