// Tells whether these scripts run on the site that they belong to.

/**
 * False on a page of another origin that embeds a tree. Storage and caches are its own there, so nothing is kept in them.
 */
export const atHome = new URL(import.meta.url).origin === globalThis.origin;
