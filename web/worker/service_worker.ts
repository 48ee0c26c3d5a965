// The service worker: keeps the program's own files and the page for times without a network on the device,
// so that the capture line opens anywhere. It keeps no page about anybody, and it sends nothing: lines that
// wait are the page's business (capture_store.ts).

declare const self: ServiceWorkerGlobalScope;
/** Told by web/build.mjs: a name that changes with the files, and their addresses. */
declare const cacheName: string;
declare const files: string[];

const offlinePage = '/offline';
/** A proxy's words for a server that is not there. */
const serverIsGone = new Set([502, 504]);

/** Without cookies: what is kept here is the same for everybody. */
async function fill(): Promise<void> {
  const cache = await caches.open(cacheName);
  await cache.addAll([...files, new Request(offlinePage, {cache: 'reload', credentials: 'omit'})]);
  await self.skipWaiting();
}

async function takeOver(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name !== cacheName).map((name) => caches.delete(name)));
  await self.registration.navigationPreload?.enable();
  await self.clients.claim();
}

const kept = async(address: Request|string): Promise<Response|undefined> =>
    (await caches.open(cacheName)).match(address);

async function page(event: FetchEvent): Promise<Response> {
  const preloaded: Promise<Response|undefined> = event.preloadResponse;
  const answer = await preloaded.then((response) => response ?? fetch(event.request)).catch(() => undefined);
  if (answer && !serverIsGone.has(answer.status)) return answer;
  return await kept(offlinePage) ?? answer ?? Response.error();
}

const file = async(request: Request): Promise<Response> => await kept(request) ?? fetch(request);

self.addEventListener('install', (event) => event.waitUntil(fill()));
self.addEventListener('activate', (event) => event.waitUntil(takeOver()));
self.addEventListener('fetch', (event) => {
  const {request} = event;
  const address = new URL(request.url);
  if (request.method !== 'GET' || address.origin !== self.location.origin) return;
  if (request.mode === 'navigate')
    event.respondWith(page(event));
  else if (address.pathname.startsWith('/assets/'))
    event.respondWith(file(request));
});

export {};
