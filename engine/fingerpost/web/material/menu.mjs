/**
 * The menu of a narrow screen, by keyboard and for screen readers.
 *
 * Material opens it with the label of a hidden checkbox, which takes no focus and has no name. Buttons do so here. While
 * the menu is open nothing else can be reached; the focus goes in, and comes back. Without this module the label works.
 */

import { opensHere } from "../links.mjs";

const box = /** @type {HTMLInputElement} */ (document.getElementById("__drawer"));
const opener = /** @type {HTMLElement} */ (document.querySelector(".menu-open"));
// All that stands beside the menu, and beside what it stands in.
const BEHIND = ".md-skip, .md-header, .md-tabs, .md-content, .md-sidebar--secondary, .md-footer";

/** The menu of the page that is shown now. */
const menu = () => document.getElementById("menu");

/** @param {boolean} open */
const set = (open) => {
  if (box.checked !== open) box.click();
};

/** Whether the reader has just followed a link of the menu: a new page or section begins where its reader looks. */
let followed = false;

function show() {
  opener.ariaExpanded = String(box.checked);
  for (const part of document.querySelectorAll(BEHIND)) part.toggleAttribute("inert", box.checked);
  const focused = document.activeElement;
  if (box.checked) menu()?.querySelector("button")?.focus();
  else if (!followed && (focused === document.body || menu()?.contains(focused))) opener.focus();
}

opener.addEventListener("click", () => set(true));
box.addEventListener("change", show);
document.addEventListener("click", (event) => {
  const used = event.target instanceof Element && event.target.closest("#menu :is(a, .menu-close)");
  if (!used || !opensHere(event)) return; // a link in a new tab changes nothing here
  followed = used.matches("a");
  set(false);
  followed = false;
});
document.addEventListener("keydown", ({ key }) => {
  if (key === "Escape") set(false);
});
matchMedia("(min-width: 76.25em)").addEventListener("change", () => {
  set(false);
  // Beside a wide page stands the section that the page is in, with nothing to open it by.
  menu()?.querySelector(".md-nav__item--active > details")?.setAttribute("open", "");
});
document.documentElement.dataset.scripts = "";
if (box.checked) show();
