// Fetches the finder on the pages that have one.
import { onEachPage } from "../../each-page.mjs";
import { warn } from "../warn.mjs";

onEachPage(() => {
  // Without it, the page shows the whole table.
  if (document.querySelector("outcome-finder")) import("./finder.mjs").catch(warn);
});
