// Answers by number key while the focus is in the page element; a switch turns the keys off permanently.
import { keyOfSetting, read, write } from "../storage.mjs";
import { said } from "../words.mjs";

const KEY = keyOfSetting("number-keys");

/**
 * @param {HTMLElement} element - The page element.
 * @param {import("../toast/toast.mjs").Toast} toast
 * @param {AbortSignal} signal - Ends the listening.
 */
export function answerByNumber(element, toast, signal) {
  const box = element.querySelector("input[data-setting='number-keys']");
  if (!(box instanceof HTMLInputElement)) return;
  box.checked = read("localStorage", KEY) !== "off";
  const changed = () => {
    if (!write("localStorage", KEY, box.checked ? "on" : "off")) toast.warn(said(element, "setting-not-kept"));
  };
  box.addEventListener("change", changed, { signal });
  element.addEventListener(
    "keydown",
    (event) => {
      const typing = event.target instanceof Element && event.target.matches("textarea, input:not([type=checkbox])");
      if (!box.checked || typing || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      if (!/^[1-9]$/.test(event.key)) return;
      const answer = element.querySelectorAll(".fp-live > .fp-card .fp-answer")[Number(event.key) - 1];
      if (!(answer instanceof HTMLElement)) return;
      event.preventDefault();
      answer.click();
    },
    { signal },
  );
}
