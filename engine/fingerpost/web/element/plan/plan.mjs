// Entry point of the page with a plan: defines <decision-plan>. Other pages do not load it.
import { styles } from "fingerpost-plan-styles";
import { DecisionPlan } from "./decision-plan.mjs";

/** @param {import("../../engine/engine-client.mjs").EngineClient} engine the one of the page */
export function define(engine) {
  if (customElements.get("decision-plan")) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  DecisionPlan.engine = engine;
  customElements.define("decision-plan", DecisionPlan);
}
