// Loads the script for plans on the page that has one.
import { manifest } from "fingerpost-manifest";
import { onEachPage } from "../../each-page.mjs";
import { engine } from "../../engine/engine-client.mjs";
import { pageOf } from "../../links.mjs";
import { warn } from "../warn.mjs";

onEachPage(() => {
  const element = document.querySelector("decision-plan:not(:defined, [links-only])");
  if (!(element instanceof HTMLElement)) return;
  pageOf(element);
  const address = new URL(`./plan.mjs?${manifest.build}`, import.meta.url).href;
  /** @param {unknown} fault */
  const tell = (fault) => {
    warn(fault);
    element.setAttribute("engine", "failed");
    for (const line of /** @type {NodeListOf<HTMLElement>} */ (element.querySelectorAll(".fp-status"))) {
      line.hidden = line.dataset.status !== "unloaded";
    }
  };
  import(address).then((/** @type {typeof import("./plan.mjs")} */ { define }) => define(engine)).catch(tell);
});
