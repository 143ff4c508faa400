// Keeps ages true, folds open, the focus where it was and the reader told while parts of a page are exchanged. Pages work without it.
"use strict";
(() => {
  const skew = Date.parse(document.body.dataset.now) - Date.now();

  function length(ms) {
    const seconds = Math.max(0, Math.floor(ms / 1000));
    if (seconds < 100) return seconds + " s";
    if (seconds < 6000) return Math.floor((seconds + 30) / 60) + " min";
    const hours = Math.floor(seconds / 3600);
    const minutes = Math.floor((seconds % 3600) / 60);
    if (hours < 48) return hours + " h" + (minutes ? " " + minutes + " min" : "");
    return Math.floor(hours / 24) + " d";
  }

  function tick() {
    const now = Date.now() + skew;
    for (const it of document.querySelectorAll("time[data-age]")) {
      it.textContent = length(now - Date.parse(it.dateTime)) + " ago";
    }
    for (const it of document.querySelectorAll("time[data-left]")) {
      const left = Date.parse(it.dateTime) - now;
      it.textContent = left > 0 ? length(left) + " left" : "over since " + length(-left);
    }
    tidy();
  }

  // What came of a form is not said any longer once the page has gone on and somebody could read it.
  function tidy() {
    const sentence = document.querySelector(".said");
    if (!sentence || !news || performance.now() < 8000) return;
    const focused = document.activeElement === sentence;
    sentence.remove();
    if (focused) document.getElementById("main").focus({ preventScroll: true });
  }

  // An element of a part that is exchanged, known again by what does not change with time.
  function mark(it) {
    const own = it.id || it.getAttribute("href") || it.getAttribute("aria-label") || it.closest("details[id]")?.id;
    const name = it.type === "radio" ? it.name + "=" + it.value : it.name;
    return it.tagName + " " + (own || name || it.textContent.trim());
  }

  function find(what, like) {
    return [...document.querySelectorAll(what)].find((it) => mark(it) === like);
  }

  let open = new Set();
  let focused = "";
  let moved = new Map();
  let news = false;
  let said = document.getElementById("head")?.dataset.says;

  document.body.addEventListener("htmx:beforeSwap", () => {
    open = new Set([...document.querySelectorAll("details[id][open]")].map((it) => it.id));
    focused = document.activeElement === document.body ? "" : mark(document.activeElement);
    moved = new Map([...document.querySelectorAll(".wide")].map((it) => [mark(it), it.scrollLeft]));
  });
  document.body.addEventListener("htmx:afterSettle", () => {
    for (const id of open) {
      document.getElementById(id)?.setAttribute("open", "");
    }
    for (const [like, left] of moved) {
      const table = find(".wide", like);
      if (table && table.scrollLeft !== left) table.scrollLeft = left;
    }
    if (focused && document.activeElement === document.body) {
      find("a[href], button, input, select, textarea, summary, [tabindex]", focused)?.focus({ preventScroll: true });
    }
    const now = document.getElementById("head")?.dataset.says;
    if (now !== said) {
      said = now;
      document.getElementById("announce").textContent = now;
    }
    news = true;
    tick();
  });

  const lost = document.getElementById("lost");
  document.body.addEventListener("htmx:sendError", () => { lost.hidden = false; });
  document.body.addEventListener("htmx:afterRequest", (it) => {
    if (it.detail.xhr && it.detail.xhr.status !== 0) lost.hidden = it.detail.xhr.status < 500;
  });

  tick();
  setInterval(tick, 1000);
})();
