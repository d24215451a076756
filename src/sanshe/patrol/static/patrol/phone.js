// Doors in walking order, one door, the box: from what was pulled and what was noted here since, with or without a net.
import { clock, openField } from "../field/field.js";

const root = document.getElementById("walk");
const words = document.getElementById("walk-words").dataset;
const form = document.getElementById("door");
const finds = root.dataset.finds.split(" ");
const part = (name) => document.querySelector(`[data-${name}]:not(#walk-words)`);
const filled = (text, facts) => Object.entries(facts).reduce((said, [name, fact]) => said.replaceAll(`{${name}}`, fact), text);
const word = (input) => input?.closest("label").textContent.trim() ?? "";
const field = await openField(root);
let rounds = [];
let offset = 0; // the clock of the house is so far ahead of this telephone's
let undo = 0;

// ---- what is known of the doors: the server's word, and over it what was noted here and may not have come there yet
async function load() {
  const [found, unsent, sent] = await Promise.all([field.list(), field.unsent(), field.sent()]);
  part("revoked").hidden = Boolean(found) || sent.length === 0;
  const since = found?.pulled ?? 0;
  const mine = [...sent.filter((one) => one.settled > since && one.state === "taken"), ...unsent].sort((a, b) => a.at - b.at);
  const here = new Map(mine.map((one) => [one.body?.stop ?? one.show.stop, one]));
  rounds = (found?.list.rounds ?? []).map((round) => ({ ...round, doors: round.doors.map((door) => over(door, here.get(door.stop))) }));
}

function over(door, noted) {
  if (!noted) return door;
  const { outcome, line } = noted.show;
  const isChecked = door.outcome === "checked" || outcome === "checked";
  const tries = outcome === "locked" ? door.tries + 1 : door.tries;
  return { ...door, day: today(noted.at), outcome: isChecked ? "checked" : outcome, is_try_owed: !isChecked && outcome === "locked", tries, now: `${clock(noted.at, noted.offset)} ${line}` };
}

const doors = () => rounds.flatMap((round) => round.doors);
const today = (at = Date.now()) => new Date(at + offset + 8 * 36e5).toISOString().slice(0, 10);
const isToday = (door) => isLeft(door) || door.day === today();
const isLeft = (door) => !door.outcome || (door.is_try_owed && door.day !== today());
const next = (after) => {
  const all = doors();
  const at = all.findIndex((door) => door.stop === after);
  return [...all.slice(at + 1), ...all.slice(0, at + 1)].find((door) => isLeft(door) && door.stop !== after);
};

// ---- the list
const copy = (id) => document.getElementById(id).content.firstElementChild.cloneNode(true);

function showList() {
  part("rounds").replaceChildren(...rounds.map(roundMade));
  part("none").hidden = doors().length > 0;
  const door = next();
  const link = part("next");
  link.textContent = door ? filled(words.next, door) : words.allDone;
  link.href = door ? `#d-${door.stop}` : "#box";
}

function roundMade(round) {
  const made = copy("walk-round");
  const now = round.doors.filter(isToday);
  const before = round.doors.filter((door) => !isToday(door));
  const left = now.filter(isLeft).length;
  const checked = now.filter((door) => door.outcome === "checked").length;
  const sums = { checked, left, else: now.length - checked - left };
  for (const [name, n] of Object.entries(sums)) made.querySelector(`[data-bar="${name}"]`).style.setProperty("--n", n);
  made.querySelector("[data-sums]").textContent = filled(words.sums, sums);
  made.querySelector("[data-yards]").replaceChildren(...grouped(now).map(([name, all]) => yardMade(name, all)));
  made.querySelector("details").hidden = before.length === 0;
  made.querySelector("summary").textContent = filled(words.before, { n: before.length });
  made.querySelector("[data-before]").replaceChildren(...grouped(before).map(([name, all]) => yardMade(name, all)));
  return made;
}

function grouped(all) {
  const found = new Map();
  for (const door of all) found.set(door.yard, [...(found.get(door.yard) ?? []), door]);
  return [...found];
}

function yardMade(name, all) {
  const made = copy("walk-yard");
  made.querySelector("[data-yard]").textContent = name;
  made.querySelector("[data-doors]").replaceChildren(...all.map(doorMade));
  return made;
}

function doorMade(door) {
  const made = copy("walk-door");
  made.querySelector("[data-link]").href = `#d-${door.stop}`;
  made.querySelector("[data-name]").textContent = door.name;
  made.querySelector("[data-line]").textContent = line(door);
  const pill = made.querySelector(".s-pill");
  const input = form.querySelector(`[name=outcome][value="${door.outcome}"]`);
  const isAgain = door.is_try_owed && isLeft(door);
  pill.dataset.s = isAgain ? "due" : { checked: "done", "": "wait" }[door.outcome] ?? "off";
  pill.textContent = isAgain ? filled(words.again, { n: door.tries + 1 }) : word(input) || words.left;
  return made;
}

function line(door) {
  const marks = [door.is_key && words.key, door.is_added && words.added].filter(Boolean);
  const said = door.is_try_owed && isLeft(door) ? filled(words.owed, { n: door.tries }) : door.now || (door.last && filled(words.last, { words: door.last }));
  return [...marks, said, known(door)].filter(Boolean).join(" · ");
}

const known = (door) => (door.open ? filled(words.open, door.open) : door.closed ? filled(words.closed, door.closed) : "");

// ---- one door
const at = () => doors().find((door) => location.hash === `#d-${door.stop}`);
const chosen = (name) => form.querySelector(`[name=${name}]:checked`);

function showDoor(door) {
  form.reset();
  part("known").hidden = !known(door);
  part("known").textContent = known(door);
  part("wrong").hidden = true;
  follow();
}

// What is asked follows what was chosen; coal where a finding was closed is a rebound, said on the spot.
function follow() {
  const outcome = chosen("outcome")?.value;
  const result = outcome === "checked" ? chosen("result")?.value : "";
  const isFound = finds.includes(result);
  for (const one of form.querySelectorAll("[data-when]")) one.hidden = one.dataset.when === "found" ? !isFound : one.dataset.when !== outcome;
  const closed = isFound && at()?.closed;
  part("rebound").hidden = !closed;
  if (closed) part("rebound").textContent = filled(words.rebound, { ...closed, n: daysSince(closed.on) });
}

const daysSince = (on) => Math.round((Date.parse(today()) - Date.parse(on)) / 864e5);

function said() {
  const outcome = chosen("outcome").value;
  const body = { stop: at().stop, outcome };
  if (outcome === "checked") body.result = chosen("result")?.value;
  if (outcome === "not_found") body.reason = chosen("reason")?.value;
  if (outcome === "locked" && form.elements.has_slip.checked) body.has_slip = true;
  if (finds.includes(body.result)) {
    if (form.elements.is_kg_unknown.checked) body.is_kg_unknown = true;
    else if (form.elements.kg.value.trim()) body.kg = Number(form.elements.kg.value);
    body.second_words = form.elements.second_words.value.trim();
  }
  if (form.elements.words.value.trim()) body.words = form.elements.words.value.trim();
  return body;
}

function wrongs(body) {
  if (body.outcome === "checked" && !body.result) return words.noResult;
  if (body.outcome === "not_found" && !body.reason) return words.noReason;
  if (!finds.includes(body.result)) return "";
  if (!body.is_kg_unknown && !(body.kg > 0)) return words.noKg;
  return body.second_words ? "" : words.noSecond;
}

function inWords(body) {
  const kg = body.kg && filled(words.kg, { n: body.kg });
  return [word(chosen("outcome")), body.result && word(chosen("result")), body.reason && word(chosen("reason")), kg, body.words].filter(Boolean).join("，");
}

form.addEventListener("change", follow);
form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const door = at();
  const body = said();
  const wrong = wrongs(body);
  part("wrong").hidden = !wrong;
  part("wrong").textContent = wrong;
  if (wrong || !door) return;
  const show = { title: door.name, line: inWords(body), stop: door.stop, outcome: body.outcome };
  let made;
  try {
    made = await field.note(body, show);
  } catch {
    part("wrong").hidden = false;
    part("wrong").textContent = words.notKept;
    return;
  }
  saved(door, made);
  location.hash = "#list";
});

function saved(door, made) {
  clearTimeout(undo);
  part("saved").hidden = false;
  part("saved-words").textContent = filled(words.saved, door);
  part("undo").hidden = false;
  part("undo").onclick = async () => {
    if (await field.takeBack(made.id)) part("saved").hidden = true;
  };
  undo = setTimeout(() => (part("saved").hidden = true), 10_000);
}

// ---- which of the three is shown
async function show() {
  offset = (await field.device())?.offset ?? 0;
  await load();
  const door = at();
  const name = door ? "door" : location.hash === "#box" ? "box" : "list";
  const isNew = root.dataset.at !== location.hash;
  root.dataset.at = location.hash;
  for (const one of document.querySelectorAll("[data-shows]")) one.hidden = one.dataset.shows !== name;
  for (const one of document.querySelectorAll("[data-tab]")) one.dataset.tab === name ? one.setAttribute("aria-current", "page") : one.removeAttribute("aria-current");
  showList();
  if (door && isNew) showDoor(door);
  const n = name === "box" ? (await field.unsent()).length : doors().filter(isToday).length;
  part("heading").textContent = door ? door.name : name === "box" ? filled(words.box, { n }) : n ? filled(words.today, { n }) : words.heading;
  part("under").textContent = door ? [door.yard, door.kind].join(" · ") : rounds.map((round) => [round.place, round.name].join(" · ")).join("；");
  if (isNew) scrollTo(0, 0);
}

window.addEventListener("hashchange", show);
field.onChange(show);
await show();
