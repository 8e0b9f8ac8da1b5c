// Tells whether these scripts run on the site that they belong to.

/**
 * False on a page of another origin that embeds a tree, and in a worker of such a page. Storage and caches are its own
 * there, so nothing is kept in them, and its browser starts no worker from an address of another origin.
 */
export const atHome = new URL(import.meta.url).origin === globalThis.origin;
