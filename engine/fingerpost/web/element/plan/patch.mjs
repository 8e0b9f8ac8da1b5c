// Changes one element into another, and leaves alone what stays the same: the focus, open folds, and fields in use.

/** The attributes that tell parts of the same kind apart. */
const MARKS = ["id", "data-plan-field", "data-plan-fold", "data-plan-part", "data-action", "for"];

/** The reader's, not the engine's. */
const OF_READER = new Set(["open"]);

/**
 * @param {Element} old in the page
 * @param {Element} fresh of the same kind; some of its parts move into the page
 */
export function patch(old, fresh) {
  for (const { name } of [...old.attributes]) {
    if (!fresh.hasAttribute(name) && !OF_READER.has(name)) old.removeAttribute(name);
  }
  const field = fieldBefore(old);
  for (const { name, value } of fresh.attributes) {
    if (old.getAttribute(name) !== value && !OF_READER.has(name)) old.setAttribute(name, value);
  }
  patchParts(old, fresh);
  field?.(fresh);
}

/** @param {Element} old @param {Element} fresh */
function patchParts(old, fresh) {
  let at = old.firstChild;
  for (const part of [...fresh.childNodes]) {
    let same = at;
    while (same && !alike(same, part)) same = same.nextSibling;
    if (!same) {
      old.insertBefore(part, at);
      continue;
    }
    while (at && at !== same) at = removed(at);
    if (same instanceof Element && part instanceof Element) patch(same, part);
    else if (same.nodeValue !== part.nodeValue) same.nodeValue = part.nodeValue;
    at = same.nextSibling;
  }
  while (at) at = removed(at);
}

/** @param {ChildNode} node @returns {ChildNode | null} the one after it */
function removed(node) {
  const next = node.nextSibling;
  node.remove();
  return next;
}

/** @param {Node} one @param {Node} other */
function alike(one, other) {
  if (one.nodeName !== other.nodeName) return false;
  if (!(one instanceof Element && other instanceof Element)) return true;
  return MARKS.every((name) => one.getAttribute(name) === other.getAttribute(name));
}

/**
 * Fields show what the reader has put in, whatever their attributes say. What is on its way to the engine is newer than
 * what comes from it.
 * @param {Element} field
 * @returns {((fresh: Element) => void) | undefined} a function that shows the content of another one
 */
function fieldBefore(field) {
  if (field instanceof HTMLTextAreaElement || (field instanceof HTMLInputElement && field.type === "text")) {
    const inUse = field.value !== field.defaultValue || field === document.activeElement;
    return (fresh) => {
      const { defaultValue } = /** @type {typeof field} */ (fresh);
      if (!inUse && field.value !== defaultValue) field.value = defaultValue;
    };
  }
  if (field instanceof HTMLInputElement && field.type === "checkbox") {
    return (fresh) => {
      field.checked = /** @type {HTMLInputElement} */ (fresh).defaultChecked;
    };
  }
  return undefined;
}
