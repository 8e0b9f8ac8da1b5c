// Corrects boxes: what scrolls sideways takes the focus, so that keys can scroll it, and has its picture's name; what does
// not is no stop. And Material's box around a button that copies code is no landmark.

import { onEachPage } from "./each-page.mjs";

const SCROLLING = ".md-typeset__scrollwrap, .seq-scroll, .fp-map-scroll";

function correctBoxes() {
  for (const box of document.querySelectorAll(SCROLLING)) {
    // The focus stays where it is: without a stop there, it would be nowhere.
    const stays = box.scrollWidth > box.clientWidth || box === document.activeElement;
    const name = box.querySelector("title")?.id;
    for (const [attribute, value] of Object.entries({ tabindex: "0", "aria-labelledby": name })) {
      if (stays && value) box.setAttribute(attribute, value);
      else box.removeAttribute(attribute);
    }
  }
  for (const box of document.querySelectorAll(".md-code__nav")) box.role = "none";
}

// After Material, which makes the boxes when a page is announced.
onEachPage(() => requestAnimationFrame(correctBoxes));
addEventListener("resize", correctBoxes);
// What is folded away has no width until it opens.
addEventListener("toggle", correctBoxes, { capture: true });

// Browsers scroll to what gets the focus, but neither sideways nor to a field of text where a bit of it is in sight.
// Where the focus comes by a pointer, nothing moves from under it.
let pointed = false;
addEventListener("pointerdown", () => (pointed = true), { capture: true });
addEventListener("keydown", () => (pointed = false), { capture: true });
addEventListener("focusin", ({ target }) => {
  if (pointed || !(target instanceof Element) || !target.matches(`textarea, :is(${SCROLLING}) *`)) return;
  target.scrollIntoView({ block: "nearest", inline: "nearest" });
});
