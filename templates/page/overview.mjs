// A large map from afar: its boxes and lines in few elements, by how they look and where they stand.

import { s } from "./elements.mjs";
import { kindOf } from "./building.mjs";

const PARTS = 8;

/** Shapes that hide behind the card that is built over them. */
const SHAPES = {
  question: (x, y, width, height) => `M${x} ${y}h${width}v${height}h${-width}z`,
  claim: (x, y, width, height) => `M${x + 5} ${y}h${width - 10}l5 5v${height - 10}l-5 5h${10 - width}l-5-5v${10 - height}z`,
  evidence: (x, y, width, height) => `M${x} ${y}h${width - 11}l11 11v${height - 11}h${-width}z`,
};

/** Return the overview of a drawing: its element, and what to call when other things are shown. */
export function createOverview(drawing, index, rectangles) {
  const element = s("g", { class: "overview", "aria-hidden": "true" });
  const width = Math.max(...drawing.cards.map(([, x, , across]) => x + across));
  const height = Math.max(...drawing.cards.map(([, , y, , down]) => y + down));
  // Parts, so that the browser need not draw a path of ten thousand boxes to show a few.
  const partOf = (x, y) => Math.min(Math.floor((x / width) * PARTS), PARTS - 1) + PARTS * Math.min(Math.floor((y / height) * PARTS), PARTS - 1);
  const boxes = drawing.cards.map(([node, x, y, across, down]) => ({ node, kind: kindOf(index, node), part: partOf(x, y), d: SHAPES[kindOf(index, node)](x, y, across, down) }));
  const lines = drawing.edges.map(([id, kind, flags, stem, strands = []]) => {
    const [, x, y] = /^M(-?[\d.]+)[ ,](-?[\d.]+)/.exec(stem) ?? [null, 0, 0];
    return { id, look: kind * 2 + ((flags & 1) === 1 ? 0 : 1), part: partOf(Number(x), Number(y)), d: strands.join("") + stem };
  });

  return {
    element,
    /** Draw anew: without what is hidden, what is faded apart, what is found in a colour of its own. */
    paint({ isHidden, isFaded, isLineHidden, isLineFaded, finding }) {
      const paths = new Map();
      const add = (key, part, d) => {
        const name = `${key} ${part}`;
        if (paths.has(name)) paths.get(name).push(d);
        else paths.set(name, [d]);
      };
      for (const { id, look, part, d } of lines) if (!isLineHidden(id)) add(`line ${look} ${isLineFaded(id) ? "faded" : ""}`, part, d);
      for (const { node, kind, part, d } of boxes) if (!isHidden(node)) add(`box ${kind} ${isFaded(node) ? "faded" : finding && kind !== "question" ? "found" : ""}`, part, d);
      const made = { line: [], box: [] };
      for (const [name, ds] of [...paths].sort(([one], [other]) => (one < other ? -1 : 1))) {
        const [what, kind, how] = name.split(" ");
        const path = s("path", { d: ds.join(""), class: what === "box" ? `box ${how}` : null });
        made[what].push(
          what === "box"
            ? s("g", { class: kind }, path)
            : s("g", { ...drawing.looks[kind >> 1][kind & 1], class: `${drawing.looks[kind >> 1][kind & 1].class} ${how}` }, path),
        );
      }
      element.replaceChildren(s("g", { class: "edges", fill: "none" }, made.line), s("g", {}, made.box));
    },
  };
}
