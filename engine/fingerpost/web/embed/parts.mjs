// The names by which a page styles the parts of an embedded tree, with ::part().

/** A selector of the elements that have each name. */
const PARTS = {
  widget: ".fp-widget",
  title: ".fp-title",
  card: ".fp-card",
  question: ".fp-card[data-question] > .fp-ask",
  outcome: ".fp-card[data-outcome] > .fp-ask, .fp-card[data-possible] > .fp-ask",
  answer: "a.fp-answer",
  label: "a.fp-answer > .fp-label",
  note: "a.fp-answer > .fp-note",
  fold: ".fp-fold > summary, .fp-help > summary",
  answers: ".fp-trail",
  panel: ".fp-panel",
  button: ".fp-button",
  notice: ".fp-notices",
  status: ".fp-status",
  field: "textarea",
  origin: ".fp-origin",
};

/** @param {Element[]} elements */
export function nameParts(elements) {
  for (const element of elements) {
    for (const [name, selector] of Object.entries(PARTS)) {
      if (element.matches(selector)) element.part.add(name);
      for (const part of element.querySelectorAll(selector)) part.part.add(name);
    }
  }
}
