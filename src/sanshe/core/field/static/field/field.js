// A page of the field: kept for reloads without a signal, its box handed in whenever there is a net, and in words what
// is here, what was received, what waits for somebody. The page of an app calls `openField` and notes into what it gets.
import { isThin, sayThin } from "../ui/device.js";
import { HOLD, openBox } from "./box.js";

const LONGEST = 5 * 60 * 1000;

export async function openField(root, { hold = HOLD } = {}) {
  const { person, kind, worker, scope, register, batch, pull, receipts } = root.dataset;
  const words = document.getElementById("field-words").dataset;
  const box = await openBox({ person, kind, hold, urls: { register, batch, pull, receipts } });
  const state = { trouble: null, ready: false, said: "" };
  const shown = () => show(box, state, words);
  let timer, wait = 2000;

  const settle = (answer) => {
    if (!answer) return; // another tab is at it
    state.trouble = answer.trouble ?? null;
    state.said = answer.said && answer.trouble === "refused" ? answer.said : "";
    wait = state.trouble ? Math.min(wait * 2, LONGEST) : 2000;
  };
  async function send() {
    clearTimeout(timer);
    try {
      settle(await box.register(root.dataset.name));
      if (await box.device()) settle(await box.send());
    } finally {
      await shown();
      timer = setTimeout(send, (await box.unsent()).length ? wait * (0.75 + Math.random() / 2) : LONGEST);
    }
  }
  async function meet() {
    wait = 2000;
    await send();
    if (state.trouble) return;
    settle(await box.pull());
    await box.check();
    await shown();
  }
  const soon = () => ((wait = 2000), clearTimeout(timer), (timer = setTimeout(send, hold + 200)));

  box.onChange(shown);
  window.addEventListener("online", meet);
  window.addEventListener("offline", () => ((state.trouble = "offline"), shown()));
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && send());
  bindBox(box, meet, words);
  if (isThin()) sayThin();
  await box.sweep();
  await shown();
  const met = meet().catch(() => {});
  navigator.storage?.persist?.().catch(() => {});
  keepPage(worker, scope)
    .then(async () => (await met, (state.ready = Boolean(await box.list())), shown()))
    .catch(() => ((state.thin = true), shown()));
  return {
    ...box, met, send: meet,
    note: async (...what) => {
      const made = await box.note(...what);
      soon();
      return made;
    },
  };
}

// ---- the page itself, and the proof that it is there: only then it says that one may go where there is no net
async function keepPage(worker, scope) {
  if (!("serviceWorker" in navigator)) throw new Error("no worker");
  await navigator.serviceWorker.register(worker, { scope });
  const registered = await navigator.serviceWorker.ready;
  const store = `field ${new URL(registered.scope).pathname}`;
  const parts = performance.getEntriesByType("resource").map((one) => one.name).filter((one) => new URL(one).pathname.startsWith("/static/"));
  const needed = [location.href.split("#")[0], ...new Set(parts)];
  const kept = await caches.open(store);
  if (navigator.onLine) await kept.addAll(needed);
  for (const url of needed) if (!(await kept.match(url, { ignoreVary: true }))) throw new Error(url);
}

// ---- in words
const set = (name, text) => document.querySelectorAll(`[data-box="${name}"]`).forEach((one) => (one.textContent = text));
const filled = (text, facts) => Object.entries(facts).reduce((said, [name, fact]) => said.replaceAll(`{${name}}`, fact), text);
const HOURS = new Intl.DateTimeFormat("zh-CN", { hourCycle: "h23", hour: "2-digit", minute: "2-digit", timeZone: "Asia/Shanghai" });
// A time of this telephone by the clock of the house, as far as it knew that.
export const clock = (at, offset) => HOURS.format(at + (offset ?? 0));
export const asks = (one) => one.stuck || ((one.state === "refused" || one.state === "waiting") && !one.seen);

async function show(box, state, words) {
  const [unsent, sent, device, checked, list] = await Promise.all([box.unsent(), box.sent(), box.device(), box.checked(), box.list()]);
  const today = new Date().toDateString();
  const received = sent.filter((one) => new Date(one.settled).toDateString() === today).length;
  const asked = [...unsent, ...sent].filter(asks);
  set("unsent", unsent.length);
  set("received", received);
  set("asked", asked.length);
  set("met", device?.seen ? filled(words.met, { time: clock(device.seen, device.offset) }) : words.never);
  set("check", checkSaid(checked, words));
  set("ready", state.thin ? words.thin : list && state.ready ? words.ready : words.preparing);
  const estimate = await navigator.storage?.estimate?.().catch(() => null);
  const room = estimate ? Math.floor((estimate.quota - estimate.usage) / 4096 / 1000) * 1000 : 0;
  set("room", room > 0 ? filled(words.room, { n: Math.min(room, 4000) }) : words.noRoom);
  for (const one of document.querySelectorAll("[data-box-if]")) one.hidden = !{ unsent, asked }[one.dataset.boxIf]?.length;
  badge(state, unsent.length, words);
  rows(box, unsent, sent, words);
}

function checkSaid(checked, words) {
  if (!checked) return words.notChecked;
  const said = filled(words.checked, checked);
  return checked.here === checked.there && checked.missing.length === 0 ? said + words.same : said + words.differs;
}

function badge(state, unsent, words) {
  const place = document.querySelector("[data-net]");
  if (!place) return;
  place.hidden = false;
  const off = state.trouble || !navigator.onLine;
  const why = { signin: words.signin, refused: state.said }[state.trouble] ?? words.offline;
  place.dataset.s = off ? "off" : unsent ? "send" : "on";
  place.textContent = off ? filled(unsent ? words.offlineMany : words.offlineNone, { why, n: unsent }) : unsent ? filled(words.sending, { n: unsent }) : words.online;
}

function rows(box, unsent, sent, words) {
  const place = document.querySelector("[data-box-rows]");
  const line = document.getElementById("field-row")?.content.firstElementChild;
  if (!place || !line) return;
  const asked = sent.filter(asks);
  place.replaceChildren(...[...unsent.filter((one) => one.stuck), ...asked, ...unsent.filter((one) => !one.stuck)].map((one) => row(box, one, line, words)));
}

function row(box, one, line, words) {
  const made = line.cloneNode(true);
  const isAsked = asks(one);
  made.dataset.id = one.id;
  made.querySelector("[data-title]").textContent = one.show?.title ?? one.kind;
  made.querySelector("[data-line]").textContent = [clock(one.at, one.offset), one.show?.line].filter(Boolean).join(" · ");
  const pill = made.querySelector(".s-pill");
  pill.dataset.s = isAsked ? "due" : "wait";
  pill.textContent = one.stuck ? words.stuck : isAsked ? words[one.state] : words.here;
  const said = made.querySelector("[data-why]");
  said.hidden = !isAsked;
  said.querySelector("[data-said-why]").textContent = one.stuck || one.said || "";
  const button = said.querySelector("button");
  button.hidden = Boolean(one.stuck);
  button.addEventListener("click", () => box.seen(one.id));
  return made;
}

// ---- buttons of the box
function bindBox(box, meet, words) {
  const on = (name, act) => document.querySelectorAll(`[data-box-act="${name}"]`).forEach((one) => one.addEventListener("click", act));
  const tell = (text) => set("told", text);
  on("send", async () => (tell(words.trying), await meet(), tell("")));
  on("rescue", async () => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([await box.rescue()], { type: "application/json" }));
    link.download = `sanshe-${new Date().toISOString().slice(0, 16).replace(/[:T]/g, "-")}.json`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    tell(words.rescued);
  });
  document.querySelectorAll("[data-box-in]").forEach((input) =>
    input.addEventListener("change", async () => {
      const text = await input.files[0]?.text();
      input.value = "";
      if (text === undefined) return;
      const found = await box.takeIn(text).catch(() => null);
      tell(!found ? words.noRescue : found.other ? words.otherRescue : filled(words.takenIn, found));
      if (found?.taken) await meet();
    }),
  );
}
