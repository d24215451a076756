// What stands in for what this browser lacks. An address without TLS has no crypto.randomUUID and no service worker; an
// old or a private browser may have no storage: then things are kept while the page is open, and the page says so.
export const newId = () => (self.crypto?.randomUUID ? crypto.randomUUID() : made());

function made() {
  const bytes = new Uint8Array(16);
  if (self.crypto?.getRandomValues) crypto.getRandomValues(bytes);
  else bytes.forEach((_, i) => (bytes[i] = Math.floor(Math.random() * 256)));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((one) => one.toString(16).padStart(2, "0")).join("");
  return hex.replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, "$1-$2-$3-$4-$5");
}

function lasting() {
  try {
    localStorage.setItem("sanshe.asked", "1");
    localStorage.removeItem("sanshe.asked");
    return localStorage;
  } catch {
    return null;
  }
}

const kept = lasting();
const held = new Map();
export const shelf = {
  getItem: (key) => (kept ? kept.getItem(key) : held.get(key) ?? null),
  setItem: (key, text) => (kept ? kept.setItem(key, text) : void held.set(key, String(text))),
  removeItem: (key) => (kept ? kept.removeItem(key) : void held.delete(key)),
  keys: () => (kept ? Object.keys(kept) : [...held.keys()]),
};

// Said before anybody types: what is not sent yet is lost with this page.
export function sayThin() {
  for (const line of document.querySelectorAll("[data-thin]")) line.hidden = false;
}
export const isThin = () => !kept;

// The token of a write. The cookie holds the newest one, also when the page came from the device's own store.
export const csrf = () => document.cookie.match(/(?:^|; )(?:__Host-)?csrf=([^;]+)/)?.[1] ?? "";
