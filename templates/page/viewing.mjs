// The view of the map: where it stands and how large, put on the screen as one transform of one layer, once a frame.

import { around, centred, centreOf, fitting, held, revealing, seen, zoomed } from "./zooming.mjs";

const SETTLED = 160;
const GLIDE = 220;

/** Return the view of a map window and the stage in it; `onMove` is called with every frame, `onSettle` when all is still. */
export function createView(window_, stage, { bounds, onMove, onSettle }) {
  let view = { x: 0, y: 0, scale: 1 };
  let frame = null;
  let rest = null;
  let glide = null;
  let isWhole = true;
  const still = matchMedia("(prefers-reduced-motion: reduce)");

  const size = () => ({ width: window_.clientWidth, height: window_.clientHeight });
  const whole = () => around(bounds());
  const smallest = () => Math.min(fitting(whole(), size()).scale / 2, 0.5);

  function draw() {
    frame = null;
    stage.style.transform = `translate3d(${view.x}px,${view.y}px,0) scale(${view.scale})`;
    onMove(view, size());
  }

  function show(next) {
    view = held(next, size(), whole());
    // While it moves the layer keeps the pixels it has; when it rests it is painted anew, sharp.
    stage.classList.add("moving");
    frame ??= requestAnimationFrame(draw);
    clearTimeout(rest);
    rest = setTimeout(() => {
      stage.classList.remove("moving");
      onSettle(view, size());
    }, SETTLED);
  }

  function move(next, whole_ = false) {
    cancelAnimationFrame(glide);
    isWhole = whole_;
    show(next);
  }

  function glideTo(next, whole_ = false) {
    cancelAnimationFrame(glide);
    isWhole = whole_;
    if (still.matches || document.hidden) return show(next);
    const from = view;
    const start = performance.now();
    const step = (now) => {
      const share = Math.min((now - start) / GLIDE, 1);
      const eased = 1 - (1 - share) ** 3;
      const between = (one, other) => one + (other - one) * eased;
      show(share === 1 ? next : { x: between(from.x, next.x), y: between(from.y, next.y), scale: between(from.scale, next.scale) });
      if (share < 1) glide = requestAnimationFrame(step);
    };
    glide = requestAnimationFrame(step);
  }

  const middle = () => ({ x: size().width / 2, y: size().height / 2 });
  return {
    get: () => view,
    size,
    seen: (margin) => seen(view, size(), margin),
    move,
    pan: (x, y) => move({ x: view.x + x, y: view.y + y, scale: view.scale }),
    zoom: (factor, at = middle()) => move(zoomed(view, at, factor, smallest())),
    glideZoom: (factor, at = middle()) => glideTo(zoomed(view, at, factor, smallest())),
    fit: (rectangle = null, glides = true) => (glides ? glideTo : move)(fitting(rectangle ?? whole(), size()), rectangle === null),
    reveal: (rectangle) => {
      const next = revealing(view, size(), rectangle);
      if (next.x !== view.x || next.y !== view.y || next.scale !== view.scale) glideTo(next);
    },
    place: ([x, y, scale]) => move(centred({ x, y }, scale, size())),
    /** The place that an address names; none for the whole map, which fits every window. */
    placed: () => {
      if (isWhole) return null;
      const { x, y } = centreOf(view, size());
      return [Math.round(x), Math.round(y), Math.round(view.scale * 1000) / 1000];
    },
    resized: (before) => {
      // A map that was shown whole stays whole when the window changes its size; else the middle stays the middle.
      const now = size();
      if (isWhole) return move(fitting(whole(), now), true);
      move({ x: view.x + (now.width - before.width) / 2, y: view.y + (now.height - before.height) / 2, scale: view.scale });
    },
  };
}
