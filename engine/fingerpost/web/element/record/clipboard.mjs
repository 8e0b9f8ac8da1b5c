// Copies to the clipboard.

/**
 * Copies the same content in two forms: programs that accept rich text get the HTML, all others get the text.
 * @param {Promise<{ text: string, html: string }>} content a promise, since some browsers allow copying only while they
 *   handle a click, and the engine answers after that
 * @returns {Promise<boolean>} whether the browser allowed it
 */
export async function copy(content) {
  const blob = (/** @type {"text" | "html"} */ form, /** @type {string} */ type) => {
    const made = content.then((forms) => new Blob([forms[form]], { type }));
    made.catch(() => {}); // a browser may take only one of them; the last attempt below reports it
    return made;
  };
  try {
    const forms = { "text/plain": blob("text", "text/plain"), "text/html": blob("html", "text/html") };
    await navigator.clipboard.write([new ClipboardItem(forms)]);
    return true;
  } catch {
    // The browser copies no rich text: try the text alone.
  }
  try {
    await navigator.clipboard.writeText((await content).text);
    return true;
  } catch {
    return false;
  }
}
