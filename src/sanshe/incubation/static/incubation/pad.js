// The pad: every change is kept on the device first and delivered whenever there is a connection; so is a seal.
import { verdict } from "../ui/autosave.js";
import { csrf, isThin, newId, sayThin, shelf } from "../ui/device.js";
import { unsentPads } from "../ui/unsent.js";

const room = document.getElementById("pads");
const form = document.getElementById("pad-form");
const words = { ...document.getElementById("words")?.dataset, ...document.getElementById("pad-words")?.dataset };
const net = document.querySelector("[data-net]");
const key = form?.dataset.key;
const stored = (at = key) => JSON.parse(shelf.getItem(at) ?? "null");
const store = (item, at = key) => shelf.setItem(at, JSON.stringify(item));
const device = shelf.getItem("pad.device") ?? newId();
shelf.setItem("pad.device", device);
let timer, delivering = false;

function later(wait) {
  clearTimeout(timer);
  timer = setTimeout(deliver, wait);
}

// ---- what is on the page
const marks = () => [...form.querySelectorAll("input[type=radio]:checked")];
function shown() {
  let sum = 0;
  for (const one of form.querySelectorAll("[data-shown]")) one.textContent = "—";
  for (const one of marks()) {
    sum += Number(one.value);
    const place = form.querySelector(`[data-shown="${one.name.slice(5)}"]`);
    if (place) place.textContent = one.value;
  }
  for (const one of document.querySelectorAll("[data-total], [data-total-again]")) one.textContent = sum;
}

function fill(body) {
  for (const one of form.querySelectorAll("input[type=radio]")) one.checked = String(body[one.name] ?? "") === one.value;
  if (form.elements.comment) form.elements.comment.value = body.comment ?? "";
  shown();
}

function say(text, state) {
  if (!net) return;
  net.hidden = false;
  net.dataset.s = state;
  net.textContent = text;
}

// ---- keeping and delivering
function keep(act) {
  const body = { ...Object.fromEntries(new FormData(form)), act, device, noted_at: new Date().toISOString() };
  delete body.csrfmiddlewaretoken;
  delete body._request_id;
  store({ id: newId(), url: form.dataset.pad, body });
  later(act === "seal" ? 0 : 300);
}

async function deliver() {
  if (delivering) return later(200);
  delivering = true;
  try {
    for (const at of waiting()) if (!(await send(at))) return later(2000);
  } finally {
    delivering = false;
    count();
  }
}

const waiting = () => (room ? unsentPads(room.dataset.seat) : form ? [key] : []).filter((at) => stored(at) && !stored(at).held);

async function send(at) {
  const item = stored(at);
  say(words.sending, "send");
  let answer, said;
  try {
    answer = await fetch(item.url, { method: "POST", headers: { "Content-Type": "application/json",
      Accept: "application/json", "X-Request-Id": item.id, "X-CSRFToken": token() }, body: JSON.stringify(item.body) });
    said = await verdict(answer);
  } catch {
    said = null;
  }
  if (!said || said.code?.endsWith(".stale")) {
    const isOut = answer && (answer.redirected || answer.status === 401 || answer.status === 403);
    say(isOut ? `${words.local} · ${words.signin}` : `${words.offline}，${words.local}`, "off");
    return false;
  }
  settle(at, item, answer, said);
  return true;
}

const token = () => csrf() || (form?.elements.csrfmiddlewaretoken?.value ?? "");

function settle(at, item, answer, said) {
  const isHere = form && at === key;
  if (said.code?.endsWith(".other_device")) {
    store({ ...stored(at), held: said }, at);
    return isHere && clash(said);
  }
  if (stored(at)?.id === item.id) shelf.removeItem(at);
  say(answer.ok ? words.delivered ?? words.kept : said.detail, answer.ok ? "on" : "off");
  if (!isHere) return;
  if (answer.ok) seen(said);
  const isOver = said.code?.endsWith(".other_content") || said.code?.endsWith(".is_sealed");
  if (isOver || (answer.ok && item.body.act === "seal")) return void setTimeout(() => location.reload(), isOver ? 1500 : 0);
  if (!answer.ok) lock(null);
}

function seen({ version, sheet }) {
  if (version !== undefined && form.elements.base) form.elements.base.value = version;
  if (sheet) form.elements.sheet.value = sheet;
}

// ---- two devices of one member: both texts are shown, and one is chosen
function clash(said) {
  const box = document.getElementById("pad-clash");
  const rows = [...form.querySelectorAll(".s-crit[name=crit]")].map((one) => one.querySelector(".q span:nth-child(2)").textContent);
  const list = rows.map((name, i) => `${name} ${said.theirs.marks[i + 1] ?? "—"}`).join("，");
  box.hidden = false;
  const line = box.querySelector("p");
  line.textContent = `${words.clash} ${list} `;
  for (const [label, act] of [[words.mine, () => (seen(said), keep("save"))], [words.theirs, () => theirs(said)]]) {
    const button = line.appendChild(document.createElement("button"));
    button.type = "button";
    button.className = "btn btn-line";
    button.textContent = label;
    button.addEventListener("click", () => ((box.hidden = true), act()));
  }
}

function theirs(said) {
  shelf.removeItem(key);
  seen(said);
  fill({ comment: said.theirs.comment, ...Object.fromEntries(Object.entries(said.theirs.marks).map(([no, mark]) => [`mark-${no}`, mark])) });
  count();
}

function followed(event) {
  const now = event.target.querySelector("[data-kept]")?.dataset;
  if (!form || !now || now.device === device || Number(now.version) <= Number(form.elements.base?.value)) return;
  if (stored()) return;
  say(now.kept === "sealed" ? words.elsewhere : words.moved, "on");
  setTimeout(() => location.reload(), 800);
}

// ---- sealed on the device: locked on the screen at once, delivered when there is a connection
function lock(item) {
  const stamp = document.getElementById("pad-stamp");
  if (!stamp) return;
  stamp.hidden = !item;
  for (const id of ["pad-marks", "pad-act"]) {
    const part = document.getElementById(id);
    part.toggleAttribute("inert", Boolean(item));
    part.hidden = Boolean(item) && id === "pad-act";
  }
  if (!item) return;
  stamp.querySelector("[data-words]").textContent = words.local;
  stamp.querySelector("[data-when]").textContent = new Date(item.body.noted_at).toLocaleTimeString("zh-CN", { hour12: false });
  stamp.querySelector("[data-waits]").textContent = words.waits;
}

function count() {
  const line = document.getElementById("pad-unsent");
  if (!line) return;
  const n = room ? unsentPads(room.dataset.seat).length : 0;
  line.hidden = n === 0;
  line.textContent = line.dataset.many.replace("{n}", n);
}

function opens(input = null) {
  const crits = [...form.querySelectorAll(".s-crit[name=crit]")];
  const next = crits.find((one) => !one.querySelector("input:checked"));
  for (const one of crits) one.open = one === next;
  if (input) (next ?? input.closest("details")).querySelector("summary").focus({ preventScroll: true });
}

if (form) {
  const left = stored();
  if (form.elements.device) form.elements.device.value = device;
  if (left) fill(left.body);
  if (left?.held) clash(left.held);
  if (left?.body.act === "seal") lock(left);
  form.addEventListener("input", () => (shown(), keep("save")));
  form.addEventListener("click", (event) => event.detail && event.target.matches("input[type=radio]") && opens(event.target));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const isSeal = event.submitter?.value === "seal";
    keep(isSeal ? "seal" : "save");
    if (isSeal) lock(stored());
  });
  shown();
  opens();
}
window.addEventListener("online", () => later(0));
document.addEventListener("followed", followed);
if (net) say(navigator.onLine ? words.online : words.offline, navigator.onLine ? "on" : "off");
later(0);

// ---- a reload without a signal: pages, styles and scripts are kept by a worker of our own, where the browser lets us
async function keepPages() {
  if (!room) return;
  if (!("serviceWorker" in navigator)) return void (document.getElementById("no-worker").hidden = false);
  if (shelf.getItem("pad.seat") !== room.dataset.seat) await caches.delete("pads");
  shelf.setItem("pad.seat", room.dataset.seat);
  await navigator.serviceWorker.register(room.dataset.worker, { scope: room.dataset.scope });
  if (!navigator.onLine) return;
  const parts = performance.getEntriesByType("resource").map((one) => new URL(one.name)).filter((one) => one.pathname.startsWith("/static/"));
  await (await caches.open("pads")).addAll([location.pathname, ...new Set(parts.map((one) => one.href))]);
}
if (isThin()) sayThin();
keepPages().catch(() => {});
