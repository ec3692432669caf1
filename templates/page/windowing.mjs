// The picture of a large map: an overview of all of it, and over it the cards and lines that are in sight, built as they come.

import { badge, bands } from "./badges.mjs";
import { buildCard, buildLine } from "./building.mjs";
import { s } from "./elements.mjs";
import { gridOf } from "./gridding.mjs";
import { under } from "./neighbours.mjs";
import { createOverview } from "./overview.mjs";
import { toggled } from "./picture.mjs";
import { endsOf, touching } from "./showing.mjs";
import { seen } from "./zooming.mjs";

/** More cards than this at once are too small to read: the overview shows them. */
const MOST = 260;
/** So many are built between two frames at most. */
const A_FRAME = 16;
const AROUND = 0.15;
const KEPT_AROUND = 0.8;

/** Return the picture of a large map in an SVG element that holds its frame. */
export function createWindowedPicture(svg, drawing, index, hues, nameOf) {
  const [left, top] = drawing.origin;
  const rectangles = new Map(drawing.cards.map(([node, x, y, width, height]) => [node, { x: x + left, y: y + top, width, height }]));
  const rows = new Map(drawing.cards.map((row) => [row[0], row]));
  const lineRows = new Map(drawing.edges.map((row) => [row[0], row]));
  const linesAt = new Map();
  for (const id of lineRows.keys()) {
    for (const node of endsOf(index, id)) {
      if (linesAt.has(node)) linesAt.get(node).push(id);
      else linesAt.set(node, [id]);
    }
  }
  const inSight = gridOf(rectangles);
  const overview = createOverview(drawing, index, rectangles);
  const map = svg.querySelector(".map");
  const [edges, cards, marks] = [map.querySelector(".edges"), map.querySelector(".cards"), s("g", { class: "lights", "aria-hidden": "true" })];
  map.prepend(overview.element);
  cards.before(marks);

  const touches = touching(index, lineRows.keys());

  const built = new Map();
  const lines = new Map();
  const kept = new Set();
  let look = null;
  let painted = null;
  let waiting = null;

  function build(node) {
    const element = buildCard(drawing, index, rows.get(node));
    element.dataset.node = node;
    element.setAttribute("tabindex", "-1");
    element.setAttribute("aria-label", nameOf(node));
    const entry = { element, badge: null };
    if (under(index, node).size > 0) {
      entry.badge = badge(rectangles.get(node));
      element.append(entry.badge.element);
    }
    if (look?.colour) element.append(...bands(index.claims.get(node), rectangles.get(node), hues));
    built.set(node, entry);
    cards.append(element);
    dress(node, entry);
    for (const id of linesAt.get(node) ?? []) {
      const line = lines.get(id) ?? { element: buildLine(drawing, lineRows.get(id)), count: 0 };
      if (line.count === 0) edges.append(line.element);
      line.count += 1;
      lines.set(id, line);
      dressLine(id, line.element);
    }
  }

  function drop(node) {
    built.get(node).element.remove();
    built.delete(node);
    for (const id of linesAt.get(node) ?? []) {
      const line = lines.get(id);
      line.count -= 1;
      if (line.count > 0) continue;
      line.element.remove();
      lines.delete(id);
    }
  }

  function dress(node, entry) {
    if (look === null) return;
    const { shown, lit, selected } = look;
    toggled(entry.element, { gone: shown.hidden.has(node), faded: shown.faded.has(node), lit: lit.has(node), selected: node === selected });
    entry.badge?.say(shown.folded.get(node) ?? 0);
  }

  function dressLine(id, element) {
    if (look === null) return;
    const { shown, near, lit } = look;
    toggled(element.firstElementChild, { gone: touches(id, shown.hidden), faded: touches(id, shown.faded), near: near.has(id) || lit.has(id) });
  }

  /** What is lit shines from afar too. */
  function light() {
    const lit = [...new Set([...look.lit, ...(look.selected === null ? [] : [look.selected])])].filter((node) => rectangles.has(node) && !look.shown.hidden.has(node));
    marks.replaceChildren(
      ...lit.slice(0, 600).map((node) => {
        const { x, y, width, height } = rectangles.get(node);
        return s("rect", { class: node === look.selected ? "light selected" : "light", x: x - left, y: y - top, width, height, rx: 8 });
      }),
    );
  }

  const picture = {
    svg,
    rectangles,
    cardOf: (node) => built.get(node)?.element ?? null,
    paint(now) {
      const recoloured = look !== null && look.colour !== now.colour;
      look = now;
      svg.classList.toggle("coloured", now.colour);
      if (painted !== now.shown) {
        painted = now.shown;
        const { hidden, faded, matches } = now.shown;
        overview.paint({
          isHidden: (node) => hidden.has(node),
          isFaded: (node) => faded.has(node),
          isLineHidden: (id) => touches(id, hidden),
          isLineFaded: (id) => touches(id, faded),
          finding: matches !== null,
        });
      }
      light();
      if (recoloured) for (const node of [...built.keys()]) drop(node);
      for (const [node, entry] of built) dress(node, entry);
      for (const [id, line] of lines) dressLine(id, line.element);
    },
    /** Build what has come into sight, a little with each frame. */
    window(view, size) {
      cancelAnimationFrame(waiting);
      const wanted = inSight(seen(view, size, AROUND), MOST);
      if (wanted.size > MOST) return;
      let count = 0;
      for (const node of wanted) {
        if (built.has(node)) continue;
        if (count === A_FRAME) {
          waiting = requestAnimationFrame(() => picture.window(view, size));
          return;
        }
        build(node);
        count += 1;
      }
    },
    /** Keep the card of a node built, wherever the window is, and none that was kept before. */
    keep(node) {
      kept.clear();
      if (node === null || !rows.has(node)) return;
      kept.add(node);
      if (!built.has(node)) build(node);
    },
    /** When all is still, drop what is far away, and let thin lines be seen from afar. */
    settle(view, size) {
      const isFar = inSight(seen(view, size, AROUND), MOST).size > MOST;
      const near = isFar ? kept : inSight(seen(view, size, KEPT_AROUND));
      for (const node of [...built.keys()]) if (!near.has(node) && !kept.has(node)) drop(node);
      svg.classList.toggle("far", isFar);
      overview.element.style.setProperty("--thinnest", `${Math.round((0.8 / view.scale) * 10) / 10}px`);
    },
  };
  return picture;
}
