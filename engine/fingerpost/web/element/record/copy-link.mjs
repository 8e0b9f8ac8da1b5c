// Copies a link: as text, and, for programs that accept rich text, as a link with the page's title.
import { control, said } from "../words.mjs";
import { copy } from "./clipboard.mjs";

/**
 * @param {Element} button the button that the reader pressed
 * @param {Promise<string>} address a promise, since browsers allow copying only for a short time after a click
 * @param {string} title of its page
 * @param {import("../toast/toast.mjs").Toast} toast
 * @param {string} key of the message to show afterwards
 */
export async function copyLink(button, address, title, toast, key) {
  const content = address.then((href) => {
    const named = document.createElement("a");
    named.href = href;
    named.textContent = title;
    return { text: href, html: named.outerHTML };
  });
  if (await copy(content)) {
    toast.report(key);
    return;
  }
  offerToCopy(button, await address);
  toast.warn(said(button, "copy-by-hand"));
}

/**
 * Shows the address in a field, selected, if the browser refuses access to the clipboard.
 * @param {Element} button
 * @param {string} address
 */
function offerToCopy(button, address) {
  const old = button.closest("decision-tree, decision-plan")?.querySelector("input.fp-link");
  const field = /** @type {HTMLInputElement} */ (old ?? control(button, "link-label"));
  field.value = address;
  button.closest(".fp-actions")?.after(field);
  field.select();
}
