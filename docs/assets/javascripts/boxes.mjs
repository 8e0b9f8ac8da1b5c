// Mends boxes: what scrolls sideways takes the focus, so that keys can scroll it, and has its picture's name; what does
// not is no stop. And Material's box around a button that copies code is no landmark.

const SCROLLING = ".md-typeset__scrollwrap, .seq-scroll, .fp-map-scroll";

function mendBoxes() {
  for (const box of document.querySelectorAll(SCROLLING)) {
    const scrolls = box.scrollWidth > box.clientWidth;
    const name = box.querySelector("title")?.id;
    for (const [attribute, value] of Object.entries({ tabindex: "0", "aria-labelledby": name })) {
      if (scrolls && value) box.setAttribute(attribute, value);
      else box.removeAttribute(attribute);
    }
  }
  for (const box of document.querySelectorAll(".md-code__nav")) box.role = "none";
}

// After Material, which makes the boxes when it is told of a page.
const afterMaterial = () => requestAnimationFrame(mendBoxes);
if (window.document$) window.document$.subscribe(afterMaterial);
else afterMaterial();
addEventListener("resize", mendBoxes);
// Browsers scroll to what gets the focus, but neither sideways nor to a field of text where a bit of it is in sight.
addEventListener("focusin", ({ target }) => {
  if (!(target instanceof Element) || !target.matches(`textarea, :is(${SCROLLING}) *`)) return;
  target.scrollIntoView({ block: "nearest", inline: "nearest" });
});
