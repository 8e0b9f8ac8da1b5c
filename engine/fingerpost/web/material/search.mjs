/**
 * Makes the search work by keyboard.
 *
 * Material opens it over the page as soon as its field has the focus, lets Tab skip its results, and loses the focus on
 * Escape. Here, it opens when the reader types, clicks or presses Enter; Tab goes through the results and closes the
 * search after the last one; Escape restores the focus.
 */

const box = /** @type {HTMLInputElement} */ (document.getElementById("__search"));
const search = /** @type {HTMLElement} */ (document.getElementById("search"));
const field = /** @type {HTMLInputElement} */ (search.querySelector("input"));
const opener = /** @type {HTMLElement} */ (document.querySelector(".search-open"));
let wanted = false;

/** @param {boolean} open */
function set(open) {
  wanted = open;
  if (box.checked !== open) box.click();
  wanted = false;
}

const open = () => set(true);

function leave() {
  set(false);
  if (opener.getClientRects().length > 0) opener.focus();
  else field.focus();
}

// Material tries to open it as soon as the field has the focus.
box.addEventListener("click", (event) => {
  if (box.checked && !wanted) event.preventDefault();
});
box.addEventListener("change", () => {
  opener.ariaExpanded = String(box.checked);
});
field.addEventListener("click", open);
field.addEventListener("input", open);
opener.addEventListener("click", () => {
  open();
  field.focus();
});
search.querySelector(".search-close")?.addEventListener("click", leave);
search.addEventListener("keydown", (event) => {
  if (!box.checked) {
    if (event.target !== field || event.key !== "Enter") return;
    event.preventDefault(); // Enter would submit the form, which leads nowhere
    event.stopPropagation();
    open();
    return;
  }
  if (event.key === "Escape") leave();
  if (event.key === "Tab")
    for (const result of search.querySelectorAll("[tabindex]")) result.removeAttribute("tabindex");
  // Material closes the search on Tab and Escape, and moves the focus to the field on every other key.
  if (!/^(Arrow|Enter)/.test(event.key)) event.stopPropagation();
});
search.addEventListener("focusout", ({ relatedTarget }) => {
  if (relatedTarget instanceof Node && !search.contains(relatedTarget)) set(false);
});
