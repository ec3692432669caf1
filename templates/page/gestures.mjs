// Mouse, touch and wheel on the map: drag moves it, wheel and pinch zoom it, a press that does not move is a click.

const SLACK = 4;

/** Let a map window be moved; `onPress` gets the element that was clicked or tapped, and whether it was pressed twice. */
export function setUpGestures(window_, view, onPress) {
  const pointers = new Map();
  let dragged = false;
  let pinch = null;

  window_.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || event.target.closest("button, ul, .minimap")) return;
    if (pointers.size === 0) dragged = false;
    pointers.set(event.pointerId, { x: event.clientX, y: event.clientY, fromX: event.clientX, fromY: event.clientY });
    pinch = null;
  });

  window_.addEventListener("pointermove", (event) => {
    const pointer = pointers.get(event.pointerId);
    if (!pointer) return;
    const [x, y] = [event.clientX - pointer.x, event.clientY - pointer.y];
    if (!dragged && Math.hypot(event.clientX - pointer.fromX, event.clientY - pointer.fromY) < SLACK) return;
    if (!dragged) {
      dragged = true;
      window_.classList.add("dragging");
      window_.setPointerCapture(event.pointerId);
    }
    Object.assign(pointer, { x: event.clientX, y: event.clientY });
    if (pointers.size === 1) view.pan(x, y);
    else if (pointers.size === 2) pinched();
  });

  function pinched() {
    const [one, other] = [...pointers.values()];
    const now = { distance: Math.hypot(one.x - other.x, one.y - other.y), x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 };
    if (pinch !== null && pinch.distance > 0) {
      view.pan(now.x - pinch.x, now.y - pinch.y);
      view.zoom(now.distance / pinch.distance, view.within({ clientX: now.x, clientY: now.y }));
    }
    pinch = now;
  }

  function released(event) {
    if (!pointers.delete(event.pointerId)) return;
    pinch = null;
    if (pointers.size === 0) window_.classList.remove("dragging");
  }
  window_.addEventListener("pointerup", released);
  window_.addEventListener("pointercancel", released);

  // A captured pointer's click goes to the window, not to what is under it: a drag never presses anything.
  window_.addEventListener("click", (event) => {
    if (dragged || event.target.closest("button, ul, .minimap")) return;
    onPress(event.target, event);
  });
  window_.addEventListener("dblclick", (event) => {
    if (event.target.closest(".card, button, ul, .minimap")) return;
    view.glideZoom(event.shiftKey ? 1 / 1.8 : 1.8, view.within(event));
  });

  window_.addEventListener(
    "wheel",
    (event) => {
      if (event.target.closest("ul")) return;
      event.preventDefault();
      const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : event.deltaMode === WheelEvent.DOM_DELTA_PAGE ? 400 : 1;
      if (event.shiftKey) view.pan(-(event.deltaX || event.deltaY) * lines, 0);
      // A pinch on a touch pad comes as a wheel with the control key, in small steps.
      else view.zoom(Math.exp(-event.deltaY * lines * (event.ctrlKey ? 0.01 : 0.0016)), view.within(event));
    },
    { passive: false },
  );
}
