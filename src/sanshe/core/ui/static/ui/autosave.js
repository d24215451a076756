// Forms that save each field as it is typed: <form data-autosave="URL" data-version="3">.
// What could not be sent waits in this browser's database under its request id and is delivered once, later.
import { newId, sayThin } from "./device.js";
import { redraw } from "./marks.js";

const STORE = "outbox";

export function keepForms(words) {
  const forms = [...document.querySelectorAll("form[data-autosave]")];
  for (const form of forms) keep(form, words);
  if (forms.length === 0) return;
  holdForms(words);
  deliver(words);
  window.addEventListener("online", () => deliver(words));
  setInterval(() => deliver(words), 5000);
  window.addEventListener("beforeunload", (event) => waiting && event.preventDefault());
}

let waiting = 0;
let waitingHere = 0; // of these, what belongs to a form of this page
export const unsentFields = () => waiting;
const typed = new Map(); // what was typed a moment ago
const saving = new Set(); // what is on its way to the outbox

function keep(form, words) {
  const key = (name) => `${form.dataset.autosave} ${name}`;
  form.addEventListener("input", (event) => {
    const name = event.target.name;
    if (!name || event.target.type === "file" || event.target.closest("[data-plain]")) return;
    clearTimeout(typed.get(key(name))?.timer);
    const go = () => (typed.delete(key(name)), save(form, name, words));
    typed.set(key(name), { go, timer: setTimeout(go, event.target.matches("textarea, [type=text]") ? 800 : 0) });
  });
  form.addEventListener("change", (event) => flush([typed.get(key(event.target.name))])); // left: saved at once
}

function flush(fields) {
  const left = fields.filter(Boolean);
  for (const one of left) {
    clearTimeout(one.timer);
    one.go();
  }
}

// Nothing is handed in before what was typed last has been delivered and no text is left to be chosen.
function holdForms(words) {
  const choice = () => document.querySelector("[data-autosave] .s-choice");
  const isClear = () => typed.size + saving.size + waitingHere === 0 && !choice();
  let held = false;
  document.addEventListener("submit", async (event) => {
    if (isClear()) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (held) return;
    held = true;
    const { target, submitter } = event;
    flush([...typed.values()]);
    await Promise.all(saving);
    held = false;
    if (isClear()) return target.requestSubmit(submitter);
    const left = [...document.querySelectorAll("[data-said]")].find((line) => line.textContent === words.local);
    (choice() ?? left)?.scrollIntoView({ block: "center" }); // it says there why
  }, true);
}

function save(form, name, words) {
  const one = saveOne(form, name, words).finally(() => saving.delete(one));
  saving.add(one);
}

async function saveOne(form, name, words) {
  const values = new FormData(form).getAll(name);
  const item = {
    id: newId(),
    url: form.dataset.autosave,
    body: { field: name, value: values.join("\n"), version: form.dataset.version, noted_at: new Date().toISOString() },
    csrf: form.querySelector("[name=csrfmiddlewaretoken]")?.value ?? "",
  };
  say(form, name, words.sending, "send");
  await put(item);
  await deliver(words);
}

let delivery = null;
function deliver(words) {
  delivery ??= sendAll(words).finally(() => (delivery = null));
  return delivery;
}

// Until nothing is left: what is typed while a field is on its way goes with the next.
async function sendAll(words) {
  for (let items = await all(); ; items = await all()) {
    waiting = items.length;
    waitingHere = items.filter((one) => document.querySelector(`form[data-autosave="${CSS.escape(one.url)}"]`)).length;
    badge(words);
    if (waiting === 0 || !(await send(items[0], words))) return;
  }
}

async function send(item, words) {
  const form = document.querySelector(`form[data-autosave="${CSS.escape(item.url)}"]`);
  let answer;
  try {
    answer = await fetch(item.url, {
      method: "POST",
      headers: {
        "Content-Type": "application/json", Accept: "application/json",
        "X-Request-Id": item.id, ...(item.received && { "X-Received": item.received }), "X-CSRFToken": form?.querySelector("[name=csrfmiddlewaretoken]")?.value ?? item.csrf,
      },
      body: JSON.stringify(item.body),
    });
  } catch {
    say(form, item.body.field, words.local);
    return false;
  }
  const said = await verdict(answer);
  if (!said) {
    const received = answer.headers.get("X-Received");
    if (received) await put({ ...item, received });
    say(form, item.body.field, words.local);
    return false;
  }
  await remove(item.id);
  if (form && said.version) form.dataset.version = said.version;
  if (form && said.drawn) redraw(said.drawn);
  say(form, item.body.field, said.said ?? said.detail ?? words.kept, !answer.ok || said.wrong ? "bad" : said.ok ? "ok" : "");
  if (said.html) part(form, said);
  if (answer.status === 409 && "theirs" in said) choose(form, item.body.field, said, words);
  return true;
}

// Two devices wrote the same field: both texts stand under it, and one is chosen.
function choose(form, name, said, words) {
  const field = form?.elements[name];
  const line = form?.querySelector(`[data-said="${CSS.escape(name)}"]`);
  if (!field || !line) return;
  const asked = document.createElement("div");
  asked.className = "s-note due s-stack";
  asked.setAttribute("role", "alert");
  asked.append(Object.assign(document.createElement("b"), { textContent: words.clash }));
  for (const [where, text] of [[words.here, said.yours], [words.there, said.theirs]]) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "btn btn-line s-choice";
    button.textContent = `${where}　${text}`;
    button.addEventListener("click", () => {
      field.value = text;
      form.dataset.version = said.version ?? form.dataset.version;
      asked.remove();
      if (text === said.theirs) return say(form, name, words.kept);
      save(form, name, words);
    });
    asked.append(button);
  }
  line.after(asked);
}

// Only the application itself decides that something is kept or refused for good, and it says so in JSON. A gateway, a
// stale token, an ended session or a fault decide nothing: null, and what was typed stays on the device.
const FINAL = [400, 404, 409, 413, 422];
export async function verdict(answer) {
  if (answer.redirected || !(answer.ok || FINAL.includes(answer.status))) return null;
  return answer.json().catch(() => null);
}

function part(form, said) {
  for (const [id, html] of Object.entries(said.html)) {
    const place = document.getElementById(id);
    if (place) place.innerHTML = html;
  }
}

function say(form, name, text, state = "") {
  const line = form?.querySelector(`[data-said="${CSS.escape(name)}"]`);
  if (!line) return;
  line.textContent = text;
  line.dataset.s = state;
  form.elements[name]?.classList?.toggle("is-invalid", state === "bad");
}

function badge(words) {
  for (const one of document.querySelectorAll("[data-net]")) {
    one.hidden = false;
    one.dataset.s = navigator.onLine ? (waiting ? "send" : "on") : "off";
    one.textContent = navigator.onLine ? (waiting ? `${words.sending} ${waiting}` : words.online) : `${words.offline} ${waiting || ""}`;
  }
}

function open() {
  return new Promise((done, fail) => {
    const asked = indexedDB.open("sanshe", 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore(STORE, { keyPath: "id" });
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => fail(asked.error);
  });
}

// Where the browser keeps no database, items wait in the page.
let page = null;
function thin() {
  page ??= new Map();
  sayThin();
}

async function within(mode, work) {
  const base = await open();
  return new Promise((done, fail) => {
    const act = base.transaction(STORE, mode);
    const asked = work(act.objectStore(STORE));
    act.oncomplete = () => (base.close(), done(asked.result));
    act.onerror = () => fail(act.error);
  });
}

async function kept(inBase, inPage) {
  try {
    if (!page) return await inBase();
  } catch {
    thin();
  }
  return inPage(page);
}

const dated = (item) => ({ at: Date.now(), ...item });
const put = (item) => kept(() => within("readwrite", (store) => store.put(dated(item))), (held) => held.set(item.id, dated(item)));
const remove = (id) => kept(() => within("readwrite", (store) => store.delete(id)), (held) => held.delete(id));
const found = () => kept(() => within("readonly", (store) => store.getAll()), (held) => [...held.values()]);
const all = async () => (await found()).sort((a, b) => a.at - b.at);
