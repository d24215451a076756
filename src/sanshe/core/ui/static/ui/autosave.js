// Forms that save each field as it is typed: <form data-autosave="URL" data-version="3">.
// What could not be sent waits in this browser's database under its request id and is delivered once, later.
const STORE = "outbox";

export function keepForms(words) {
  const forms = [...document.querySelectorAll("form[data-autosave]")];
  for (const form of forms) keep(form, words);
  if (forms.length === 0) return;
  deliver(words);
  window.addEventListener("online", () => deliver(words));
  setInterval(() => deliver(words), 5000);
  window.addEventListener("beforeunload", (event) => waiting && event.preventDefault());
}

let waiting = 0;
export const unsentFields = () => waiting;

function keep(form, words) {
  const timers = new Map();
  form.addEventListener("input", (event) => {
    const name = event.target.name;
    if (!name || event.target.type === "file" || event.target.closest("[data-plain]")) return;
    clearTimeout(timers.get(name));
    timers.set(name, setTimeout(() => save(form, name, words), event.target.matches("textarea, [type=text]") ? 800 : 0));
  });
}

async function save(form, name, words) {
  const values = new FormData(form).getAll(name);
  const item = {
    id: crypto.randomUUID(),
    url: form.dataset.autosave,
    body: { field: name, value: values.join("\n"), version: form.dataset.version, noted_at: new Date().toISOString() },
    csrf: form.querySelector("[name=csrfmiddlewaretoken]")?.value ?? "",
  };
  say(form, name, words.sending, "send");
  await put(item);
  await deliver(words);
}

let delivering = false;
async function deliver(words) {
  if (delivering) return;
  delivering = true;
  try {
    const items = await all();
    waiting = items.length;
    badge(words);
    for (const item of items) if (!(await send(item, words))) break;
  } finally {
    delivering = false;
    waiting = (await all()).length;
    badge(words);
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

async function within(mode, work) {
  const base = await open();
  return new Promise((done, fail) => {
    const act = base.transaction(STORE, mode);
    const asked = work(act.objectStore(STORE));
    act.oncomplete = () => (base.close(), done(asked.result));
    act.onerror = () => fail(act.error);
  });
}

const put = (item) => within("readwrite", (store) => store.put({ at: Date.now(), ...item }));
const remove = (id) => within("readwrite", (store) => store.delete(id));
const all = async () => (await within("readonly", (store) => store.getAll())).sort((a, b) => a.at - b.at);
