// Fetches the finder on the pages that have one.
import { onEachPage } from "../../each-page.mjs";
import { pageOf } from "../../links.mjs";
import { warn } from "../warn.mjs";

onEachPage(() => {
  const finder = document.querySelector("outcome-finder");
  if (!(finder instanceof HTMLElement)) return;
  pageOf(finder);
  import("./finder.mjs").catch((fault) => {
    warn(fault);
    // The page shows the whole table.
    finder.querySelector("[data-failed]")?.removeAttribute("hidden");
  });
});
