// The browser follows the picture's links by itself. Material's instant navigation takes every link for one of HTML.
document.addEventListener(
  "click",
  (event) => {
    if (event.target instanceof Element && event.target.closest(".fp-map-picture a")) event.stopPropagation();
  },
  { capture: true },
);
