// What this device still holds and the server has not got: nobody signs out over it.
import { shelf } from "./device.js";

export const UNSENT = "unsent "; // how much the box of the field holds: under `unsent <person>`
const boxed = (person) => Number((person && shelf.getItem(UNSENT + person)) ?? 0); // another's is theirs to send
export const PADS = "pad-"; // a sheet waits under pad-<seat>-<applicant>
export const unsentPads = (seat = "") =>
  shelf.keys().filter((key) => key.startsWith(PADS + seat) && key.split("-").length > 3);

export function guardSignOut(words, fields) {
  document.addEventListener("submit", (event) => {
    const path = new URL(event.target.action, location.href).pathname;
    if (!/\/(logout|out)\/$/.test(path)) return;
    const n = unsentPads().length + fields() + boxed(event.target.dataset.person);
    if (n === 0) return void forget();
    event.preventDefault();
    event.stopImmediatePropagation();
    say(event.target, `${words.unsent} ${n}`);
  }, true);
}

// Pages that were kept for hours without a signal go with who signs out.
async function forget() {
  if (!self.caches) return;
  for (const name of await caches.keys()) if (name === "pads" || name.startsWith("field ")) caches.delete(name);
}

function say(form, text) {
  const line = form.querySelector("[role=alert]") ?? form.appendChild(document.createElement("p"));
  line.setAttribute("role", "alert");
  line.className = "s-note due";
  line.textContent = text;
}
