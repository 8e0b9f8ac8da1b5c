/**
 * Takes the role of a landmark from the box around the button that copies code.
 *
 * Material makes each of them a navigation without a name, and a page may have many.
 */

function unmark() {
  for (const box of document.querySelectorAll(".md-code__nav")) box.setAttribute("role", "none");
}

// After Material, which makes the boxes when it is told of a page.
const afterMaterial = () => requestAnimationFrame(unmark);
if (window.document$) window.document$.subscribe(afterMaterial);
else afterMaterial();
