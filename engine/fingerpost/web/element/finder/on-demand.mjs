// Fetches the finder on the pages that have one.
import { onEachPage } from "../../each-page.mjs";
import { addressOfPage } from "../../links.mjs";
import { warn } from "../warn.mjs";

onEachPage(() => {
  const finder = document.querySelector("outcome-finder");
  if (!(finder instanceof HTMLElement)) return;
  // When the script arrives, the address bar may show the page that the reader has gone on to.
  finder.dataset.page ??= addressOfPage();
  // Without it, the page shows the whole table.
  import("./finder.mjs").catch(warn);
});
