// The pads on this device: their pages, styles and scripts are there after a reload without a signal. Nothing typed
// passes through here; that waits in the page's own store. Only what the server just answered well is kept.
const STORE = "pads";
const PAD = /^\/incubation\/batches\/[^/]+\/pad\/([^/]+\/)?$/;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  const isPage = request.mode === "navigate" && PAD.test(pathname);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  if (isPage || pathname.startsWith("/static/")) event.respondWith(fresh(request));
});

async function fresh(request) {
  try {
    const answer = await fetch(request, { signal: AbortSignal.timeout(6000) });
    if (answer.status < 500) {
      if (answer.ok && !answer.redirected) await (await caches.open(STORE)).put(request.url, answer.clone());
      return answer;
    }
    return (await kept(request)) ?? answer;
  } catch (fault) {
    const found = await kept(request);
    if (found) return found;
    throw fault;
  }
}

const kept = (request) => caches.match(request.url, { cacheName: STORE, ignoreVary: true });
