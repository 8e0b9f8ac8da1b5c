/**
 * Shows the meaning of an abbreviation, on hover and on focus.
 *
 * A browser shows a title only to a mouse. Here, the first use of each abbreviation on a page can also get the focus;
 * the box stays while the pointer is on it, and Escape closes it (WCAG 2.2, 1.4.13). Without this module the title
 * remains.
 */

import { onEachPage } from "../each-page.mjs";

// In links, headings and buttons, another tab stop would be in the way, and the words around say the same.
const NOT_IN = "a, button, summary, h1, h2, h3, h4, decision-tree, .md-nav";

const tip = document.createElement("div");
tip.id = "abbreviation-meaning";
tip.className = "abbreviation-meaning";
tip.setAttribute("role", "tooltip");
tip.hidden = true;

/** @type {Element | null} */
let shownFor = null;

/** Prepares the abbreviations of the page that is shown now. */
function prepare() {
  document.body.append(tip);
  hide();
  const met = new Set();
  for (const abbreviation of document.querySelectorAll(".md-content abbr[title]")) {
    abbreviation.setAttribute("data-meaning", abbreviation.getAttribute("title") ?? "");
    if (met.has(abbreviation.textContent) || abbreviation.closest(NOT_IN)) continue;
    met.add(abbreviation.textContent);
    abbreviation.removeAttribute("title");
    abbreviation.setAttribute("tabindex", "0");
    abbreviation.setAttribute("aria-describedby", tip.id);
  }
}

/** @param {EventTarget | null} target */
function show(target) {
  const abbreviation = target instanceof Element ? target.closest("abbr[aria-describedby]") : null;
  if (!abbreviation) return;
  shownFor = abbreviation;
  tip.textContent = abbreviation.getAttribute("data-meaning");
  tip.hidden = false;
  const { left, bottom } = abbreviation.getBoundingClientRect();
  const rightmost = document.documentElement.clientWidth - tip.offsetWidth - 8;
  tip.style.left = `${Math.max(8, Math.min(left, rightmost)) + window.scrollX}px`;
  tip.style.top = `${bottom + window.scrollY}px`;
}

function hide() {
  shownFor = null;
  tip.hidden = true;
}

document.addEventListener("pointerover", (event) => {
  if (event.target === tip || event.target === shownFor) return;
  if (shownFor && shownFor !== document.activeElement) hide();
  show(event.target);
});
document.addEventListener("focusin", (event) => show(event.target));
document.addEventListener("focusout", hide);
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") hide();
});

onEachPage(prepare);
