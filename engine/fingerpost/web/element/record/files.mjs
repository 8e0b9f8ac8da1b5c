// Downloads files, and reads those that the reader chooses.
import { said } from "../words.mjs";

/**
 * The most bytes of a file that is read: more than a browser stores for a site, and the engine takes a second for a
 * fifth of it.
 */
const MOST_BYTES = 5_000_000;

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

/**
 * Reads the file that the reader has chosen, and tells at once that it is being read.
 * @param {HTMLInputElement} field the field, which then is empty, so that the same file can be chosen again
 * @param {Element} element the page element
 * @param {import("../toast/toast.mjs").Toast} toast
 * @returns {Promise<string | undefined>} its text; undefined if there is none to open, which the reader is told
 */
export async function textOf(field, element, toast) {
  const file = field.files?.[0];
  if (!file) return undefined;
  if (file.size > MOST_BYTES) {
    field.value = "";
    toast.warn(said(element, "file-too-large"));
    return undefined;
  }
  toast.warn(said(element, "file-opening"));
  try {
    return await file.text();
  } catch (fault) {
    toast.fail(fault);
    return undefined;
  } finally {
    field.value = "";
  }
}

/** @returns {string} today's date in the reader's time zone, as YYYY-MM-DD */
export const today = () => new Date().toLocaleDateString("sv"); // Swedes write dates in this form
