// The buttons of the page element. Each names its action.

/** @param {Event} event a click @returns {HTMLElement | undefined} the button that it is on */
export function actionOf({ target }) {
  const button = target instanceof Element ? target.closest("[data-action]") : null;
  return button instanceof HTMLElement ? button : undefined;
}
