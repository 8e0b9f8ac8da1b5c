// Copying to the clipboard.

/**
 * Copies the same content in two forms: whatever takes rich text gets the HTML, everything else gets the text.
 * @param {Promise<{ text: string, html: string }>} content a promise, since some browsers allow a copy only while a
 *   click is being dealt with, and the engine answers after it
 * @returns {Promise<boolean>} whether the browser allowed it
 */
export async function copy(content) {
  const blob = (/** @type {"text" | "html"} */ form, /** @type {string} */ type) =>
    content.then((forms) => new Blob([forms[form]], { type }));
  try {
    const forms = { "text/plain": blob("text", "text/plain"), "text/html": blob("html", "text/html") };
    await navigator.clipboard.write([new ClipboardItem(forms)]);
    return true;
  } catch {
    // No rich text here: the text alone may do.
  }
  try {
    await navigator.clipboard.writeText((await content).text);
    return true;
  } catch {
    return false;
  }
}
