// The marks of the stances, as on the map: plus in a disc, minus in a square, a bare plus-minus, a ring.

import { s } from "./elements.mjs";

const SHAPES = {
  for: "M9.5 3a6 6 0 0 0 0 12a6 6 0 0 0 0-12zM8.7 5.4v2.8H5.9v1.6h2.8v2.8h1.6V9.8h2.8V8.2h-2.8V5.4z",
  against: "M4 3.5h11v11h-11zM6.4 8.2v1.6h6.2V8.2z",
  mixed: "M8.5 2.5v3.4H5v2h3.5v3.4h2V7.9H14v-2h-3.5V2.5zM5 13v2h9v-2z",
  neutral: "M9.5 3a6 6 0 0 0 0 12a6 6 0 0 0 0-12zM9.5 4.7a4.3 4.3 0 0 1 0 8.6a4.3 4.3 0 0 1 0-8.6z",
};

/** Return the shape of a stance's mark, around (9.5, 9). */
export function stanceShape(stance) {
  return s("path", { d: SHAPES[stance], "fill-rule": "evenodd" });
}

/** Return the mark of a stance; what it means is said for screen readers, unless the words stand beside it. */
export function stanceMark(stance, words = null) {
  return s(
    "svg",
    { class: `mark ${stance}`, viewBox: "3 2 13 14", ...(words === null ? { "aria-hidden": "true" } : { role: "img", "aria-label": words }) },
    stanceShape(stance),
  );
}
