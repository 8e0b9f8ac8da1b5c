// The entry of pages with Material for MkDocs: the page element, and what the theme lacks for it, in order.
import "./keys.mjs";
import "./instant.mjs";
import "./abbreviations.mjs";
import "./boxes.mjs";
import "./menu.mjs";
import "./palette.mjs";
import "./search.mjs";
import "../element/element.mjs";
