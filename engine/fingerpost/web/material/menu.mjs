/**
 * Makes the menu of a narrow screen work by keyboard and with screen readers.
 *
 * Material opens it with the label of a hidden checkbox, which cannot have the focus and has no name. Here, buttons
 * open and close it. While the menu is open, nothing else can be reached; the focus moves into it, and back when it
 * closes. Without this module, the label works.
 */

import { opensHere } from "../links.mjs";

const box = /** @type {HTMLInputElement} */ (document.getElementById("__drawer"));
const opener = /** @type {HTMLElement} */ (document.querySelector(".menu-open"));
// Everything on the page outside the menu and its containers.
const BEHIND = ".md-skip, .md-header, .md-tabs, .md-content, .md-sidebar--secondary, .md-footer";

/** Returns the menu of the page that is shown now. */
const menu = () => document.getElementById("menu");

/** @param {boolean} open */
const set = (open) => {
  if (box.checked !== open) box.click();
};

/** True while a link of the menu is being followed: the focus then belongs to the new page or section. */
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
  // On a wide screen, the page's section is beside the page, with no control to open it.
  menu()?.querySelector(".md-nav__item--active > details")?.setAttribute("open", "");
});
document.documentElement.dataset.scripts = "";
if (box.checked) show();
