// The arithmetic of a view: a point of the map at (x, y) stands on the screen at (x * scale + view.x, y * scale + view.y).

export const LARGEST = 3;

/** Below this scale a card is too small to be read. */
export const READABLE = 0.75;

/** Return the view that shows a whole rectangle in the middle of a window, never larger than natural size. */
export function fitting(bounds, size, margin = 24) {
  const room = { width: Math.max(size.width - 2 * margin, 40), height: Math.max(size.height - 2 * margin, 40) };
  const scale = Math.min(room.width / Math.max(bounds.width, 1), room.height / Math.max(bounds.height, 1), 1);
  return centred({ x: bounds.x + bounds.width / 2, y: bounds.y + bounds.height / 2 }, scale, size);
}

/** Return the view that a map opens with: all of it where that can be read, else as much as can, a first rectangle at the top. */
export function opening(bounds, first, size, margin = 24) {
  const whole = fitting(bounds, size, margin);
  if (whole.scale >= READABLE) return whole;
  const place = (start, length, room, wanted) => {
    const [least, most] = [room - margin - (start + length) * READABLE, margin - start * READABLE];
    return least > most ? (least + most) / 2 : Math.min(Math.max(wanted, least), most);
  };
  const middle = first.x + first.width / 2;
  return {
    x: place(bounds.x, bounds.width, size.width, size.width / 2 - middle * READABLE),
    y: place(bounds.y, bounds.height, size.height, margin - first.y * READABLE),
    scale: READABLE,
  };
}

/** Return the view that shows a point of the map in the middle of a window. */
export function centred(point, scale, size) {
  return { x: size.width / 2 - point.x * scale, y: size.height / 2 - point.y * scale, scale };
}

/** Return the point of the map in the middle of a window. */
export function centreOf(view, size) {
  return { x: (size.width / 2 - view.x) / view.scale, y: (size.height / 2 - view.y) / view.scale };
}

/** Return a view zoomed by a factor, a point of the window staying where it is. */
export function zoomed(view, at, factor, smallest) {
  const scale = Math.min(Math.max(view.scale * factor, Math.min(smallest, view.scale)), Math.max(LARGEST, view.scale));
  const by = scale / view.scale;
  return { x: at.x - (at.x - view.x) * by, y: at.y - (at.y - view.y) * by, scale };
}

/** Return the rectangle of the map that a window shows, with a margin around it as a share of its size. */
export function seen(view, size, margin = 0) {
  const [width, height] = [size.width / view.scale, size.height / view.scale];
  return { x: -view.x / view.scale - width * margin, y: -view.y / view.scale - height * margin, width: width * (1 + 2 * margin), height: height * (1 + 2 * margin) };
}

/**
 * Return the view moved so that a rectangle of the map can be read: large enough, not cut by the window's borders, and not behind
 * what stands in the window's lower right corner. What is out of sight comes to the middle, what is cut moves in just so far.
 */
export function revealing(view, size, rectangle, corner = { width: 0, height: 0 }, margin = 40, closer = 0.8) {
  if (view.scale < READABLE) return centred({ x: rectangle.x + rectangle.width / 2, y: rectangle.y + rectangle.height / 2 }, closer, size);
  const { scale } = view;
  const [width, height] = [rectangle.width * scale, rectangle.height * scale];
  // Where the rectangle begins on the screen: as it is, and as it shall be.
  const now = { x: rectangle.x * scale + view.x, y: rectangle.y * scale + view.y };
  const isOut = (from, length, room) => from + length < 0 || from > room;
  const away = isOut(now.x, width, size.width) || isOut(now.y, height, size.height);
  const moved = (from, length, room) => {
    if (length > room - 2 * margin) return margin;
    return Math.min(Math.max(away ? (room - length) / 2 : from, margin), room - margin - length);
  };
  const then = { x: moved(now.x, width, size.width), y: moved(now.y, height, size.height) };
  const above = size.height - corner.height - height;
  if (then.x + width > size.width - corner.width && then.y > above) then.y = Math.max(above, margin);
  return { x: view.x + (then.x - now.x), y: view.y + (then.y - now.y), scale };
}

/** Return the view held so that some of the map stays in the window: a third of the window, for a corner alone may be empty. */
export function held(view, size, bounds) {
  const hold = (position, start, length, room) => {
    const rest = Math.min(room / 3, length * view.scale);
    return Math.min(Math.max(position, rest - (start + length) * view.scale), room - rest - start * view.scale);
  };
  return { x: hold(view.x, bounds.x, bounds.width, size.width), y: hold(view.y, bounds.y, bounds.height, size.height), scale: view.scale };
}

/** Return the smallest rectangle around some. */
export function around(rectangles) {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y, width, height } of rectangles) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + width);
    bottom = Math.max(bottom, y + height);
  }
  return left === Infinity ? { x: 0, y: 0, width: 1, height: 1 } : { x: left, y: top, width: right - left, height: bottom - top };
}
