// Material announces each page that instant navigation brings, the first one included.

/** @param {() => void} work is done for each page that is shown */
export function onEachPage(work) {
  if (window.document$) window.document$.subscribe(work);
  else work();
}
