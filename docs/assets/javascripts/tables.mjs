/**
 * Lets the keyboard scroll tables that are wider than the window.
 *
 * Material puts each table into a box that scrolls, but a box without a link in it can't take the focus.
 */

function letTablesScroll() {
  for (const box of document.querySelectorAll(".md-typeset__scrollwrap")) {
    if (box instanceof HTMLElement && box.scrollWidth > box.clientWidth) box.tabIndex = 0;
  }
}

// After Material, which makes the boxes when it is told of a page.
const afterMaterial = () => requestAnimationFrame(letTablesScroll);
if (window.document$) window.document$.subscribe(afterMaterial);
else afterMaterial();
addEventListener("resize", letTablesScroll);
