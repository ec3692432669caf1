// Which rectangles are in sight: a grid over the map, so that only a few have to be asked.

/** Return a function from a rectangle to the keys of those that it meets, in no order; `limit` stops the search beyond so many. */
export function gridOf(rectangles, step = 600) {
  const cells = new Map();
  const span = (start, length) => [Math.floor(start / step), Math.floor((start + length) / step)];
  const each = (rectangle, visit) => {
    const [left, right] = span(rectangle.x, rectangle.width);
    const [top, bottom] = span(rectangle.y, rectangle.height);
    for (let row = top; row <= bottom; row += 1) for (let column = left; column <= right; column += 1) if (visit(`${column} ${row}`) === false) return;
  };
  for (const [key, rectangle] of rectangles) {
    each(rectangle, (cell) => {
      if (cells.has(cell)) cells.get(cell).push(key);
      else cells.set(cell, [key]);
    });
  }
  const meets = (one, other) => one.x < other.x + other.width && other.x < one.x + one.width && one.y < other.y + other.height && other.y < one.y + one.height;
  return (rectangle, limit = Infinity) => {
    const found = new Set();
    // A window with more cells than there are cards is not walked cell by cell.
    if ((rectangle.width / step + 1) * (rectangle.height / step + 1) > cells.size * 4) {
      for (const [key, other] of rectangles) {
        if (meets(rectangle, other)) found.add(key);
        if (found.size > limit) break;
      }
      return found;
    }
    each(rectangle, (cell) => {
      for (const key of cells.get(cell) ?? []) if (meets(rectangle, rectangles.get(key))) found.add(key);
      return found.size <= limit;
    });
    return found;
  };
}
