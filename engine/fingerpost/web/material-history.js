// For sites with Material's instant navigation: load it before Material's own script.
//
// Material answers the first move through the history by fetching the page anew, even if only the fragment changed,
// and that would take the focus away from the tree. Listeners of the window are called in the order in which they
// were added, so this one has to be there first.
addEventListener("popstate", (event) => {
  const tree = document.querySelector("decision-tree[data-page]");
  const page = tree instanceof HTMLElement && tree.dataset.page;
  if (page === location.pathname + location.search) event.stopImmediatePropagation();
});
