// Everything that the site has stored in this browser: how much there is of each kind, and deleting it.
import { newId } from "../new-id.mjs";
import { keysIn, read, remove, write } from "../storage.mjs";
import { DELETING, isOwnPath, ownKeys } from "./own-keys.mjs";

/** @typedef {import("./own-keys.mjs").Site} Site */
/** @typedef {[kind: string, count: number]} Amount how much there is of a kind; 0 of what is not counted */

/** The cache with the engine's memory, which all sites of a host share. */
const MEMORY = "fingerpost-engine-memory";
/** How often to look again for what another tab was still storing, and how long to wait before, in milliseconds. */
const FURTHER_LOOKS = 3;
const BETWEEN_LOOKS = 300;
const ASSETS = /assets\/fingerpost\/.*/;

/** What may be missing: a browser that refuses storage refuses this, too. */
const registrations = async () => (await navigator.serviceWorker?.getRegistrations().catch(() => [])) ?? [];
/** @returns {Promise<string[]>} */
const cacheNames = async () => (await globalThis.caches?.keys().catch(() => [])) ?? [];

/** @returns {Promise<string[]>} the addresses of the copies of the engine's memory, of every site of the host */
async function memories() {
  const cache = (await cacheNames()).includes(MEMORY) && (await caches.open(MEMORY));
  return cache ? (await cache.keys()).map(({ url }) => url) : [];
}

/** @param {string} root the path of the site @returns {Promise<Site>} the site, with the others that show below it */
async function siteAt(root) {
  const keys = [...keysIn("localStorage"), ...keysIn("sessionStorage")];
  const paths = [
    ...(await registrations()).map(({ scope }) => new URL(scope).pathname),
    ...(await cacheNames()).map((name) => /^site (\S+) /.exec(name)?.[1] ?? ""),
    ...(await memories()).map((url) => new URL(url).pathname.replace(ASSETS, "")),
    ...keys.map((key) => /^(\S*\/)\.__/.exec(key)?.[1] ?? ""),
    ...keys.map((key) => /^fingerpost \S+ (\S*\/)assets\/fingerpost\//.exec(key)?.[1] ?? ""),
  ];
  return { root, others: paths.filter((path) => path.startsWith(root) && path !== root) };
}

/** @param {string} text a stored plan @returns {number | undefined} how many needs it has */
function needsIn(text) {
  try {
    return JSON.parse(text).needs.length;
  } catch {
    return undefined;
  }
}

/** @param {Site} site @returns {Promise<Amount[]>} how much is stored of each kind */
async function amountsOf(site) {
  const keys = ownKeys(site, "localStorage");
  const words = keys.filter((key) => /^fingerpost (?:notes|plan) /.test(key));
  const used = words.filter((key) => !key.includes(" saved "));
  const notes = used.filter((key) => key.startsWith("fingerpost notes "));
  const plans = used.filter((key) => !notes.includes(key));
  const needs = plans.map((key) => needsIn(read("localStorage", key) ?? ""));
  const readable = needs.filter((count) => count !== undefined);
  const cached = (await cacheNames()).some((name) => name.startsWith(`site ${site.root} `));
  const serving = (await registrations()).some(({ scope }) => new URL(scope).pathname === site.root);
  const memory = (await memories()).some((url) => isOwnPath(site, new URL(url).pathname));
  /** @type {Amount[]} */
  const counted = [
    ["notes", notes.length],
    ...readable.map((count) => /** @type {Amount} */ (["plan", count])),
    ["unreadable", words.length - notes.length - readable.length],
    ["settings", keys.length - words.length],
  ];
  /** @type {[string, boolean][]} */
  const others = [
    ["session", ownKeys(site, "sessionStorage").length > 0],
    ["files", cached || serving],
    ["memory", memory],
  ];
  return [
    ...counted.filter(([kind, count]) => count > 0 || kind === "plan"),
    ...others.filter(([, is]) => is).map(([kind]) => /** @type {Amount} */ ([kind, 0])),
  ];
}

/**
 * @param {string} root the path of the site
 * @returns {Promise<Amount[]>} how much the site has stored of each kind; none if it has stored nothing
 */
export const amounts = async (root) => amountsOf(await siteAt(root));

/**
 * Deletes everything that the site has stored.
 * @param {string} root the path of the site
 * @returns {Promise<boolean>} whether nothing is left
 */
export async function deleteEverything(root) {
  const site = await siteAt(root);
  const deletion = { ...site, by: newId() };
  const page = /** @type {any} */ (window);
  page[Symbol.for("fingerpost deletion")] = deletion.by;
  page[Symbol.for("fingerpost plans")]?.clear();
  write("localStorage", DELETING, JSON.stringify(deletion));
  if ("BroadcastChannel" in window) new BroadcastChannel(DELETING).postMessage(deletion);
  for (let look = 0; look <= FURTHER_LOOKS; look++) {
    if (look > 0) await new Promise((wake) => setTimeout(wake, BETWEEN_LOOKS));
    await deleteFound(site);
    if ((await amounts(root)).length === 0) return true;
  }
  return false;
}

/** @param {Site} site */
async function deleteFound(site) {
  for (const area of /** @type {const} */ (["localStorage", "sessionStorage"])) {
    for (const key of ownKeys(site, area)) remove(area, key);
  }
  // The worker goes first, so that it stores nothing again.
  for (const each of await registrations()) if (new URL(each.scope).pathname === site.root) await each.unregister();
  for (const name of await cacheNames()) if (name.startsWith(`site ${site.root} `)) await caches.delete(name);
  const found = await memories();
  const own = found.filter((url) => isOwnPath(site, new URL(url).pathname));
  if (own.length === found.length) await globalThis.caches?.delete(MEMORY);
  else for (const url of own) await (await caches.open(MEMORY)).delete(url);
}
