// The pages of the field on this device: there after a reload without a signal. What was noted never passes through
// here; that waits in the device's own base. Only what the server just answered well is kept, in a store of the page's
// reach, so that a page of another app touches nothing of it.
const STORE = `field ${new URL(self.registration.scope).pathname}`;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  if (request.mode === "navigate") event.respondWith(fresh(request));
  else if (pathname.startsWith("/static/")) event.respondWith(steady(request));
});

// A page: the newest where there is a net, what was kept where there is none. One that leads elsewhere (to sign in) is
// shown and not kept.
async function fresh(request) {
  try {
    const answer = await fetch(request, { signal: AbortSignal.timeout(6000) });
    if (answer.status < 500) {
      if (answer.ok && !answer.redirected) await keep(request, answer);
      return answer;
    }
    return (await kept(request)) ?? answer;
  } catch (fault) {
    const found = await kept(request);
    if (found) return found;
    throw fault;
  }
}

// Styles and scripts: their address names their content, so what was kept is the same as what would come.
async function steady(request) {
  const found = await kept(request);
  if (found && named(request.url)) return found;
  return fresh(request);
}

const named = (url) => /\.[0-9a-f]{12}\.\w+$/.test(new URL(url).pathname);
const keep = async (request, answer) => (await caches.open(STORE)).put(bare(request.url), answer.clone());
const kept = (request) => caches.match(bare(request.url), { cacheName: STORE, ignoreVary: true });
const bare = (url) => url.split("#")[0];
