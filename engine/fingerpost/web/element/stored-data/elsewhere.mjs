// Hears that a page of the site in another tab deletes everything that the site has stored, and forgets it here, too.
// Otherwise this tab would store it again: notes in use when another tab has deleted them, typed words when it is left.
import { remove } from "../storage.mjs";
import { DELETING, ownKeys } from "./own-keys.mjs";

/** @typedef {import("./own-keys.mjs").Site & { by: string }} Deletion with an id of the page that deletes */

/** @param {Deletion} deletion */
function forget(deletion) {
  if (deletion.by === /** @type {any} */ (window)[Symbol.for("fingerpost deletion")]) return;
  for (const key of ownKeys(deletion, "sessionStorage")) remove("sessionStorage", key);
  Storage.prototype.setItem = () => {};
  location.reload();
}

// Tells before any entry is gone, since these events keep their order.
addEventListener("storage", ({ key, newValue }) => {
  if (key === DELETING && newValue) forget(JSON.parse(newValue));
});

// A page that waits for Back hears no such event. Browsers discard it if there is a message for it.
if ("BroadcastChannel" in window) {
  new BroadcastChannel(DELETING).onmessage = ({ data }) => forget(data);
}
