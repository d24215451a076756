// Parts that follow the server: <section data-poll="URL" data-every="400" data-tag="ETAG">. A conditional GET: 304
// costs nothing. What stands in a field, is being typed or is opened there stays; `followed` tells who wants to know.
// A part that holds data-over has reached its end and is asked for no more.
import { shelf } from "./device.js";

export function followPages() {
  for (const part of document.querySelectorAll("[data-poll]")) follow(part, part.dataset.tag ?? "");
}

async function follow(part, tag) {
  let next = tag;
  try {
    const answer = await fetch(part.dataset.poll, { headers: { "If-None-Match": tag, "X-Part": "1" }, cache: "no-store" });
    if (answer.status === 200 && !answer.redirected) replace(part, await answer.text());
    if (answer.status === 200 || answer.status === 304) next = answer.headers.get("ETag") ?? tag;
    stale(part, answer.status >= 500);
  } catch {
    stale(part, true); // the page says by itself that its figures are old
  }
  if (part.querySelector("[data-over]")) return;
  setTimeout(() => follow(part, next), document.hidden ? 5000 : Number(part.dataset.every ?? 400));
}

function stale(part, is) {
  part.toggleAttribute("data-stale", is);
  for (const one of part.querySelectorAll("[data-net-poll]")) one.hidden = !is;
}

function replace(part, html) {
  const kept = [...part.querySelectorAll("input[id], select[id], textarea[id]")].map((one) => [one.id, one.value]);
  const opened = [...part.querySelectorAll("details[id][open]")].map((one) => one.id);
  const at = part.contains(document.activeElement) ? document.activeElement : null;
  const spot = at?.id && "selectionStart" in at ? [at.selectionStart, at.selectionEnd] : null;
  part.innerHTML = html;
  for (const [id, value] of kept) if (document.getElementById(id)) document.getElementById(id).value = value;
  for (const id of opened) document.getElementById(id)?.setAttribute("open", "");
  const again = at?.id ? document.getElementById(at.id) : null;
  again?.focus({ preventScroll: true });
  if (spot && again) again.setSelectionRange(...spot);
  sync(part);
  part.dispatchEvent(new Event("followed", { bubbles: true }));
}

// A countdown to a moment: <time data-until="ISO">; it runs on the server's clock, of which the page knows the offset.
// A page that came from the device's own store has an old time on it: then the offset of before counts.
const OFFSET = "clock-offset";
let offset = 0;
function sync(root) {
  const told = Date.parse(root.querySelector("[data-now]")?.dataset.now ?? "");
  if (navigator.onLine && told) shelf.setItem(OFFSET, String(told - Date.now()));
  offset = Number(shelf.getItem(OFFSET)) || 0;
}

const clock = new Intl.DateTimeFormat("zh-CN", { timeZone: "Asia/Shanghai", hour: "2-digit", minute: "2-digit", hour12: false });
function tick() {
  const now = Date.now() + offset;
  for (const one of document.querySelectorAll("[data-until]")) {
    const left = Math.round((Date.parse(one.dataset.until) - now) / 1000);
    const sign = left < 0 ? "−" : "";
    one.textContent = `${sign}${Math.floor(Math.abs(left) / 60)}:${String(Math.abs(left) % 60).padStart(2, "0")}`;
    one.classList.toggle("over", left < 0);
  }
  for (const one of document.querySelectorAll("[data-clock]")) one.textContent = clock.format(now);
}
sync(document);
tick();
setInterval(tick, 250);
