/**
 * The buttons for the colour scheme.
 *
 * Each chooses the radio button that comes next; Material then shows the button for the scheme after that.
 */
const palette = /** @type {HTMLElement} */ (document.querySelector("[data-md-component=palette]"));

palette.addEventListener("click", ({ target }) => {
  const button = target instanceof Element && target.closest("button");
  if (!button) return;
  document.getElementById(button.dataset.chooses ?? "")?.click();
  palette.querySelector(/** @type {"button"} */ ("button:not([hidden])"))?.focus();
});

// Material chooses the next scheme on Enter by itself, as the buttons already do.
palette.addEventListener(
  "keydown",
  (event) => {
    if (event.key === "Enter") event.stopPropagation();
  },
  true,
);
