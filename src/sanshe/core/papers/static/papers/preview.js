// How a text looks while it is written: <div data-preview="URL" data-of="id of its form">. Nothing is kept by it.
for (const part of document.querySelectorAll("[data-preview]")) {
  const form = document.getElementById(part.dataset.of);
  let waiting = 0;
  let asked = 0;
  const look = async () => {
    const mine = ++asked;
    try {
      const answer = await fetch(part.dataset.preview, { method: "POST", body: new FormData(form) });
      if (answer.ok && mine === asked) part.innerHTML = await answer.text();
    } catch {
      part.setAttribute("data-stale", "");
    }
  };
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(look, 400);
  });
}
