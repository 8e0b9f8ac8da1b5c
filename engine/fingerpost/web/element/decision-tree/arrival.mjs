// Where the reader is brought to: what is new stands in the window, and below whatever stays at its upper edge.

/** How long what is painted may take to the screen, in milliseconds. */
const TO_THE_SCREEN = 30;

/**
 * What the reader does not wait for comes after what the reader sees.
 * @param {() => void} work
 */
export function afterPaint(work) {
  if (document.hidden) setTimeout(work);
  else requestAnimationFrame(() => setTimeout(work, TO_THE_SCREEN));
}

/**
 * Scrolls only as far as is needed: not at all, to the widget, or to the heading itself where notices stand above it.
 * @param {Element} widget
 * @param {Element | null} heading of what is new in it
 */
export function bringIntoSight(widget, heading) {
  for (const part of [widget, heading]) {
    if (!heading || !part || isInSight(heading)) return;
    part.scrollIntoView({ block: "start", behavior: "instant" });
  }
}

/**
 * Goes to a part of the page as a link to it does, with the focus on the first thing there to use.
 * @param {Element} part
 */
export function goTo(part) {
  part.scrollIntoView();
  part.querySelector("a")?.focus({ preventScroll: true });
}

/**
 * Whether the window shows all of an element's height, with nothing of the page's frame, such as a header, over it.
 * @param {Element} element
 * @returns {boolean}
 */
function isInSight(element) {
  const { top, bottom, left } = element.getBoundingClientRect();
  if (top < 0 || bottom > window.innerHeight) return false;
  const drawn = document.elementFromPoint(left + 1, top + 1);
  return drawn !== null && element.contains(drawn);
}
