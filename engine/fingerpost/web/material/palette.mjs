/**
 * Makes the buttons for the colour scheme work.
 *
 * Each button chooses the next radio button; Material then shows the button for the scheme after that.
 */
const palette = /** @type {HTMLElement} */ (document.querySelector("[data-md-component=palette]"));

palette.addEventListener("click", ({ target }) => {
  const button = target instanceof Element && target.closest("button");
  if (!button) return;
  document.getElementById(button.dataset.chooses ?? "")?.click();
  palette.querySelector(/** @type {"button"} */ ("button:not([hidden])"))?.focus();
});

// On Enter, Material would choose the next scheme, as the button already does.
palette.addEventListener(
  "keydown",
  (event) => {
    if (event.key === "Enter") event.stopPropagation();
  },
  true,
);
