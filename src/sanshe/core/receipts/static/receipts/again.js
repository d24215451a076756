// The page of a write that could not be kept yet: hand the same form in again after the time the server named.
const form = document.querySelector("form[data-again]");
if (form) setTimeout(() => form.submit(), 1000 * Number(form.dataset.again));
