// Searches the sections of all pages; SearchIndex.java searches in the same way and is what tests try.
const input = document.getElementById("words");
const found = document.getElementById("found");

function has(text, wanted) {
  const lower = text.toLowerCase();
  return wanted.every(word => lower.includes(word));
}

function search(words) {
  const wanted = words.toLowerCase().trim().split(/\s+/);
  const inHeading = SECTIONS.filter(it => has(it.heading, wanted));
  const elsewhere = SECTIONS.filter(it => !inHeading.includes(it) && has(it.heading + " " + it.text, wanted));
  return inHeading.concat(elsewhere);
}

function excerpt(text, word) {
  const at = Math.max(0, text.toLowerCase().indexOf(word) - 60);
  return (at > 0 ? "…" : "") + text.slice(at, at + 180) + "…";
}

function show() {
  const words = input.value.trim();
  found.replaceChildren();
  found.hidden = words === "";
  if (found.hidden) return;
  const sections = search(words).slice(0, 20);
  if (sections.length === 0) found.append("Nothing found; fewer or other words?");
  for (const section of sections) {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = section.link;
    link.textContent = section.page === section.heading ? section.page : section.page + ": " + section.heading;
    const lines = document.createElement("small");
    lines.textContent = excerpt(section.text, words.toLowerCase().split(/\s+/)[0]);
    item.append(link, lines);
    found.append(item);
  }
}

input.addEventListener("input", show);
input.form.addEventListener("submit", event => event.preventDefault());
const asked = new URLSearchParams(location.search).get("q");
if (asked) {
  input.value = asked;
  show();
}
