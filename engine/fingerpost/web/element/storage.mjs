// The browser's storage, which may refuse access: reading then finds nothing, and writing returns false. The storage of
// another site whose page embeds a tree is not used at all.
import { atHome } from "../home.mjs";

/** @typedef {"localStorage" | "sessionStorage"} Area */

/**
 * @template Result
 * @param {Area} area
 * @param {(storage: Storage) => Result} use
 * @param {Result} refused the result if the browser refuses access; the storage's name alone then throws
 * @returns {Result}
 */
function using(area, use, refused) {
  if (!atHome) return refused;
  try {
    return use(globalThis[area]);
  } catch {
    return refused;
  }
}

/**
 * Names something that belongs to one tree on one page. Sites share the storage of their host, and trees may share an
 * id, so the path of the page is part of the name.
 * @param {string} kind
 * @param {string} tree the tree's id
 */
export const keyOf = (kind, tree) => `fingerpost ${kind} ${location.pathname.replace(/index\.html$/, "")} ${tree}`;

/**
 * Names a setting, which holds on every page of a site. The folder of its scripts tells it from other sites.
 * @param {string} name
 */
export const keyOfSetting = (name) => `fingerpost ${name} ${new URL("./", import.meta.url).pathname}`;

/** @param {Area} area @returns {string[]} */
export const keysIn = (area) => using(area, (storage) => Object.keys(storage), []);

/** @param {Area} area @param {string} key @returns {string | null} */
export const read = (area, key) => using(area, (storage) => storage.getItem(key), null);

/** @param {Area} area @param {string} key @param {string} text @returns {boolean} whether it is stored */
export const write = (area, key, text) => using(area, (storage) => storage.setItem(key, text) === undefined, false);

/** @param {Area} area @param {string} key */
export const remove = (area, key) => using(area, (storage) => storage.removeItem(key), undefined);
