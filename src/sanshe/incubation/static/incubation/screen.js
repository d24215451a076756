// Judging by keys: 1, 2, 3 on the rule one is at, arrows along the rules, Enter does what the findings call for.
const form = document.querySelector("[data-screen]");
const rules = [...(form?.querySelectorAll("[data-rule]") ?? [])];
let at = Math.max(0, rules.findIndex((rule) => !rule.querySelector(":checked")));

function mark(place) {
  at = Math.max(0, Math.min(rules.length - 1, place));
  for (const rule of rules) rule.toggleAttribute("data-at", rule === rules[at]);
  rules[at]?.scrollIntoView({ block: "nearest" });
}

form?.addEventListener("focusin", (event) => {
  const place = rules.indexOf(event.target.closest("[data-rule]"));
  if (place >= 0) mark(place);
});

document.addEventListener("keydown", (event) => {
  if (event.target.closest("textarea, input[type=search], select") || event.ctrlKey || event.metaKey || event.altKey) return;
  if (location.hash === "#refuse" || document.querySelector("dialog[open]")) return;
  const choice = rules[at]?.querySelectorAll("input[type=radio]:enabled")[Number(event.key) - 1];
  if (choice) {
    event.preventDefault();
    choice.checked = true;
    choice.dispatchEvent(new Event("change", { bubbles: true }));
    if (choice.value === "met") return mark(at + 1);
    return rules[at].querySelector("textarea")?.focus();
  }
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    return mark(at + (event.key === "ArrowDown" ? 1 : -1));
  }
  if (event.key === "Enter" && !event.target.closest("a, button")) {
    const act = [...form.querySelectorAll("[data-enter]")].find((one) => one.offsetParent);
    if (act) (event.preventDefault(), act.click());
  }
});

// The letter as it will read, with the reason as it is typed.
const reason = form?.querySelector("[data-letter]");
const preview = form?.querySelector("[data-preview]");
const blank = preview?.textContent ?? "";
const whys = () => [...form.querySelectorAll(".why textarea")].filter((one) => one.offsetParent).map((one) => one.value.trim());
const written = () => reason.value.trim() || whys().filter(Boolean).join("；");
const show = () => (preview.textContent = written() ? blank.replace(/（.*?）|\(.*?\)/, written()) : blank);
form?.addEventListener("input", () => preview && show());
window.addEventListener("hashchange", () => preview && show());
if (preview) mark(at);
