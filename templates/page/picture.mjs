// The picture of a map of which every card is in the page: its elements by what they show, and how they look just now.

import { badge, bands, labelled } from "./badges.mjs";
import { touching } from "./showing.mjs";
import { under } from "./neighbours.mjs";

/** Return the picture in an SVG element whose cards stand where the drawing says. */
export function createPicture(svg, drawing, index, hues) {
  const rectangles = new Map(drawing.cards.map(([node, x, y, width, height]) => [node, { x: x + drawing.origin[0], y: y + drawing.origin[1], width, height }]));
  const cards = new Map();
  const badges = new Map();
  for (const element of svg.querySelectorAll(".card")) {
    const node = `${element.classList.contains("question") ? "?" : ""}${element.dataset.id}`;
    element.dataset.node = node;
    labelled(element);
    cards.set(node, element);
    if (under(index, node).size > 0) {
      badges.set(node, badge(rectangles.get(node)));
      element.append(badges.get(node).element);
    }
  }
  const lines = new Map([...svg.querySelectorAll(".edges [data-id]")].map((element) => [element.dataset.id, element]));
  const touches = touching(index, lines.keys());
  let coloured = false;

  return {
    svg,
    rectangles,
    cardOf: (node) => cards.get(node) ?? null,
    /** Show what is hidden, faded, folded, lit and selected; `near` are the lines at the selected claim. */
    paint({ shown, lit, selected, near, colour }) {
      if (colour && !coloured) for (const [node, element] of cards) element.append(...bands(index.claims.get(node), rectangles.get(node), hues));
      coloured ||= colour;
      svg.classList.toggle("coloured", colour);
      for (const [node, element] of cards) {
        toggled(element, { gone: shown.hidden.has(node), faded: shown.faded.has(node), lit: lit.has(node), selected: node === selected });
        badges.get(node)?.say(shown.folded.get(node) ?? 0);
      }
      for (const [id, element] of lines) {
        toggled(element, { gone: touches(id, shown.hidden), faded: touches(id, shown.faded), near: near.has(id) || lit.has(id) });
      }
    },
    window: () => {},
    keep: () => {},
    settle: () => {},
  };
}

/** Switch classes, touching the element only where one changes. */
export function toggled(element, classes) {
  for (const [name, on] of Object.entries(classes)) if (element.classList.contains(name) !== on) element.classList.toggle(name, on);
}
