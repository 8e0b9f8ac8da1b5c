// The rules for the HTML of every built page: all that are recommended, except where a reason stands beside the rule.
// tests/html_checkers.py runs them.
/** @type {import("html-validate").ConfigData} */
export default {
  root: true,
  extends: ["html-validate:recommended"],
  rules: {
    // HTML reads these alike: they are the hands of the theme and of Python-Markdown.
    "doctype-style": ["error", { style: "lowercase" }],
    "no-trailing-whitespace": "off",
    "presentation-role-style": "off",
    "void-style": "off",
    // An id may begin with any character that is not a space; the theme's begin with two underscores.
    "valid-id": ["error", { relaxed: true }],
    // The theme's forms for the search and the colour scheme act at once: there is nothing to submit.
    "wcag/h32": "off",
  },
};
