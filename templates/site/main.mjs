// The lists of the start page can be searched.

for (const field of document.querySelectorAll("input[data-list]")) {
  const items = [...document.getElementById(field.dataset.list).children].map((item) => [item, item.textContent.toLowerCase()]);
  field.addEventListener("input", () => {
    const wanted = field.value.trim().toLowerCase();
    for (const [item, words] of items) item.hidden = !words.includes(wanted);
  });
  field.parentElement.hidden = false;
}
