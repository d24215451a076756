// The mark of the row that a form was drawn from. Coming back to a page, the browser fetches it anew and types again what
// was typed over the row as it stood then: the mark of then comes back with it, so that it overwrites nothing newer.
const marks = () => document.querySelectorAll("input[name=drawn]");
const key = (field) => field.form.getAttribute("action") ?? "";
const note = (field) => history.replaceState({ ...history.state, [key(field)]: field.value }, "");

export function keepMarks() {
  for (const field of marks()) field.value = history.state?.[key(field)] ?? field.value;
  document.addEventListener("input", (event) => {
    const field = event.target.form?.querySelector("input[name=drawn]");
    if (field) note(field);
  });
}

// What this page has saved itself is no change underneath: its other forms are drawn from it now.
export function redraw(mark) {
  const row = (text) => text.split(":", 2).join(":");
  for (const field of marks()) {
    field.value = field.value.split(" ").map((one) => (row(one) === row(mark) ? mark : one)).join(" ");
    if (history.state?.[key(field)]) note(field);
  }
}
