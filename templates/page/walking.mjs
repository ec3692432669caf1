// Moving on the map by keys: up to what a node bears on, down to its reasons, sideways among its siblings.

import { above, siblings, under } from "./neighbours.mjs";

/** Return the node that a key leads to, with the node from which it is seen to hang; null where there is none. */
export function walk(index, { node, parent }, key, tops, isShown) {
  const shown = (nodes) => [...nodes].filter(isShown);
  switch (key) {
    case "ArrowUp": {
      const higher = shown(above(index, node));
      const next = higher.includes(parent) ? parent : higher[0];
      return next === undefined ? null : { node: next, parent: shown(above(index, next))[0] ?? null };
    }
    case "ArrowDown": {
      const [first] = shown(under(index, node));
      return first === undefined ? null : { node: first, parent: node };
    }
    case "ArrowLeft":
    case "ArrowRight": {
      const hung = parent !== null && under(index, parent).has(node) ? parent : (shown(above(index, node))[0] ?? null);
      const row = shown(siblings(index, node, hung, tops));
      const place = row.indexOf(node) + (key === "ArrowRight" ? 1 : -1);
      return row[place] === undefined ? null : { node: row[place], parent: hung };
    }
    case "Home": {
      const [first] = shown(tops);
      return first === undefined ? null : { node: first, parent: null };
    }
    default:
      return null;
  }
}
