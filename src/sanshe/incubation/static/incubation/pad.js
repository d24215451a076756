// The pad: every change is kept on the device first and delivered once, whenever there is a connection.
import { verdict } from "../ui/autosave.js";

const form = document.querySelector("form[data-pad]");
if (form) {
  const key = `pad-${form.elements.sheet.value}`;
  const net = document.querySelector("[data-net]");
  const words = document.getElementById("words").dataset;
  const marks = () => [...form.querySelectorAll("input[type=radio]:checked")];
  const stored = () => JSON.parse(localStorage.getItem(key) ?? "null");
  let timer;

  // What the device still holds and the server has not got comes back after a reload without a signal.
  const left = stored();
  if (left) for (const [name, value] of Object.entries(left.body)) {
    const field = form.elements[name];
    if (field && name !== "act" && name !== "sheet") field.value = value;
  }

  function shown() {
    let sum = 0;
    for (const one of marks()) {
      sum += Number(one.value);
      document.querySelector(`[data-shown="${one.name.slice(5)}"]`).firstChild.data = one.value;
    }
    form.querySelector("[data-total]").textContent = sum;
  }

  function keep(act) {
    const body = { ...Object.fromEntries(new FormData(form)), act };
    delete body.csrfmiddlewaretoken;
    delete body._request_id;
    localStorage.setItem(key, JSON.stringify({ id: crypto.randomUUID(), body, noted_at: new Date().toISOString() }));
    clearTimeout(timer);
    timer = setTimeout(deliver, act === "seal" ? 0 : 400);
  }

  async function deliver() {
    const item = stored();
    if (!item) return;
    say(words.sending, "send");
    try {
      const answer = await fetch(form.dataset.pad, {
        method: "POST",
        headers: { "Content-Type": "application/json", Accept: "application/json", "X-Request-Id": item.id,
          "X-CSRFToken": form.elements.csrfmiddlewaretoken.value },
        body: JSON.stringify(item.body),
      });
      const said = await verdict(answer);
      if (!said) throw new Error("undecided");
      if (stored()?.id === item.id) localStorage.removeItem(key);
      say(answer.ok ? words.kept : said.detail, answer.ok ? "on" : "off");
      if (item.body.act === "seal" && answer.ok) location.reload();
    } catch {
      say(`${words.offline}，${words.local}`, "off");
      timer = setTimeout(deliver, 2000);
    }
  }

  function say(text, state) {
    net.hidden = false;
    net.dataset.s = state;
    net.textContent = text;
  }

  form.addEventListener("input", () => (shown(), keep("save")));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const seal = event.submitter?.value === "seal";
    if (seal && !confirm(event.submitter.dataset.seal)) return;
    keep(seal ? "seal" : "save");
  });
  window.addEventListener("online", deliver);
  shown();
  deliver();
}
