// Replaces the service worker while `mkdocs serve` runs: takes over from the one of a finished build, deletes its
// cache, and removes itself. Pages then show the files that are served now.
const SCOPE = new URL("./", self.location.href);

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(retire()));

async function retire() {
  for (const name of await caches.keys()) {
    if (name.startsWith(`site ${SCOPE.pathname} `)) await caches.delete(name);
  }
  const pages = await self.clients.matchAll({ type: "window" });
  await self.registration.unregister();
  for (const page of pages) page.navigate(page.url);
}
