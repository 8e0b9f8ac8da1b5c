// Leaves the picture's links to the browser: Material's instant navigation mistakes every link for one of HTML.
document.addEventListener(
  "click",
  (event) => {
    if (event.target instanceof Element && event.target.closest(".fp-map-picture a")) event.stopPropagation();
  },
  { capture: true },
);
