/* global BUILD -- written above this line by build/service-worker.ts: { version, base, essential } */
/**
 * Keeps the book readable without a connection. Files with a hash in their name never change and are taken from the cache; everything else comes from the
 * network as long as there is one, so nobody reads a stale page. A new version waits until the last page of the old one is closed: a page always finds
 * the scripts it was built with.
 */
const PREFIX = `downhill ${BUILD.base} `;
const CACHE = PREFIX + BUILD.version;
const HASHED = new RegExp(`^${BUILD.base}(?:_astro|_fonts)/`);
const FONT = /href="([^"]+\.woff2)"/g;

/** A page together with the fonts it preloads. */
async function keepPage(cache, url) {
  const response = await fetch(url);
  if (!response.ok) return;
  const html = await response.clone().text();
  await cache.put(url, response);
  await cache.addAll([...html.matchAll(FONT)].map((match) => match[1]));
}

/** Paths of the pages an older version has kept: the reader expects to find them again. */
async function visitedPages() {
  const urls = new Set();
  for (const name of await caches.keys()) {
    if (!name.startsWith(PREFIX) || name === CACHE) continue;
    for (const { url } of await (await caches.open(name)).keys())
      if (url.endsWith('/')) urls.add(new URL(url).pathname);
  }
  return urls;
}

async function install() {
  const cache = await caches.open(CACHE);
  const isPage = (url) => url.endsWith('/') || url.endsWith('.html');
  await cache.addAll(BUILD.essential.filter((url) => !isPage(url)));
  const pages = new Set([...BUILD.essential.filter(isPage), ...(await visitedPages())]);
  await Promise.allSettled([...pages].map((url) => keepPage(cache, url)));
}

async function dropOldCaches() {
  const names = await caches.keys();
  await Promise.all(
    names.filter((name) => name.startsWith(PREFIX) && name !== CACHE).map((name) => caches.delete(name)),
  );
}

async function cacheFirst(request) {
  const kept = await caches.match(request);
  if (kept) return kept;
  const response = await fetch(request);
  if (response.ok) await (await caches.open(CACHE)).put(request, response.clone());
  return response;
}

async function networkFirst(request) {
  try {
    const response = await fetch(request);
    if (response.ok) await (await caches.open(CACHE)).put(request, response.clone());
    return response;
  } catch (error) {
    const kept = await caches.match(request, { ignoreSearch: true });
    if (kept) return kept;
    const missing = request.mode === 'navigate' && (await caches.match(`${BUILD.base}404.html`));
    if (missing) return missing;
    throw error;
  }
}

addEventListener('install', (event) => event.waitUntil(install()));
addEventListener('activate', (event) => event.waitUntil(dropOldCaches().then(() => clients.claim())));
addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin || !url.pathname.startsWith(BUILD.base)) return;
  event.respondWith(HASHED.test(url.pathname) ? cacheFirst(request) : networkFirst(request));
});
