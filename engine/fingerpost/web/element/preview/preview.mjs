// Shows the outcomes that the answer under the pointer, or with the focus, would leave.
import { warn } from "../warn.mjs";
import { said } from "../words.mjs";

/** Delay before a preview, in milliseconds: passes over a moving pointer, and lets a new question be painted first. */
const LOOK = 120;

/**
 * @param {HTMLElement} element - The page element.
 * @param {import("../../engine/engine-client.mjs").EngineClient} engine
 * @param {AbortSignal} signal - Ends the listening.
 */
export function previewAnswers(element, engine, signal) {
  /** @type {Element | null} */
  let shownFor = null;
  /** Returns the line of the question shown: each has its own, over the line that it replaces. */
  const line = () => element.querySelector(".fp-live .fp-preview");

  const show = async (/** @type {Event} */ event) => {
    const link = event.target instanceof Element ? event.target.closest(".fp-live a.fp-answer") : null;
    if (!(link instanceof HTMLAnchorElement) || link === shownFor || element.getAttribute("engine") !== "ready") return;
    shownFor = link;
    await new Promise((resolve) => setTimeout(resolve, LOOK));
    if (shownFor !== link || !link.isConnected) return;
    try {
      const { text } = await engine.call("preview", { tree: element.getAttribute("tree"), link: link.hash.slice(1) });
      const current = line();
      if (shownFor === link && current) current.textContent = text;
    } catch (fault) {
      warn(fault);
      if (shownFor === link) line()?.replaceChildren(said(element, "preview-failed"));
    }
  };
  const clear = () => {
    shownFor = null;
    line()?.replaceChildren();
  };

  element.addEventListener(
    "pointerover",
    (event) => {
      const inside = event.target instanceof Element && event.target.closest("a.fp-answer, .fp-preview");
      if (inside) show(event);
      else clear();
    },
    { signal },
  );
  element.addEventListener("pointerleave", clear, { signal });
  element.addEventListener("focusin", show, { signal });
  element.addEventListener("focusout", clear, { signal });
  element.addEventListener("click", clear, { signal });
  element.addEventListener("keydown", (event) => event.key === "Escape" && clear(), { signal });
}
