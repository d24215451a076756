// What was noted on this device, in its own base: put in once, taken out only when the server has answered for it.
// Nothing here shows anything; `field.js` does.
import { csrf, newId, shelf } from "../ui/device.js";
import { UNSENT } from "../ui/unsent.js";
import { verdict } from "../ui/autosave.js";

const BASE = "sanshe-field";
const STORES = ["outbox", "sent", "facts"];
const MOST = 50; // of one batch
const MOST_BYTES = 256 * 1024;
export const HOLD = 10_000; // so long what was noted last can be taken back
export const NAMES_STAY = 72 * 3600 * 1000; // so long names stay here without the server
const SENT_STAYS = 400 * 86400 * 1000;

// ---- the base
let opened = null;
function open() {
  opened ??= new Promise((done, fail) => {
    const asked = indexedDB.open(BASE, 1);
    asked.onupgradeneeded = () => {
      for (const name of STORES) {
        if (!asked.result.objectStoreNames.contains(name))
          asked.result.createObjectStore(name, { keyPath: name === "facts" ? "key" : "id" });
      }
    };
    asked.onsuccess = () => {
      asked.result.onversionchange = () => asked.result.close();
      asked.result.onclose = () => (opened = null); // the system may shut it in the background
      done(asked.result);
    };
    asked.onerror = () => fail(asked.error);
  }).catch((fault) => {
    opened = null;
    throw fault;
  });
  return opened;
}

// One transaction over all stores; what `work` answers when it is on the disk.
async function within(mode, work) {
  for (let tries = 0; ; tries++) {
    try {
      return await once(await open(), mode, work);
    } catch (fault) {
      if (fault.name !== "InvalidStateError" || tries > 0) throw fault;
      opened = null; // the connection was shut behind our back
    }
  }
}

function once(base, mode, work) {
  return new Promise((done, fail) => {
    const act = base.transaction(STORES, mode, { durability: "strict" });
    const stores = Object.fromEntries(STORES.map((name) => [name, act.objectStore(name)]));
    let answer;
    act.oncomplete = () => done(answer);
    act.onabort = act.onerror = () => fail(act.error ?? new Error("aborted"));
    work(stores, (value) => (answer = value), act);
  });
}

const read = (store, key) => within("readonly", (stores, say) => (stores[store].get(key).onsuccess = (e) => say(e.target.result)));
const every = (store) => within("readonly", (stores, say) => (stores[store].getAll().onsuccess = (e) => say(e.target.result)));
const put = (store, value) => within("readwrite", (stores) => stores[store].put(value));

// A UUIDv7: keys sort by the time they were made.
function newKey() {
  const time = Date.now().toString(16).padStart(12, "0");
  const rest = newId().replaceAll("-", "");
  return `${time.slice(0, 8)}-${time.slice(8)}-7${rest.slice(13, 16)}-${rest.slice(16, 20)}-${rest.slice(20)}`;
}

// ---- one person's box on this device
export async function openBox({ person, kind, urls, hold = HOLD }) {
  const mine = `device ${person}`;
  const listed = `list ${kind} ${person}`;
  const heard = new Set();
  const changed = async () => {
    shelf.setItem(`${UNSENT}${person}`, String((await unsent()).length));
    for (const hear of heard) hear();
  };
  const tabs = self.BroadcastChannel ? new BroadcastChannel(`field ${person}`) : null;
  if (tabs) tabs.onmessage = () => changed();
  const change = async () => (await changed(), tabs?.postMessage(1));

  const own = (items) => items.filter((one) => one.person === person).sort((a, b) => a.seq - b.seq);
  const unsent = async () => own(await every("outbox"));
  const sent = async () => own(await every("sent")).sort((a, b) => b.at - a.at);

  // ---- noting
  // `show` is what the outbox says of it; it stays here. Answered only when it was read back from the disk.
  async function note(body, show) {
    const made = { id: newKey(), person, kind, body, show, noted_at: new Date().toISOString(), at: Date.now() };
    await within("readwrite", ({ outbox, facts }, _say, act) => {
      facts.get(mine).onsuccess = (e) => {
        const device = e.target.result;
        if (!device) return act.abort();
        device.seq += 1;
        facts.put(device);
        Object.assign(made, { device: device.device, seq: device.seq, offset: device.offset });
        outbox.put(made);
      };
    });
    const back = await read("outbox", made.id);
    if (JSON.stringify(back) !== JSON.stringify(made)) throw new Error("not kept");
    await change();
    return made;
  }

  // What was noted last, and only now, is as if it had never been: its number is used again.
  async function takeBack(id) {
    const done = await within("readwrite", ({ outbox, facts }, say) => {
      outbox.get(id).onsuccess = (e) => {
        const item = e.target.result;
        if (!item || Date.now() - item.at > hold) return say(false);
        facts.get(mine).onsuccess = (f) => {
          const device = f.target.result;
          if (device.seq !== item.seq) return say(false);
          facts.put({ ...device, seq: device.seq - 1 });
          outbox.delete(id);
          say(true);
        };
      };
    });
    await change();
    return done;
  }

  // ---- with the server
  async function ask(url, body) {
    let answer, said;
    const began = Date.now();
    try {
      const headers = { Accept: "application/json" };
      const post = { "Content-Type": "application/json", "X-Request-Id": newId(), "X-CSRFToken": csrf() };
      const write = { method: "POST", headers: { ...headers, ...post }, body: JSON.stringify(body) };
      answer = await fetch(url, body ? write : { headers, cache: "no-store" });
      said = await verdict(answer);
    } catch {
      return { trouble: "offline" };
    }
    if (answer.redirected || answer.status === 401 || answer.status === 403) return { trouble: "signin" };
    if (!said) return { trouble: "offline" }; // a gateway, a hotel's page, a fault: nobody of ours said anything
    if (!answer.ok) return { trouble: "refused", said: said.detail, code: said.code };
    if (said.at) await learn(said.at, began);
    return { said };
  }

  // How far this device's clock is from the server's, in milliseconds, from the middle of the asking.
  async function learn(at, began) {
    const offset = Math.round(new Date(at).getTime() - (began + Date.now()) / 2);
    const device = await read("facts", mine);
    if (device) await put("facts", { ...device, offset, seen: Date.now() });
  }

  async function register(name) {
    let device = await read("facts", mine);
    if (device?.registered) return null;
    device ??= { key: mine, device: newKey(), seq: 0, offset: 0, registered: false };
    const began = Date.now();
    const { said, ...wrong } = await ask(urls.register, { device: device.device, name });
    if (wrong.trouble) return wrong;
    await within("readwrite", ({ facts }) => {
      facts.get(mine).onsuccess = (e) => e.target.result ?? facts.put({ ...device, registered: true });
    });
    await learn(said.at, began);
    return null;
  }

  async function pull() {
    const device = await read("facts", mine);
    if (!device) return { trouble: "offline" };
    const { said, ...wrong } = await ask(`${urls.pull}?device=${device.device}`);
    if (wrong.trouble) return wrong;
    if (said.revoked) await within("readwrite", ({ facts }) => facts.delete(listed));
    else await put("facts", { key: listed, person, list: said.list, pulled: Date.now() });
    await change();
    return { revoked: Boolean(said.revoked) };
  }

  // What to work from. Names are forgotten when the server was not met for three days; the doors stay.
  async function list() {
    const found = await read("facts", listed);
    if (!found) return null;
    if (found.list.names && Date.now() - found.pulled > NAMES_STAY) {
      delete found.list.names;
      await put("facts", found);
    }
    return found;
  }

  // One drain at a time, whichever tab or worker asks; where the browser has no locks the server sorts it out.
  const locked = (work) =>
    navigator.locks ? navigator.locks.request(`field ${person}`, { ifAvailable: true }, (lock) => lock && work()) : work();

  const send = () => locked(drain);

  async function drain() {
    for (;;) {
      const now = Date.now();
      const items = (await unsent()).filter((one) => !one.stuck && now - one.at >= hold);
      const batch = cut(items);
      if (batch.length === 0) return { trouble: null };
      const { said, ...wrong } = await ask(urls.batch, { sent_at: new Date().toISOString(), events: batch.map(told) });
      if (wrong.trouble) return wrong;
      if (!(await settle(batch, said.answers))) return { trouble: "offline" };
    }
  }

  const told = ({ id, device, seq, kind: of, noted_at, offset, body }) => ({ id, device, seq, kind: of, noted_at, offset, body });

  function cut(items) {
    let bytes = 0;
    return items.slice(0, MOST).filter((one) => (bytes += JSON.stringify(told(one)).length * 3) < MOST_BYTES || bytes === 0);
  }

  // Only an answer for this very event takes it out of the box. One that could not be read stays, and waits for people.
  async function settle(batch, answers) {
    const said = new Map((Array.isArray(answers) ? answers : []).map((one) => [one.id, one]));
    let settled = 0;
    await within("readwrite", (stores) => {
      for (const item of batch) {
        const answer = said.get(item.id);
        if (!answer) continue;
        settled += 1;
        if (!answer.state) {
          stores.outbox.put({ ...item, stuck: answer.said });
          continue;
        }
        const { body, ...rest } = item;
        stores.sent.put({ ...rest, ...answer, id: item.id, settled: Date.now() });
        stores.outbox.delete(item.id);
      }
    });
    await change();
    return settled > 0;
  }

  // What the house has of this device against what this device believes to have sent.
  async function check() {
    const device = await read("facts", mine);
    if (!device) return { trouble: "offline" };
    const { said, ...wrong } = await ask(`${urls.receipts}?device=${device.device}&after=999999999`);
    if (wrong.trouble) return wrong;
    const here = (await sent()).filter((one) => one.device === device.device).length;
    const checked = { here, there: said.received, waiting: said.waiting, missing: said.missing, at: Date.now() };
    await put("facts", { key: `check ${person}`, person, ...checked });
    await change();
    return checked;
  }

  const seen = async (id) => {
    const item = await read("sent", id);
    if (item) await put("sent", { ...item, seen: true });
    await change();
  };

  // ---- the rescue file: all that the server has not got, for any device of the same person
  async function rescue() {
    const items = await unsent();
    return JSON.stringify({ sanshe: "field 1", person, saved_at: new Date().toISOString(), events: items }, null, 1);
  }

  async function takeIn(text) {
    const file = JSON.parse(text);
    if (file.sanshe !== "field 1" || !Array.isArray(file.events)) throw new Error("no rescue file");
    if (file.person !== person) return { other: true };
    const known = new Set([...(await every("outbox")), ...(await every("sent"))].map((one) => one.id));
    const fresh = file.events.filter((one) => one?.id && one.person === person && !known.has(one.id));
    await within("readwrite", ({ outbox }) => fresh.forEach((one) => outbox.put(one)));
    await change();
    return { taken: fresh.length, known: file.events.length - fresh.length };
  }

  // Lists of others on this device, and what was sent long ago, go.
  async function sweep() {
    const old = Date.now() - SENT_STAYS;
    await within("readwrite", ({ facts, sent: done }) => {
      facts.openCursor().onsuccess = ({ target: { result: at } }) => {
        if (!at) return;
        if (at.value.list && at.value.person !== person) at.delete();
        at.continue();
      };
      done.openCursor().onsuccess = ({ target: { result: at } }) => {
        if (!at) return;
        if (at.value.settled < old) at.delete();
        at.continue();
      };
    });
  }

  return {
    note, takeBack, register, pull, list, send, check, seen, unsent, sent, rescue, takeIn, sweep,
    device: () => read("facts", mine),
    checked: () => read("facts", `check ${person}`),
    onChange: (hear) => heard.add(hear),
  };
}
