// The view of the map: where it stands and how large, put on the screen as one transform of one layer, once a frame.

import { around, centred, centreOf, fitting, held, opening, revealing, seen, zoomed } from "./zooming.mjs";

const SETTLED = 160;
const GLIDE = 220;
const COARSER = 1.6;
const FINER = 3;

/** How a view is known that is no place of its own: it is made anew for every size of the window. */
const OPENING = "opening";
const WHOLE = "whole";

/** Return the view of a map window and the stage in it, which opens with the rectangle `first`; `corner` returns the size of what stands in the lower right corner, `onMove` is called with every frame, `onSettle` when all is still. */
export function createView(window_, stage, { bounds, first, corner, onMove, onSettle }) {
  let view = { x: 0, y: 0, scale: 1 };
  let frame = null;
  let rest = null;
  let glide = null;
  let aim = null;
  let known = OPENING;
  let pinned = 1;
  const still = matchMedia("(prefers-reduced-motion: reduce)");

  // Asked once and not with every frame: what asks for a size makes the browser lay the page out.
  const whole = around(bounds);
  let room = measured();
  const size = () => room;
  const smallest = () => Math.min(fitting(whole, size()).scale / 2, 0.5);

  // While it moves the layer keeps the pixels it has, and is painted anew, sharp, when it rests. Zoomed far out those pixels would be
  // far too many: then they are painted anew on the way.
  function pin() {
    const isNear = view.scale > pinned / COARSER && view.scale < pinned * FINER;
    if (!isNear) pinned = view.scale;
    stage.classList.toggle("moving", isNear);
  }

  function measured() {
    const { left, top, width, height } = window_.getBoundingClientRect();
    return { left, top, width, height };
  }

  function draw() {
    frame = null;
    pin();
    stage.style.transform = `translate3d(${view.x}px,${view.y}px,0) scale(${view.scale})`;
    onMove(view, size());
  }

  function show(next) {
    view = held(next, size(), whole);
    window_.classList.add("moved");
    frame ??= requestAnimationFrame(draw);
    clearTimeout(rest);
    rest = setTimeout(() => {
      // On a slow machine the frame may still be to come.
      if (frame !== null) {
        cancelAnimationFrame(frame);
        draw();
      }
      stage.classList.remove("moving");
      window_.classList.remove("moved");
      pinned = view.scale;
      onSettle(view, size());
    }, SETTLED);
  }

  function move(next, as = null) {
    cancelAnimationFrame(glide);
    aim = null;
    known = as;
    show(next);
  }

  const named = (name) => (name === WHOLE ? fitting(whole, size()) : opening(whole, first ?? whole, size()));

  function glideTo(next, as = null) {
    cancelAnimationFrame(glide);
    aim = null;
    known = as;
    if (still.matches || document.hidden) return show(next);
    aim = next;
    const from = view;
    const start = performance.now();
    const step = (now) => {
      // A frame bears the time at which it was begun, which may lie before the start.
      const share = Math.min(Math.max((now - start) / GLIDE, 0), 1);
      const eased = 1 - (1 - share) ** 3;
      const between = (one, other) => one + (other - one) * eased;
      show(share === 1 ? next : { x: between(from.x, next.x), y: between(from.y, next.y), scale: between(from.scale, next.scale) });
      if (share < 1) glide = requestAnimationFrame(step);
      else aim = null;
    };
    glide = requestAnimationFrame(step);
  }

  const middle = () => ({ x: size().width / 2, y: size().height / 2 });
  return {
    get: () => view,
    size,
    /** The point of the window that a pointer is at. */
    within: (event) => ({ x: event.clientX - room.left, y: event.clientY - room.top }),
    seen: (margin) => seen(view, size(), margin),
    move,
    pan: (x, y) => move({ x: view.x + x, y: view.y + y, scale: view.scale }),
    zoom: (factor, at = middle()) => move(zoomed(view, at, factor, smallest())),
    glideZoom: (factor, at = middle()) => glideTo(zoomed(view, at, factor, smallest())),
    fit: (rectangle = null) => (rectangle === null ? glideTo(named(WHOLE), WHOLE) : glideTo(fitting(rectangle, size()))),
    /** Show what the map opens with. */
    open: (glides = true) => (glides ? glideTo : move)(named(OPENING), OPENING),
    reveal: (rectangle) => {
      const next = revealing(view, size(), rectangle, corner());
      if (next.x !== view.x || next.y !== view.y || next.scale !== view.scale) glideTo(next);
    },
    /** Show a place as an address names it: [x, y, scale], or the whole map, which fits every window. */
    place: (at) => (at === WHOLE ? move(named(WHOLE), WHOLE) : move(centred({ x: at[0], y: at[1] }, at[2], size()))),
    /** The place that an address names; none for what the map opens with. */
    placed: () => {
      if (known === OPENING) return null;
      if (known === WHOLE) return named(OPENING).scale === view.scale ? null : WHOLE;
      const { x, y } = centreOf(view, size());
      return [Math.round(x), Math.round(y), Math.round(view.scale * 1000) / 1000];
    },
    resized: () => {
      const now = measured();
      const before = room;
      room = now;
      if (now.width === before.width && now.height === before.height) return;
      // Where a line comes or goes above the map, what is shown stays where it is.
      const above = now.top - before.top;
      if (above !== 0 && now.width === before.width) {
        const further = aim;
        const raised = ({ x, y, scale }) => ({ x, y: y - above, scale });
        move(raised(view), known);
        return further === null ? undefined : glideTo(raised(further), known);
      }
      // A map that was shown whole stays whole when the window changes its size; else the middle stays the middle.
      if (known !== null) return move(named(known), known);
      move({ x: view.x + (now.width - before.width) / 2, y: view.y + (now.height - before.height) / 2, scale: view.scale });
    },
  };
}
