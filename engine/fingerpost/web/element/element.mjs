// The page's entry: defines <decision-tree>. Everything else is imported from here.
import { DecisionTree } from "./decision-tree/decision-tree.mjs";

if (!customElements.get("decision-tree")) customElements.define("decision-tree", DecisionTree);
