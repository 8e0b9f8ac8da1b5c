// Mends the boxes that Material makes: one that scrolls a table needs the focus where it holds no link, and one around
// a button that copies code is no landmark.

function mendBoxes() {
  for (const box of document.querySelectorAll(".md-typeset__scrollwrap")) {
    if (box instanceof HTMLElement && box.scrollWidth > box.clientWidth) box.tabIndex = 0;
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
  if (!(target instanceof Element) || !target.matches("textarea, .md-typeset__scrollwrap *")) return;
  target.scrollIntoView({ block: "nearest", inline: "nearest" });
});
