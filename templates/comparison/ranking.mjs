// A table of numbers is ranked by the column that is clicked, the largest first.

const table = document.getElementById("ranked");
for (const head of table?.tHead.rows[0].querySelectorAll(".number") ?? []) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = head.textContent;
  head.replaceChildren(button);
  button.addEventListener("click", () => {
    const value = (row) => Number(row.cells[head.cellIndex].dataset.value);
    for (const other of head.parentElement.cells) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", "descending");
    table.tBodies[0].append(...[...table.tBodies[0].rows].sort((one, other) => value(other) - value(one)));
  });
}
