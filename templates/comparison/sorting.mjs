// The rows and columns of the table, in the order that is asked for.

const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });

/** Let the table be sorted. */
export function setUpSorting(table) {
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const heads = [...table.tHead.rows[0].cells].slice(1);
  const name = (cell) => cell.textContent.trim();
  const claims = {
    blocks: () => 0,
    divided: (one, other) => Number(other.dataset.divided) - Number(one.dataset.divided),
    said: (one, other) => Number(other.dataset.said) - Number(one.dataset.said),
    name: (one, other) => collator.compare(name(one.cells[0]), name(other.cells[0])),
  };
  const parties = {
    blocks: () => 0,
    groups: (one, other) => collator.compare(one.dataset.group || "\uffff", other.dataset.group || "\uffff"),
    said: (one, other) => Number(other.dataset.said) - Number(one.dataset.said),
    name: (one, other) => collator.compare(name(one), name(other)),
  };
  document.getElementById("sort-claims").addEventListener("change", (event) => {
    body.append(...[...rows].sort(claims[event.target.value]));
  });
  const cells = rows.map((row) => [...row.cells]);
  document.getElementById("sort-parties").addEventListener("change", (event) => {
    const order = [...heads].sort(parties[event.target.value]);
    table.tHead.rows[0].append(...order);
    const places = order.map((head) => heads.indexOf(head) + 1);
    rows.forEach((row, at) => row.append(...places.map((place) => cells[at][place])));
  });
}
