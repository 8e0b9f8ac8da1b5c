// Downloads files.

/** @typedef {{ file: string, type: string, text: string }} TextFile text with the name and the type of its file */

/**
 * Offers text as a file.
 * @param {TextFile} file
 */
export const download = ({ file, type, text }) => downloadBlob(new Blob([text], { type }), file);

/**
 * Offers content as a file.
 * @param {Blob} content
 * @param {string} file its name
 */
export function downloadBlob(content, file) {
  const address = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = address;
  link.download = file;
  link.click();
  // Some browsers read the address only after they have handled the click.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** @returns {string} today's date in the reader's time zone, as YYYY-MM-DD */
export const today = () => new Date().toLocaleDateString("sv"); // Swedes write dates in this form
