// Fetches the finder on the pages that have one.
import { onEachPage } from "../../each-page.mjs";
import { pageOf } from "../../links.mjs";
import { warn } from "../warn.mjs";

onEachPage(() => {
  const finder = document.querySelector("outcome-finder");
  if (!(finder instanceof HTMLElement)) return;
  pageOf(finder);
  // Without it, the page shows the whole table.
  import("./finder.mjs").catch(warn);
});
