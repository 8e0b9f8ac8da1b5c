// Copying a link: as text, and as a link with the page's title where rich text is taken.
import { control, said } from "../words.mjs";
import { copy } from "./clipboard.mjs";

/**
 * @param {Element} button what the reader pressed
 * @param {Promise<string>} address a promise, since a browser allows copying only as long as the click is fresh
 * @param {import("../toast/toast.mjs").Toast} toast
 * @param {string} key of what to say afterwards
 */
export async function copyLink(button, address, toast, key) {
  const content = address.then((href) => {
    const named = document.createElement("a");
    named.href = href;
    named.textContent = document.title;
    return { text: href, html: named.outerHTML };
  });
  if (await copy(content)) {
    toast.report(key);
    return;
  }
  offerToCopy(button, await address);
  toast.warn(said("copy-by-hand"));
}

/**
 * Where the clipboard is refused, the text stands selected in a field.
 * @param {Element} button
 * @param {string} address
 */
function offerToCopy(button, address) {
  const old = button.closest("decision-tree")?.querySelector("input.fp-link");
  const field = /** @type {HTMLInputElement} */ (old ?? control("link-label"));
  field.value = address;
  button.closest(".fp-actions")?.after(field);
  field.select();
}
