// Corrects boxes. One that scrolls sideways can have the focus, so that keys can scroll it, and has the name of its
// picture or table; one that does not scroll is no tab stop. Material's box around a button that copies code is no
// landmark.

import { onEachPage } from "../each-page.mjs";

const SCROLLING = ".md-typeset__scrollwrap, .seq-scroll, .fp-map-scroll, .fp-scroll";

function correctBoxes() {
  for (const box of document.querySelectorAll(SCROLLING)) {
    // A focused box stays a tab stop: otherwise the focus would be lost.
    const stays = box.scrollWidth > box.clientWidth || box === document.activeElement;
    const name = box.querySelector("title, caption")?.id;
    for (const [attribute, value] of Object.entries({ tabindex: "0", "aria-labelledby": name })) {
      if (stays && value) box.setAttribute(attribute, value);
      else box.removeAttribute(attribute);
    }
  }
  for (const box of document.querySelectorAll(".md-code__nav")) box.role = "none";
}

// Runs after Material, which makes the boxes when a page is announced.
onEachPage(() => requestAnimationFrame(correctBoxes));
addEventListener("resize", correctBoxes);
// A box in a closed fold has no width until the fold opens.
addEventListener("toggle", correctBoxes, { capture: true });

// Browsers scroll to the focused element, but not sideways, and not to a text field of which a part is in sight. With a
// pointer, nothing is scrolled, so that nothing moves away from under it.
let pointed = false;
addEventListener("pointerdown", () => (pointed = true), { capture: true });
addEventListener("keydown", () => (pointed = false), { capture: true });
addEventListener("focusin", ({ target }) => {
  if (pointed || !(target instanceof Element) || !target.matches(`textarea, :is(${SCROLLING}) *`)) return;
  target.scrollIntoView({ block: "nearest", inline: "nearest" });
});
