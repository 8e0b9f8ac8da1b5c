/**
 * The search, by keyboard.
 *
 * Material opens it over the page as soon as its field has the focus, lets Tab pass over its results, and leaves the
 * focus nowhere on Escape. Here it opens when the reader types, clicks, or presses Enter or the down arrow; Tab goes
 * through the results and closes the search behind the last; Escape gives the focus back.
 */

const toggle = document.querySelector("[data-md-toggle=search]");
const search = document.querySelector("[data-md-component=search]");
const field = search?.querySelector("input");
const opener = document.querySelector(".search-open");

/**
 * @param {HTMLInputElement} box - The checkbox that the theme's style sheet and script go by.
 * @param {HTMLElement} whole - The search.
 * @param {HTMLInputElement} input - Its field.
 * @param {HTMLElement} button - What opens it on a narrow screen.
 */
function start(box, whole, input, button) {
  let wanted = false;
  /** @param {boolean} open */
  const set = (open) => {
    wanted = open;
    if (box.checked !== open) box.click();
    wanted = false;
  };
  const open = () => set(true);
  const leave = () => {
    set(false);
    if (button.checkVisibility()) button.focus();
    else input.focus();
  };

  // Material's own wish to open it, when the field has the focus.
  box.addEventListener("click", (event) => {
    if (box.checked && !wanted) event.preventDefault();
  });
  box.addEventListener("change", () => {
    button.ariaExpanded = String(box.checked);
  });
  input.addEventListener("click", open);
  input.addEventListener("input", open);
  button.addEventListener("click", () => {
    open();
    input.focus();
  });
  whole.querySelector(".search-close")?.addEventListener("click", leave);
  whole.addEventListener("keydown", (event) => {
    if (!box.checked) {
      // Enter would send the form, which leads nowhere.
      if (event.target !== input || !["Enter", "ArrowDown"].includes(event.key)) return;
      event.preventDefault();
      event.stopPropagation();
      open();
      return;
    }
    if (event.key === "Escape") leave();
    if (event.key === "Tab")
      for (const result of whole.querySelectorAll("[tabindex]")) result.removeAttribute("tabindex");
    // Material closes the search on Tab and Escape, and takes the focus to the field with every other key.
    if (!/^(Arrow|Enter)/.test(event.key)) event.stopPropagation();
  });
  whole.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && !whole.contains(relatedTarget)) set(false);
  });
}

if (
  toggle instanceof HTMLInputElement &&
  search instanceof HTMLElement &&
  field instanceof HTMLInputElement &&
  opener instanceof HTMLElement
) {
  start(toggle, search, field, opener);
}
