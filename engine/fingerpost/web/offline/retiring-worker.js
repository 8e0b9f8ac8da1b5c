// In the place of the service worker while the site is served for writing: takes over from one of a finished build,
// deletes what that one stored, and removes itself. Pages then show what is served now.
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
