// The same rules for a page that scripts have changed, as the browser writes it down.
import ofPages from "./.htmlvalidate.mjs";

/** @type {import("html-validate").ConfigData} */
export default {
  ...ofPages,
  rules: {
    ...ofPages.rules,
    // The browser's own hand: `open=""`, `<!DOCTYPE html>`.
    "attribute-boolean-style": "off",
    "attribute-empty-style": "off",
    "doctype-style": "off",
    // The theme's script moves its sidebars, through properties that the Content-Security-Policy allows.
    "no-inline-style": "off",
    // The title of the window begins with the question, in full.
    "long-title": "off",
  },
};
