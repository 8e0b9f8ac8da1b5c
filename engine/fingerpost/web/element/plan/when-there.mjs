// Loads the script for plans on the page that has one.
import { manifest } from "fingerpost-manifest";
import { onEachPage } from "../../each-page.mjs";
import { engine } from "../../engine/engine-client.mjs";
import { warn } from "../warn.mjs";

onEachPage(() => {
  if (!document.querySelector("decision-plan:not(:defined, [links-only])")) return;
  const address = new URL(`./plan.mjs?${manifest.build}`, import.meta.url).href;
  import(address).then((/** @type {typeof import("./plan.mjs")} */ { define }) => define(engine)).catch(warn);
});
