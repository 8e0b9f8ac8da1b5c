// Material announces each page that instant navigation shows, including the first.

/** @param {() => void} work called for each page that is shown */
export function onEachPage(work) {
  if (window.document$) window.document$.subscribe(work);
  else work();
}
