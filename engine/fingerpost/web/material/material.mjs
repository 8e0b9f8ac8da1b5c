// Entry point for pages with Material for MkDocs: the page element and the corrections of the theme, in order.
import "./keys.mjs";
import "./instant.mjs";
import "./abbreviations.mjs";
import "./menu.mjs";
import "./palette.mjs";
import "./search.mjs";
import "../element/element.mjs";
