// The pages work without this; it only spares some clicks.

// Send a form once.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method === "post") {
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = "yes";
    form.querySelectorAll("button").forEach((button) => button.classList.add("busy"));
  }
});

// A page shown again from the browser's memory can be sent again.
window.addEventListener("pageshow", () => {
  document.querySelectorAll("form").forEach((form) => {
    delete form.dataset.sent;
    form.querySelectorAll("button").forEach((button) => button.classList.remove("busy"));
  });
});

// Take the reader to what is wrong.
document.querySelector(".notice.bad[tabindex]")?.focus();

// Filters apply at once; without this there is the button.
document.querySelectorAll("[data-submit]").forEach((field) => {
  field.addEventListener("change", () => field.form.requestSubmit());
});

// Say it before a file is sent in vain.
document.querySelectorAll("input[type=file][data-largest]").forEach((field) => {
  field.addEventListener("change", () => {
    const tooLarge = [...field.files].some((file) => file.size > Number(field.dataset.largest));
    field.setCustomValidity(tooLarge ? field.dataset.tooLarge : "");
    field.reportValidity();
  });
});

// Show how far something is; without this there is a link.
async function refresh(part) {
  const answer = await fetch(location.href, { headers: { "X-Requested-With": "fetch" } });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.getElementById(part.id);
  if (fresh) {
    part.replaceWith(document.adoptNode(fresh));
  }
  followRefresh();
}

function followRefresh() {
  document.querySelectorAll("[data-refresh]").forEach((part) => {
    setTimeout(() => refresh(part).catch(() => setTimeout(followRefresh, 10_000)), Number(part.dataset.refresh) * 1000);
  });
}
followRefresh();

// Show a preview while somebody types; without this there is the button.
document.querySelectorAll("form[data-live]").forEach((form) => {
  let wait;
  let running;
  const show = async () => {
    running?.abort();
    running = new AbortController();
    const place = document.getElementById(form.dataset.live);
    place.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)), signal: running.signal });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.getElementById(place.id);
      if (fresh) {
        place.replaceChildren(...[...fresh.childNodes].map((node) => document.adoptNode(node)));
      }
      place.removeAttribute("aria-busy");
    } catch (failure) {
      if (failure.name !== "AbortError") {
        place.removeAttribute("aria-busy");
      }
    }
  };
  form.addEventListener("input", () => {
    clearTimeout(wait);
    wait = setTimeout(show, 900);
  });
});
