// When the engine is fetched: at the reader's first sign of wanting it, or once the page has nothing else to do.

const SLOW = ["slow-2g", "2g", "3g"];

/**
 * @param {HTMLElement} element what the reader would use
 * @param {() => void} start may be called more than once
 * @param {AbortSignal} signal
 * @param {{ idle: boolean }} how idle: without a sign, too
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

/** @returns {boolean} whether megabytes that may not be needed would be a burden */
function savesData() {
  const { connection } = /** @type {any} */ (navigator);
  return Boolean(connection && (connection.saveData || SLOW.includes(connection.effectiveType)));
}
