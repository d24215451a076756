// Parts that follow the server: <section data-poll="URL" data-every="400">. A conditional GET: 304 costs nothing.
export function followPages() {
  for (const part of document.querySelectorAll("[data-poll]")) follow(part, "");
}

async function follow(part, tag) {
  let next = tag;
  try {
    const answer = await fetch(part.dataset.poll, { headers: { "If-None-Match": tag, "X-Part": "1" }, cache: "no-store" });
    if (answer.status === 200) {
      next = answer.headers.get("ETag") ?? "";
      const had = part.contains(document.activeElement) && document.activeElement.matches("input, textarea, select");
      if (!had) part.innerHTML = await answer.text();
    }
    part.removeAttribute("data-stale");
  } catch {
    part.setAttribute("data-stale", ""); // the page says by itself that its figures are old
  }
  setTimeout(() => follow(part, next), document.hidden ? 5000 : Number(part.dataset.every ?? 400));
}

// A countdown to a moment: <time data-until="ISO">; it runs on the server's clock, of which the page knows the offset.
const offset = Date.parse(document.querySelector("[data-now]")?.dataset.now ?? "") - Date.now() || 0;
setInterval(() => {
  for (const one of document.querySelectorAll("[data-until]")) {
    const left = Math.round((Date.parse(one.dataset.until) - Date.now() - offset) / 1000);
    const sign = left < 0 ? "−" : "";
    one.textContent = `${sign}${Math.floor(Math.abs(left) / 60)}:${String(Math.abs(left) % 60).padStart(2, "0")}`;
    one.classList.toggle("over", left < 0);
  }
}, 250);
