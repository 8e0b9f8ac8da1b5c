/**
 * The buttons for the colour scheme.
 *
 * Each chooses the radio button that comes next; Material then shows the button for the scheme after that.
 */
const palette = document.querySelector("[data-md-component=palette]");

palette?.addEventListener("click", ({ target }) => {
  const button = target instanceof Element && target.closest("button");
  if (!button) return;
  document.getElementById(button.dataset.chooses ?? "")?.click();
  const shown = palette.querySelector("button:not([hidden])");
  if (shown instanceof HTMLElement) shown.focus();
});

// Material chooses the next scheme on Enter by itself, as the buttons already do.
palette?.addEventListener(
  "keydown",
  (event) => {
    if (event instanceof KeyboardEvent && event.key === "Enter") event.stopPropagation();
  },
  { capture: true },
);
