// Entry point for pages of other sites: defines <decision-tree src="…">, which shows a tree of this site.
import { warn } from "../element/warn.mjs";
import { EmbeddedTree } from "./embedded-tree.mjs";

if (!customElements.get("decision-tree")) customElements.define("decision-tree", EmbeddedTree);
else warn("another script of this page has defined the element, so this one embeds nothing");
