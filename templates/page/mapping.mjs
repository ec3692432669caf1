// The map in its window: picture, view, gestures and minimap together, following the state.

import { setUpGestures } from "./gestures.mjs";
import { setUpMinimap } from "./minimap.mjs";
import { createPicture } from "./picture.mjs";
import { plain } from "./naming.mjs";
import { entryOf } from "./indexing.mjs";
import { keysOf } from "./walking.mjs";
import { createWindowedPicture } from "./windowing.mjs";
import { createView } from "./viewing.mjs";
import { around } from "./zooming.mjs";

const MINIMAP_FROM = 150;

/** Set the map up; returns its view, and what to call when its window has changed its size. */
export function setUpMap(page, window_, stage) {
  const { index, store, data } = page;
  const create = data.drawing.large ? createWindowedPicture : createPicture;
  const picture = create(stage.querySelector("svg"), data.drawing, index, page.hues, (node) => plain(page, entryOf(index, node).text));
  page.keys = keysOf(index, picture.rectangles);
  let minimap = () => {};
  const view = createView(window_, stage, {
    bounds: picture.rectangles.values(),
    first: picture.rectangles.get(page.tops[0]),
    corner: () => cornerOf(window_),
    onMove: (now, size) => {
      picture.window(now, size);
      minimap();
    },
    onSettle: (now, size) => {
      picture.settle(now, size);
      store.set({ at: view.placed() });
    },
  });
  if (picture.rectangles.size > MINIMAP_FROM) minimap = setUpMinimap(window_, view, picture, { questions: index.questions.size > 0 });

  function paint() {
    const { claim, colour } = store.get();
    picture.paint({ shown: page.shown(), lit: page.lit(), selected: claim, near: linesAt(claim), colour });
  }

  function linesAt(node) {
    if (node === null || node.startsWith("?")) return new Set();
    return new Set([...(index.argumentsOn.get(node) ?? []), ...(index.argumentsFrom.get(node) ?? [])].map((argument) => argument.id));
  }

  let tabStop = null;
  function moveTabStop(node) {
    if (tabStop === node) return;
    picture.cardOf(tabStop)?.setAttribute("tabindex", "-1");
    tabStop = node;
    picture.keep(node);
    picture.cardOf(node)?.setAttribute("tabindex", "0");
  }

  setUpGestures(window_, view, (target) => {
    const card = target.closest(".card");
    if (card === null) {
      const line = target.closest(".edges [data-id]");
      const argument = line === null ? undefined : index.arguments.get(line.dataset.id);
      if (argument) page.choosePassages([{ target: argument.id, id: null }]);
      return;
    }
    const { node } = card.dataset;
    if (target.closest(".badge")) page.fold(node);
    else page.select(node, "map", { open: true });
    page.focusCard(node);
  });

  window_.addEventListener("focusin", (event) => {
    const card = event.target.closest(".card");
    if (!card) return;
    moveTabStop(card.dataset.node);
    if (document.documentElement.classList.contains("by-keys")) view.reveal(picture.rectangles.get(card.dataset.node));
  });

  page.focusCard = (node) => {
    moveTabStop(node);
    picture.cardOf(node)?.focus({ preventScroll: true });
  };

  store.watch((state, changed, before) => {
    if (["claim", "chosen", "query", "filters", "away", "collapsed", "focus", "depth", "colour"].some((key) => changed.has(key))) paint();
    if (changed.has("claim") && state.claim !== null) moveTabStop(state.claim);
    if (state.claim !== null && (changed.has("claim") || (changed.has("open") && state.open))) {
      view.reveal(picture.rectangles.get(state.claim));
      if (state.from === "keys") picture.cardOf(state.claim)?.focus({ preventScroll: true });
    }
    if (changed.has("focus") && state.focus !== null) fit();
    if (["query", "filters", "away"].some((key) => changed.has(key)) && [state.away, before.away].includes("leave")) fitWhatIsLeft();
  });

  /** Show everything that is on the map: all of it, or what folding, focus and filters leave of it. */
  function fit() {
    const { hidden } = page.shown();
    const left = [...picture.rectangles].filter(([node]) => !hidden.has(node)).map(([, rectangle]) => rectangle);
    if (left.length > 0) view.fit(left.length === picture.rectangles.size ? null : around(left));
  }

  /** Where what does not match leaves the map, show all that is left. */
  function fitWhatIsLeft() {
    if (page.shown().matches === null) view.open();
    else fit();
  }
  page.onHover(paint);

  new ResizeObserver(view.resized).observe(window_);
  // A browser that shows a word it was asked to find scrolls what it can: here the map moves instead, and all around it stays.
  window_.addEventListener("scroll", () => {
    const { scrollLeft, scrollTop } = window_;
    if (scrollLeft === 0 && scrollTop === 0) return;
    window_.scrollTo(0, 0);
    view.pan(-scrollLeft, -scrollTop);
  });

  /** Show the place that the state names, or else what the map opens with and the claim that is selected. */
  function placeAsStated() {
    const { at, claim } = store.get();
    if (at !== null) return view.place(at);
    view.open(false);
    if (claim !== null) view.reveal(picture.rectangles.get(claim));
  }

  moveTabStop(store.get().claim ?? page.tops[0] ?? null);
  paint();
  return { view, picture, fit, resized: view.resized, placeAsStated };
}

/** Return how far the buttons and the small map reach into a window from its lower right corner. */
function cornerOf(window_) {
  const frame = window_.getBoundingClientRect();
  const boxes = [...window_.querySelectorAll("#zoom, .minimap:not(.whole)")].map((element) => element.getBoundingClientRect()).filter(({ width }) => width > 0);
  return {
    width: Math.max(0, ...boxes.map(({ left }) => frame.right - left)) + 8,
    height: Math.max(0, ...boxes.map(({ top }) => frame.bottom - top)) + 8,
  };
}
