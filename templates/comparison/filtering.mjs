// The table is narrowed down to some claims and some parties.

/** Let the table be filtered. */
export function setUpFilters(table) {
  const find = (id) => document.getElementById(id);
  const rows = [...table.tBodies[0].rows].map((row) => ({
    row,
    words: row.cells[0].textContent.toLowerCase(),
    questions: row.dataset.questions.split(" "),
    cells: [...row.cells],
  }));
  const heads = [...table.tHead.rows[0].cells].slice(1);
  const boxes = [...document.querySelectorAll("#parties input")];

  const apply = () => {
    const wanted = find("find").value.trim().toLowerCase();
    const question = find("question")?.value ?? "";
    const shown = boxes.map((box) => box.checked);
    heads.forEach((head, place) => (head.hidden = !shown[place]));
    let count = 0;
    for (const { row, words, questions, cells } of rows) {
      const fits =
        words.includes(wanted) &&
        (question === "" || questions.includes(question)) &&
        (!find("divided").checked || Number(row.dataset.divided) > 0) &&
        (!find("no-evidence").checked || !("evidence" in row.dataset));
      let spoken = false;
      cells.slice(1).forEach((cell, place) => {
        cell.hidden = !shown[place];
        spoken ||= shown[place] && cell.firstElementChild !== null;
      });
      row.hidden = !fits || !spoken;
      if (!row.hidden) count += 1;
    }
    const parties = shown.filter(Boolean).length;
    find("shown").textContent = find("shown").dataset.words.replace("{shown}", count).replace("{all}", rows.length);
    find("parties-shown").textContent = `${parties} / ${heads.length}`;
  };
  const all = (checked) => () => {
    for (const box of boxes) box.checked = checked;
    apply();
  };
  find("all-parties").addEventListener("click", all(true));
  find("no-parties").addEventListener("click", all(false));
  find("tools").addEventListener("input", apply);
  find("tools").addEventListener("submit", (event) => event.preventDefault());
  document.addEventListener("click", (event) => {
    if (!find("parties").contains(event.target)) find("parties").open = false;
  });
  find("tools").hidden = false;
  apply();
}
