// What every page gains when scripts run; without them every page still works.
import { keepForms, unsentFields } from "./autosave.js";
import { followPages } from "./poll.js";
import { guardSignOut } from "./unsent.js";

export const words = document.getElementById("words")?.dataset ?? {};

// A button that was pressed says so and keeps its width; a second press does nothing. A download leaves the page as it
// is, so its form (data-download) stays ready.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.dataset.sent) return event.preventDefault();
  if (form.method !== "post" || "autosave" in form.dataset || "download" in form.dataset) return;
  form.dataset.sent = "1";
  const button = event.submitter;
  if (!button) return;
  button.style.minWidth = `${button.offsetWidth}px`;
  setTimeout(() => {
    button.dataset.says = button.textContent;
    button.textContent = words.busy;
    button.disabled = true;
  }, 300);
});
// Coming back to a page by the back button: it may be sent again, and is answered from its receipt.
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) {
    delete form.dataset.sent;
    for (const button of form.querySelectorAll("button[data-says]")) {
      button.textContent = button.dataset.says;
      button.disabled = false;
    }
  }
});

// Keys: / to find, J and K along rows, Enter opens; letters on buttons press them.
const rows = () => [...document.querySelectorAll("a.s-row, .s-todo a.t, .s-list a")];
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select, [contenteditable]");
  if (event.key === "Escape" && typing) return typing.blur();
  if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
  const marked = document.querySelector(`[data-key="${CSS.escape(event.key.toLowerCase())}"]`);
  if (marked) {
    event.preventDefault();
    return marked.matches("input, textarea, select") ? marked.focus() : marked.click();
  }
  const step = { j: 1, k: -1 }[event.key.toLowerCase()];
  if (!step) return;
  const all = rows();
  const at = all.indexOf(document.activeElement);
  all[Math.max(0, Math.min(all.length - 1, at < 0 ? 0 : at + step))]?.focus();
});

guardSignOut(words, unsentFields);
keepForms(words);
followPages();
