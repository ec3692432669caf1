// Moving on the map by keys: up to what a node bears on, down to its reasons, sideways among its siblings.

import { above, siblings, under } from "./neighbours.mjs";

/** The steps that keys mean on a map whose edges run up, and on one whose edges run to the right. */
const UPWARD = { ArrowUp: "up", ArrowDown: "down", ArrowLeft: "previous", ArrowRight: "next", Home: "first" };
const RIGHTWARD = { ArrowRight: "up", ArrowLeft: "down", ArrowUp: "previous", ArrowDown: "next", Home: "first" };

/** Return what keys mean on a map, and whether its edges run to the right: most nodes stand left of what they bear on. */
export function keysOf(index, rectangles) {
  let [below, left] = [0, 0];
  for (const [node, box] of rectangles) {
    for (const higher of above(index, node)) {
      const target = rectangles.get(higher);
      if (box.y >= target.y + target.height) below += 1;
      if (box.x + box.width <= target.x) left += 1;
    }
  }
  const isTurned = left > below;
  return { steps: isTurned ? RIGHTWARD : UPWARD, isTurned };
}

/** Return the node that a step leads to, with the node from which it is seen to hang; null where there is none. */
export function walk(index, { node, parent }, step, tops, isShown) {
  const shown = (nodes) => [...nodes].filter(isShown);
  switch (step) {
    case "up": {
      const higher = shown(above(index, node));
      const next = higher.includes(parent) ? parent : higher[0];
      return next === undefined ? null : { node: next, parent: shown(above(index, next))[0] ?? null };
    }
    case "down": {
      const [first] = shown(under(index, node));
      return first === undefined ? null : { node: first, parent: node };
    }
    case "previous":
    case "next": {
      const hung = parent !== null && under(index, parent).has(node) ? parent : (shown(above(index, node))[0] ?? null);
      const row = shown(siblings(index, node, hung, tops));
      const place = row.indexOf(node) + (step === "next" ? 1 : -1);
      return row[place] === undefined ? null : { node: row[place], parent: hung };
    }
    case "first": {
      const [first] = shown(tops);
      return first === undefined ? null : { node: first, parent: null };
    }
    default:
      return null;
  }
}
