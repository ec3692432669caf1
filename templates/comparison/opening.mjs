// A cell of the table opens the words behind it in a panel beside the table.

const panel = document.getElementById("opened");
const words = document.getElementById("opened-words");
let from = null;

/** Let every cell open its words; arrow keys go from cell to cell. */
export function setUpOpening(table) {
  table.addEventListener("click", (event) => {
    const link = event.target.closest("td a");
    if (link === null || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open(link);
  });
  table.addEventListener("keydown", (event) => {
    const link = event.target.closest("td a");
    const step = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] }[event.key];
    if (link === null || step === undefined) return;
    const next = neighbour(link.parentElement, step);
    if (next === null) return;
    event.preventDefault();
    next.focus();
  });
  words.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#c"]');
    if (link === null) return;
    event.preventDefault();
    open(table.querySelector(`td a[href="${link.hash}"]`) ?? link);
  });
  document.getElementById("close").addEventListener("click", close);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !panel.hidden) close();
  });
}

function open(link) {
  from?.classList.remove("on");
  from = link;
  from.classList.add("on");
  const article = document.getElementById(link.hash.slice(1));
  words.replaceChildren(...[...article.childNodes].map((node) => node.cloneNode(true)));
  panel.hidden = false;
  document.body.classList.add("reading");
  panel.scrollTop = 0;
  link.scrollIntoView({ block: "nearest", inline: "nearest" });
  panel.focus({ preventScroll: true });
}

function close() {
  panel.hidden = true;
  document.body.classList.remove("reading");
  from?.classList.remove("on");
  from?.focus();
}

/** Return the next cell that can be opened in one direction, null where there is none. */
function neighbour(cell, [down, right]) {
  const rows = [...cell.closest("tbody").rows];
  let row = rows.indexOf(cell.parentElement);
  let column = cell.cellIndex;
  for (;;) {
    row += down;
    column += right;
    const next = rows[row]?.cells[column];
    if (next === undefined || column < 1) return null;
    const link = rows[row].hidden || next.hidden ? null : next.querySelector("a");
    if (link !== null) return link;
  }
}
