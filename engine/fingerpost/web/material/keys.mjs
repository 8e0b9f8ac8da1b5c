/**
 * Prevents single keys from doing anything outside the field or the widget that has the focus.
 *
 * Material opens the search with F, S and /, and turns the page with N, P, comma and full stop. Nobody can turn that
 * off, and speech input types such letters by accident (WCAG 2.2, 2.1.4). Material listens on the window, so keys that
 * have reached the document are stopped there. Keys in fields, Escape, arrows and Tab pass.
 */
document.addEventListener("keydown", (event) => {
  const field = event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable]");
  if (!field && event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) event.stopPropagation();
});
