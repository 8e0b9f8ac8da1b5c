// Fetches the part that deletes what the site has stored, on the pages that have it.
import { onEachPage } from "../../each-page.mjs";
import { warn } from "../warn.mjs";

onEachPage(() => {
  // Without it, the page says how the browser does that.
  if (document.querySelector("stored-data:not(:defined)")) import("./stored-data.mjs").catch(warn);
});
