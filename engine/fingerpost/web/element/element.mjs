// Entry point of the page element: defines <decision-tree>, and imports everything else.
import { DecisionTree } from "./decision-tree/decision-tree.mjs";
import "./map/map-links.mjs";
import "./plan/when-there.mjs";
import "./encoded-hash.mjs";
import "./finder/on-demand.mjs";
import "./scrolling-boxes.mjs";
import "./stored-data/elsewhere.mjs";
import "./stored-data/on-demand.mjs";

if (!customElements.get("decision-tree")) customElements.define("decision-tree", DecisionTree);
