// Caches every file of one build of the site, and answers requests from the cache. The build defines BUILD and FILES.
//
// A page gets all its files from one build: a new build is cached as a whole before it is used, and is used only when
// no page of the old one is left.
/* global BUILD, FILES */

const SCOPE = new URL("./", self.location.href);
giveUpTheRest();

const OURS = `site ${SCOPE.pathname} `;
const CACHE = OURS + BUILD;
const DIGEST = "X-Digest";
const AT_ONCE = 4;
/** The headers that a stored file keeps, if the host sends them: its type, and what protects it. */
const KEPT = [
  "Content-Type",
  "Content-Security-Policy",
  "Cross-Origin-Opener-Policy",
  "Cross-Origin-Resource-Policy",
  "Permissions-Policy",
  "Referrer-Policy",
  "X-Content-Type-Options",
  "X-DNS-Prefetch-Control",
  "X-Frame-Options",
];

/** Returns the address under which a file is requested: that of the folder for a folder's page. */
const addressOf = (path) => new URL(path.replace(/(^|\/)index\.html$/, "$1"), SCOPE).href;

/** The digest of each file, by its address. */
const DIGESTS = new Map(Object.entries(FILES).map(([path, digest]) => [addressOf(path), digest]));

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(deleteOthers()));

/**
 * Gives up what this worker never needs: other origins, and code that is no file of the site. Its policy would be what
 * the host sends with this script, which is nothing on most.
 */
function giveUpTheRest() {
  const set = (object, name, value) => Object.defineProperty(object, name, { value });
  const setInAll = (name, value) => {
    for (let object = self; object; object = Object.getPrototypeOf(object)) {
      if (Object.hasOwn(object, name)) set(object, name, value);
    }
  };
  const { fetch } = self;
  setInAll("fetch", async (request, how) => {
    const { origin } = new URL(request.url ?? request, SCOPE);
    if (origin !== SCOPE.origin) throw new TypeError(`${origin} is not the site's own`);
    return fetch(request, how);
  });
  for (const name of ["add", "addAll"]) set(Cache.prototype, name);
  for (const name of ["EventSource", "WebSocket", "WebTransport"]) setInAll(name);
  for (const name of ["Function", "eval", "importScripts", "setInterval", "setTimeout"]) setInAll(name);
  for (const kind of [() => {}, async () => {}, function* () {}, async function* () {}]) {
    set(Object.getPrototypeOf(kind), "constructor");
  }
}

async function install() {
  try {
    await cacheAll();
  } catch (fault) {
    await caches.delete(CACHE);
    throw fault;
  }
}

async function cacheAll() {
  const cache = await caches.open(CACHE);
  const waiting = [...DIGESTS];
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [address, digest] = next;
      await cache.put(address, (await fromAnotherBuild(address, digest)) ?? (await fetched(address, digest)));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

/** The filling of a cache that somebody has cleared, under way or failed. */
let filling;

/** Fetches every file once more. A server that has another build by now is not asked again. */
function fillAgain() {
  filling ??= cacheAll().then(
    () => {
      filling = undefined;
    },
    () => {},
  );
  return filling;
}

async function fromAnotherBuild(address, digest) {
  for (const name of await caches.keys()) {
    if (!name.startsWith(OURS)) continue;
    const cached = await (await caches.open(name)).match(address);
    if (cached?.headers.get(DIGEST) === digest) return cached;
  }
  return undefined;
}

async function fetched(address, digest) {
  const response = await fetch(address, { cache: "no-cache", priority: "low" });
  const content = await response.arrayBuffer();
  const found = new Uint8Array(await crypto.subtle.digest("SHA-256", content));
  const text = Array.from(found.subarray(0, digest.length / 2), (byte) => byte.toString(16).padStart(2, "0")).join("");
  // No check of the status: some hosts send the page for wrong addresses with 404, even at its own address.
  if (text !== digest) throw new Error(`${address} is not of this build`);
  const headers = new Headers({ [DIGEST]: digest });
  for (const name of KEPT) {
    const value = response.headers.get(name);
    if (value) headers.set(name, value);
  }
  return new Response(content, { headers });
}

async function deleteOthers() {
  for (const name of await caches.keys()) {
    if (name.startsWith(OURS) && name !== CACHE) await caches.delete(name);
  }
}

self.addEventListener("message", async (event) => {
  if (event.data !== "take-over") return;
  const pages = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const ofSite = pages.filter((page) => page.url.startsWith(SCOPE.href));
  if (ofSite.length === 1) await self.skipWaiting();
  else event.ports[0]?.postMessage("stay");
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (request.method !== "GET" || !request.url.startsWith(SCOPE.href) || request.cache === "reload") return;
  event.respondWith(answer(event, address));
});

async function answer(event, address) {
  const { request } = event;
  const cache = await caches.open(CACHE);
  const search = address.search;
  address.search = address.hash = "";
  const cached = await cache.match(address.href);
  if (!cached && DIGESTS.has(address.href)) event.waitUntil(fillAgain());
  // If the address has a digest, only the content with that digest will do.
  const wanted = /^\?[0-9a-f]{12}$/.test(search) ? search.slice(1) : "";
  if (cached && (cached.headers.get(DIGEST) ?? "").startsWith(wanted)) return cached;
  if (request.mode === "navigate" && (await cache.match(`${address.href}/`))) {
    return Response.redirect(`${address.href}/`, 301);
  }
  try {
    return await fetch(request);
  } catch (fault) {
    const missing = request.mode === "navigate" && (await cache.match(addressOf("404.html")));
    if (!missing) throw fault;
    return new Response(missing.body, { status: 404, headers: missing.headers });
  }
}
