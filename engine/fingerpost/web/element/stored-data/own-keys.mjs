// Which entries of the browser's storage are this site's. Sites on one host share the storage, and one site may be in a
// folder of another.
import { keyOfSetting, keysIn } from "../storage.mjs";

/** @typedef {{ root: string, others: string[] }} Site the path of a site, and those of other sites below it */

/** The key under which the other tabs of a site hear that everything is being deleted. */
export const DELETING = keyOfSetting("deleting");

/**
 * @param {Site} site
 * @param {string} path
 * @returns {boolean} whether a path is the site's
 */
export const isOwnPath = ({ root, others }, path) =>
  path.startsWith(root) && !others.some((other) => path.startsWith(other));

/**
 * @param {Site} site
 * @param {import("../storage.mjs").Area} area
 * @returns {string[]} the keys of the site's entries. Those of its pages name a path; the theme's begin with the site's
 */
export const ownKeys = (site, area) =>
  keysIn(area).filter((key) => {
    const path = /^fingerpost [\w-]+ (\/\S*)/.exec(key)?.[1];
    return path === undefined ? key.startsWith(`${site.root}.__`) : isOwnPath(site, path);
  });
