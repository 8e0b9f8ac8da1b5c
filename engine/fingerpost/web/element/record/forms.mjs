// Downloads a form that the engine wrote: text as it is, and a Word file made of the data that the engine gives for it.
import { download, downloadBlob } from "./files.mjs";

/** @typedef {import("./files.mjs").TextFile} TextFile */

const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/**
 * @param {TextFile} form
 * @returns {Promise<void>} fulfilled when the browser has the file
 */
export async function downloadForm(form) {
  if (form.type !== WORD) {
    download(form);
    return;
  }
  downloadBlob(await word(JSON.parse(form.text)), form.file);
}

/**
 * Makes a Word file, for which this loads the library.
 * @param {import("../../word/word.mjs").DocumentData} data
 * @returns {Promise<Blob>}
 */
export async function word(data) {
  // With the same query as this script's, so that the browser's cache can't return the library of another build.
  const address = new URL(`./word.mjs${new URL(import.meta.url).search}`, import.meta.url);
  /** @type {typeof import("../../word/word.mjs")} */
  const library = await import(address.href);
  return library.writeWord(data);
}
