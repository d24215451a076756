// Keys: / to find, J and K along rows, Enter opens, Esc leaves, ? shows the sheet; letters on buttons press them.
const rows = () => [...document.querySelectorAll("a.s-row, .s-todo a.t, .s-list a, .s-find a")];

export function keepKeys() {
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input:not([type=radio]):not([type=checkbox]), textarea, select, [contenteditable]");
    if (event.key === "Escape") return leave(event, typing);
    if (typing || event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
    const marked = document.querySelector(`[data-key="${CSS.escape(event.key.toLowerCase())}"]`);
    if (marked) return press(event, marked);
    const step = { j: 1, k: -1 }[event.key.toLowerCase()];
    if (step) along(step);
  });
}

// Out of a field; out of an opened dialog or question; then one level up, where the page says what lies above.
function leave(event, typing) {
  if (typing) return typing.blur();
  if (document.querySelector("dialog[open]")) return;
  const asked = document.querySelector("details.s-ask[open]");
  if (asked) return asked.removeAttribute("open");
  if (location.hash && document.querySelector(".s-dialog:target")) return (location.hash = "main");
  const above = [...document.querySelectorAll(".crumb a")].at(-1);
  if (above) press(event, above);
}

function press(event, marked) {
  event.preventDefault();
  return marked.matches("input:not([type=radio]), textarea, select") ? marked.focus() : marked.click();
}

function along(step) {
  const all = rows();
  const at = all.indexOf(document.activeElement);
  all[Math.max(0, Math.min(all.length - 1, at < 0 ? 0 : at + step))]?.focus();
}
