// A form with a file tells how much of it is sent: <form data-upload> with a [data-progress] inside. Without scripts the
// form is sent as it stands. What comes back is a page: another address is gone to, the same one takes the place of this.
for (const form of document.querySelectorAll("form[data-upload]")) follow(form);

function follow(form) {
  const place = form.querySelector("[data-progress]");
  const field = form.querySelector("input[type=file]");
  const button = form.querySelector("button:not([type])");
  for (const one of form.querySelectorAll("[data-js-only]")) one.hidden = false;
  drop(form.querySelector(".s-drop") ?? form, field);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    event.stopImmediatePropagation(); // the common handler would shut the button for good
    if (!form.dataset.sending) send(form, place, button);
  });
}

function drop(place, field) {
  const over = (event, is) => (event.preventDefault(), place.classList.toggle("is-over", is));
  place.addEventListener("dragover", (event) => over(event, true));
  place.addEventListener("dragleave", (event) => over(event, false));
  place.addEventListener("drop", (event) => {
    over(event, false);
    if (event.dataTransfer.files.length === 1) field.files = event.dataTransfer.files;
  });
}

function send(form, place, button) {
  const asked = new XMLHttpRequest();
  const began = Date.now();
  busy(form, place, button, true);
  asked.upload.addEventListener("progress", (event) => {
    if (event.lengthComputable) show(place, event.loaded / event.total, (Date.now() - began) / 1000);
  });
  asked.upload.addEventListener("load", () => show(place, 1));
  asked.addEventListener("load", () => arrive(asked));
  asked.addEventListener("error", () => {
    busy(form, place, button, false);
    place.hidden = false;
    say(place, place.dataset.cut);
  });
  place.querySelector("[data-stop]").onclick = () => (asked.abort(), location.reload());
  asked.open("POST", form.action);
  asked.send(new FormData(form));
}

function busy(form, place, button, is) {
  form.toggleAttribute("data-sending", is);
  button.disabled = is;
  place.hidden = !is;
  place.querySelector("[data-stop]").hidden = !is;
  if (is) show(place, 0, 0);
}

function show(place, part, seconds = 0) {
  const percent = Math.floor(part * 100);
  const left = part > 0.05 && part < 1 ? Math.ceil((seconds / part) * (1 - part)) : 0;
  say(place, part < 1 ? place.dataset.sending : place.dataset.reading);
  place.querySelector("[data-percent]").textContent = `${percent}%`;
  place.querySelector("[data-rest]").textContent = left > 1 ? place.dataset.left.replace("{n}", left) : "";
  place.querySelector("rect").setAttribute("width", percent);
}

function say(place, text) {
  const word = place.querySelector("[data-word]");
  if (word.textContent !== text) word.textContent = text;
}

function arrive(asked) {
  if (asked.responseURL && asked.responseURL !== location.href) return location.assign(asked.responseURL);
  const page = new DOMParser().parseFromString(asked.responseText, "text/html");
  document.getElementById("main").replaceWith(page.getElementById("main"));
  for (const form of document.querySelectorAll("form[data-upload]")) follow(form);
  (document.getElementById("refused") ?? document.getElementById("file"))?.focus();
}
