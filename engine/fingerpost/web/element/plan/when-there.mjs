// Loads the script for plans on the page that has one.
import { manifest } from "fingerpost-manifest";
import { onEachPage } from "../../each-page.mjs";
import { engine } from "../../engine/engine-client.mjs";
import { pageOf } from "../../links.mjs";
import { warn } from "../warn.mjs";

onEachPage(() => {
  const plan = document.querySelector("decision-plan:not(:defined, [links-only])");
  if (!(plan instanceof HTMLElement)) return;
  pageOf(plan);
  const address = new URL(`./plan.mjs?${manifest.build}`, import.meta.url).href;
  import(address).then((/** @type {typeof import("./plan.mjs")} */ { define }) => define(engine)).catch(warn);
});
