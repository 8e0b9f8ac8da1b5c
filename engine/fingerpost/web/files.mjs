// What leaves the page by the reader's own hand: the clipboard, a download, the printer.

/**
 * Copies the same content in two forms: a place that takes rich text gets the HTML, every other gets the text.
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

/** @typedef {{ file: string, type: string, text: string }} TextFile text with the name and the type of its file */

/**
 * Offers text as a file.
 * @param {TextFile} file
 */
export function download({ file, type, text }) {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = file;
  link.click();
  // Some browsers read the address only after the click has been dealt with.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** @returns {string} today where the reader is, as YYYY-MM-DD */
export function today() {
  const now = new Date();
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
