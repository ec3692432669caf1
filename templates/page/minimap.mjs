// A small picture of a large map, with a frame around what the window shows.

import { s } from "./elements.mjs";
import { around } from "./zooming.mjs";

const ROOM = { width: 190, height: 140 };

/** Set up a small map in a window; returns what to call when the view has moved. */
export function setUpMinimap(window_, view, picture, { questions }) {
  const bounds = around(picture.rectangles.values());
  const scale = Math.min(ROOM.width / bounds.width, ROOM.height / bounds.height);
  const [width, height] = [Math.max(bounds.width * scale, 12), Math.max(bounds.height * scale, 12)];
  const boxes = (wanted) =>
    [...picture.rectangles]
      .filter(([node]) => node.startsWith("?") === wanted)
      .map(([, box]) => `M${Math.round(box.x)} ${Math.round(box.y)}h${Math.round(box.width)}v${Math.round(box.height)}h${-Math.round(box.width)}z`)
      .join("");
  const frame = s("rect", { class: "frame" });
  const small = s(
    "svg",
    { class: "minimap", "aria-hidden": "true", width, height, viewBox: `${bounds.x} ${bounds.y} ${bounds.width} ${bounds.height}`, preserveAspectRatio: "xMidYMid meet" },
    s("path", { class: "claims", d: boxes(false) }),
    questions ? s("path", { class: "questions", d: boxes(true) }) : null,
    frame,
  );
  window_.append(small);

  const go = (event) => {
    const corner = small.getBoundingClientRect();
    const now = view.get();
    const at = [bounds.x + ((event.clientX - corner.left) / corner.width) * bounds.width, bounds.y + ((event.clientY - corner.top) / corner.height) * bounds.height];
    view.place([...at, now.scale]);
  };
  small.addEventListener("pointerdown", (event) => {
    small.setPointerCapture(event.pointerId);
    go(event);
  });
  small.addEventListener("pointermove", (event) => {
    if (small.hasPointerCapture(event.pointerId)) go(event);
  });

  return () => {
    const seen = view.seen(0);
    // Where the window shows everything the small map would only hide some of it.
    const isWhole = seen.x <= bounds.x && seen.y <= bounds.y && seen.x + seen.width >= bounds.x + bounds.width && seen.y + seen.height >= bounds.y + bounds.height;
    small.classList.toggle("whole", isWhole);
    for (const [name, value] of Object.entries(seen)) frame.setAttribute(name, Math.round(value));
    frame.setAttribute("stroke-width", 1.6 / scale);
  };
}
