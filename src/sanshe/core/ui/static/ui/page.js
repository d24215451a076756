// What every page gains when scripts run; without them every page still works.
import { keepForms, unsentFields } from "./autosave.js";
import { keepKeys } from "./keys.js";
import { keepMarks } from "./marks.js";
import { followPages } from "./poll.js";
import { guardSignOut } from "./unsent.js";

export const words = document.getElementById("words")?.dataset ?? {};

document.documentElement.dataset.js = "1";

// A button that was pressed says so and keeps its width; a second press does nothing. A download leaves the page as it
// is, so its form (data-download) stays ready.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.dataset.sent) return event.preventDefault();
  if (event.defaultPrevented) return; // a script sends it, and says itself what became of it
  if (form.method !== "post" || "autosave" in form.dataset || "download" in form.dataset) return;
  form.dataset.sent = "1";
  const button = event.submitter;
  if (!button) return;
  button.style.minWidth = `${button.offsetWidth}px`;
  setTimeout(() => {
    button.dataset.says = button.innerHTML;
    button.textContent = button.dataset.busy ?? words.busy;
    button.disabled = true;
    announce(button.textContent);
  }, 300);
});
// Coming back to a page by the back button: it may be sent again, and is answered from its receipt.
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) {
    delete form.dataset.sent;
    for (const button of form.querySelectorAll("button[data-says]")) {
      button.innerHTML = button.dataset.says;
      button.disabled = false;
    }
  }
});

// Said aloud to who cannot see the change.
export function announce(text) {
  const place = document.getElementById("said");
  if (place) place.textContent = text;
}

// What only scripts can do is hidden until they run: printing, going back to what was typed, the sheet of keys.
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", () => {
    document.getElementById(button.dataset.copy).select();
    document.execCommand("copy"); // also where there is no secure context
  });
}
for (const button of document.querySelectorAll("[data-back]")) {
  button.hidden = history.length < 2;
  button.addEventListener("click", () => history.back());
}
for (const button of document.querySelectorAll("[data-open]")) {
  button.hidden = false;
  button.addEventListener("click", () => document.getElementById(button.dataset.open)?.showModal());
}

// A form that was refused says so first. The page has its own address again, so that opening it anew sends nothing.
const refused = document.querySelector("#refused[autofocus]");
if (refused) {
  refused.focus();
  if (refused.dataset.page) history.replaceState(null, "", refused.dataset.page);
}

// How much of a long answer is written: 52 / 300.
for (const field of document.querySelectorAll("textarea[data-count]")) {
  const line = field.insertAdjacentElement("afterend", document.createElement("p"));
  const count = () => (line.textContent = `${field.value.length} / ${field.maxLength}`);
  line.className = "s-meta s-chars";
  field.addEventListener("input", count);
  count();
}

// A chosen file says its name, and is sent at once.
document.addEventListener("change", (event) => {
  const input = event.target.closest("input[type=file][data-now]");
  if (input?.files.length) input.form.requestSubmit(input.form.querySelector("button"));
});

// An undo stays for ten seconds: the toast leaves by itself, the act stands.
for (const toast of document.querySelectorAll("[data-toast]")) {
  announce(toast.querySelector("p")?.textContent ?? "");
  setTimeout(() => toast.remove(), 10000);
}

guardSignOut(words, unsentFields);
keepMarks();
keepForms(words);
keepKeys();
followPages();
