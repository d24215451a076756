// What this device still holds and the server has not got: nobody signs out over it.
import { shelf } from "./device.js";

export const PADS = "pad-"; // a sheet waits under pad-<seat>-<applicant>
export const unsentPads = (seat = "") =>
  shelf.keys().filter((key) => key.startsWith(PADS + seat) && key.split("-").length > 3);

export function guardSignOut(words, fields) {
  document.addEventListener("submit", (event) => {
    const path = new URL(event.target.action, location.href).pathname;
    if (!/\/(logout|out)\/$/.test(path)) return;
    const n = unsentPads().length + fields();
    if (n === 0) return void (self.caches && caches.delete("pads"));
    event.preventDefault();
    event.stopImmediatePropagation();
    say(event.target, `${words.unsent} ${n}`);
  }, true);
}

function say(form, text) {
  const line = form.querySelector("[role=alert]") ?? form.appendChild(document.createElement("p"));
  line.setAttribute("role", "alert");
  line.className = "s-note due";
  line.textContent = text;
}
