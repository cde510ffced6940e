/* global BUILD -- written above this line by build/service-worker.ts: { version, base, essential, files } */
/**
 * Keeps the book readable without a connection. Files with a hash in their name never change and are taken from the cache; everything else
 * comes from the network as long as there is one that answers, so nobody reads a stale page. A new version waits until the last page of the old
 * one is closed, and a page is only kept with the scripts it was built with. What cannot be kept (no room is left) is still answered.
 */
const PREFIX = `downhill ${BUILD.base} `;
const CACHE = PREFIX + BUILD.version;
/** Not of one version: which pages the reader has been to, as empty answers, and whether the whole book is to be kept. */
const WISHES = `${PREFIX}wishes`;
const WHOLE = `${BUILD.base}?whole-book`;
const OFFLINE = `${BUILD.base}offline/`;
const NOT_FOUND = `${BUILD.base}404.html`;
const HASHED = new RegExp(`^${BUILD.base}(?:_astro|_fonts)/`);
/** Scripts and styles that a page names, and its fonts. */
const NEEDED = new RegExp(`${BUILD.base}_astro/[^"'() ]+\\.(?:js|css)`, 'g');
const FONT = new RegExp(`${BUILD.base}_[a-z]+/[^"'() ]+\\.woff2`, 'g');
const FILES = new Map(BUILD.files);
const TOTAL = BUILD.files.reduce((sum, [, bytes]) => sum + bytes, 0);
/** How long in ms a network that does not answer hides a page that is kept, and one that is not. */
const PATIENCE = 4000;
const LAST_PATIENCE = 20_000;
/** Files asked for at once. */
const AT_ONCE = 6;

const isPage = (path) => path.endsWith('/') || path.endsWith('.html');
/** Kept only once the reader has asked for it: pages, and large data. */
const isAskedFor = (path) => isPage(path) || path.endsWith('.bin');

// ---- Keeping ------------------------------------------------------------------------------------------------------------------

/** What comes of work on caches; undefined where the browser has no room or no caches for us. */
async function tried(work) {
  try {
    return await work();
  } catch {
    return undefined;
  }
}

/** In the cache of this version only: what stands in the others is older, or empty. */
const lookUp = (request, options) => tried(() => caches.match(request, { ...options, cacheName: CACHE }));

/** Whether a page is of this version: every script and style it needs is. */
const isOurs = (html) => [...html.matchAll(NEEDED)].every(([path]) => FILES.has(path));

const wish = (path) => tried(async () => (await caches.open(WISHES)).put(path, new Response('')));

async function wishes() {
  const requests = (await tried(async () => (await caches.open(WISHES)).keys())) ?? [];
  return new Set(requests.map(({ url }) => url.slice(location.origin.length)));
}

/** Asks past the HTTP cache, which may hold what another version has at the same address. */
const fresh = (path) => fetch(path, { cache: 'no-cache' });

/** Keeps a file, and with a page its fonts. Rejects when it cannot be fetched or there is no room. */
async function keep(cache, path) {
  if (!isPage(path)) {
    if (await cache.match(path)) return;
    const response = await (HASHED.test(path) ? fetch(path) : fresh(path));
    if (!response.ok) throw new TypeError(`${path}: ${response.status}`);
    return cache.put(path, response);
  }
  const response = await fresh(path);
  if (!response.ok) throw new TypeError(`${path}: ${response.status}`);
  const html = await response.clone().text();
  if (!isOurs(html)) return;
  await cache.put(path, response);
  const fonts = new Set([...html.matchAll(FONT)].map(([font]) => font));
  await Promise.all([...fonts].map((font) => keep(cache, font)));
}

/** Does some work on each of many, a few at a time. */
async function each(items, work) {
  const left = [...items];
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (left.length) await work(left.shift());
    }),
  );
}

async function install() {
  const cache = await caches.open(CACHE);
  // Without them nothing works offline: when the connection breaks off, the browser tries again later.
  await each(BUILD.essential, async (path) => {
    await keep(cache, path).catch((error) => {
      if (error instanceof TypeError) throw error; // of the network; a cache without room throws others
    });
  });
  const wanted = await wishes();
  for (const name of await caches.keys()) {
    if (!name.startsWith(PREFIX) || name === CACHE || name === WISHES) continue;
    for (const { url } of await (await caches.open(name)).keys())
      if (isAskedFor(url)) wanted.add(new URL(url).pathname);
  }
  const paths = wanted.has(WHOLE) ? FILES.keys() : [...wanted].filter((path) => FILES.has(path));
  await each(paths, (path) => tried(() => keep(cache, path)));
}

async function dropOldCaches() {
  const old = (name) => name.startsWith(PREFIX) && name !== CACHE && name !== WISHES;
  await Promise.all((await caches.keys()).filter(old).map((name) => caches.delete(name)));
}

// ---- Answering ----------------------------------------------------------------------------------------------------------------

/** Keeps an answer that is on its way to the page. */
async function remember(request, response) {
  const { pathname } = new URL(request.url);
  if (response.headers.get('content-type')?.startsWith('text/html')) {
    await wish(pathname);
    if (!isOurs(await response.clone().text())) return;
  }
  await tried(async () => (await caches.open(CACHE)).put(pathname, response));
}

async function cacheFirst(event) {
  const { request } = event;
  const kept = await lookUp(request);
  if (kept) return kept;
  const response = await fetch(request);
  if (response.ok) event.waitUntil(remember(request, response.clone()));
  return response;
}

const after = (time) => new Promise((resolve) => setTimeout(resolve, time));

async function networkFirst(event) {
  const { request } = event;
  const navigates = request.mode === 'navigate';
  const kept = await lookUp(request, { ignoreSearch: true });
  const network = fetch(navigates ? new Request(request, { cache: 'no-cache' }) : request).then((response) => {
    if (response.ok) event.waitUntil(remember(request, response.clone()));
    if (response.status >= 500 && kept) return kept;
    return response;
  });
  const hidden = after(kept ? PATIENCE : LAST_PATIENCE).then(() => {
    if (kept) return kept;
    throw new TypeError('The network does not answer');
  });
  try {
    event.waitUntil(network.catch(() => undefined));
    return await Promise.race([network, hidden]);
  } catch (error) {
    if (kept) return kept;
    if (navigates) return missing(new URL(request.url).pathname);
    throw error;
  }
}

/** Without a connection: a page of the book that is not kept is said to be none of the kept ones, not to be none at all. */
async function missing(path) {
  const known = FILES.has(path) || FILES.has(`${path}/`);
  const page = await lookUp(known ? OFFLINE : NOT_FOUND);
  if (!page) return Response.error();
  const { headers } = page;
  return new Response(page.body, { headers, ...(known ? { status: 503 } : { status: 404 }) });
}

// ---- The whole book -----------------------------------------------------------------------------------------------------------

/** Bytes of the book that are kept. */
async function bytesKept() {
  const cache = await tried(() => caches.open(CACHE));
  const requests = (await tried(() => cache.keys())) ?? [];
  return requests.reduce((sum, { url }) => sum + (FILES.get(url.slice(location.origin.length)) ?? 0), 0);
}

async function tellState(port) {
  port.postMessage({ kept: await bytesKept(), total: TOTAL, wanted: (await wishes()).has(WHOLE) });
}

/** Keeps every file of the book, telling after each how far it is. */
async function keepWhole(port) {
  await wish(WHOLE);
  let kept = 0;
  let problem;
  const cache = await tried(() => caches.open(CACHE));
  await each(FILES, async ([path, bytes]) => {
    if (problem) return;
    try {
      if (!(await cache.match(path))) await keep(cache, path);
      kept += bytes;
      port.postMessage({ kept, total: TOTAL, wanted: true });
    } catch (error) {
      problem = error instanceof TypeError && cache ? 'no-connection' : 'no-room';
    }
  });
  port.postMessage({ kept: problem ? await bytesKept() : TOTAL, total: TOTAL, wanted: true, problem, done: true });
}

addEventListener('install', (event) => event.waitUntil(install()));
addEventListener('activate', (event) => event.waitUntil(dropOldCaches().then(() => clients.claim())));
addEventListener('message', (event) => {
  const { keep: path, whole } = event.data;
  // The page that the reader landed on was fetched before there was a service worker.
  if (path && FILES.has(path))
    event.waitUntil(wish(path).then(() => tried(async () => keep(await caches.open(CACHE), path))));
  if (whole === 'state') event.waitUntil(tellState(event.ports[0]));
  if (whole === 'keep') event.waitUntil(keepWhole(event.ports[0]));
});
addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin || !url.pathname.startsWith(BUILD.base)) return;
  event.respondWith(HASHED.test(url.pathname) ? cacheFirst(event) : networkFirst(event));
});
