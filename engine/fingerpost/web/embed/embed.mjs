// Entry point for pages of other sites: defines <decision-tree src="…">, which shows a tree of this site.
import { warn } from "../element/warn.mjs";
import { engine } from "../engine/engine-client.mjs";
import { atHome } from "../home.mjs";
import { EmbeddedTree } from "./embedded-tree.mjs";
import { importing } from "./worker-script.mjs";

if (!atHome) engine.script = importing(engine.script);

if (!customElements.get("decision-tree")) customElements.define("decision-tree", EmbeddedTree);
else warn("another script of this page has defined the element, so this one embeds nothing");
