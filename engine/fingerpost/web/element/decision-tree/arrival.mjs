// Scrolls to new content, so that it is in the window and clear of anything fixed to the top.
import { rootOf } from "../root.mjs";

/** Time allowed for a painted frame to reach the screen, in milliseconds. */
const TO_THE_SCREEN = 30;

/**
 * Runs work after the next paint, so that the reader does not wait for it.
 * @param {() => void} work
 */
export function afterPaint(work) {
  if (document.hidden) setTimeout(work);
  else requestAnimationFrame(() => setTimeout(work, TO_THE_SCREEN));
}

/**
 * Scrolls only as far as needed: not at all, to the widget, or to the heading itself if notices push it out of sight.
 * @param {Element} widget
 * @param {Element | null} heading of the new content
 */
export function bringIntoSight(widget, heading) {
  for (const part of [widget, heading]) {
    if (!heading || !part || isInSight(heading)) return;
    part.scrollIntoView({ block: "start", behavior: "instant" });
  }
}

/**
 * Scrolls to a part of the page as a link to it would, and focuses the first link in it.
 * @param {Element} part
 */
export function goTo(part) {
  part.scrollIntoView();
  part.querySelector("a")?.focus({ preventScroll: true });
}

/**
 * Tests whether the window shows an element's full height, with no part of the page's frame, such as a header, over it.
 * @param {Element} element
 * @returns {boolean}
 */
function isInSight(element) {
  const { top, bottom, left } = element.getBoundingClientRect();
  if (top < 0 || bottom > window.innerHeight) return false;
  const drawn = rootOf(element).elementFromPoint(left + 1, top + 1);
  return drawn !== null && element.contains(drawn);
}
