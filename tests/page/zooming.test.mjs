import assert from "node:assert/strict";
import test from "node:test";

import { gridOf } from "../../templates/page/gridding.mjs";
import { READABLE, around, centred, centreOf, fitting, held, opening, revealing, seen, zoomed } from "../../templates/page/zooming.mjs";
import { chance } from "./debate.mjs";

const SIZE = { width: 800, height: 600 };
const inside = (rectangle, view) => {
  const window_ = seen(view, SIZE);
  return rectangle.x >= window_.x - 1e-6 && rectangle.y >= window_.y - 1e-6 && rectangle.x + rectangle.width <= window_.x + window_.width + 1e-6 && rectangle.y + rectangle.height <= window_.y + window_.height + 1e-6;
};

test("a map that fits is whole in the window, in its middle, and no larger than it is", () => {
  const bounds = { x: -50, y: 20, width: 3000, height: 900 };
  const view = fitting(bounds, SIZE);
  assert.ok(inside(bounds, view));
  const middle = centreOf(view, SIZE);
  assert.deepEqual([Math.round(middle.x), Math.round(middle.y)], [1450, 470]);
  assert.equal(fitting({ x: 0, y: 0, width: 10, height: 10 }, SIZE).scale, 1);
});

test("a map that is too large to be read whole opens with its first card at the top, large enough to read", () => {
  const bounds = { x: 0, y: 0, width: 3000, height: 2000 };
  for (const x of [0, 1400, 2800]) {
    const first = { x, y: 0, width: 200, height: 90 };
    const view = opening(bounds, first, SIZE);
    assert.equal(view.scale, READABLE);
    assert.ok(inside(first, view));
    assert.equal(Math.round(first.y * view.scale + view.y), 24);
  }
  assert.deepEqual(opening({ x: 0, y: 0, width: 700, height: 500 }, { x: 0, y: 0, width: 9, height: 9 }, SIZE), fitting({ x: 0, y: 0, width: 700, height: 500 }, SIZE));
});

test("zooming leaves the point under the pointer where it is", () => {
  const view = { x: 13, y: -7, scale: 0.5 };
  const at = { x: 300, y: 200 };
  const next = zoomed(view, at, 1.7, 0.1);
  for (const axis of ["x", "y"]) assert.ok(Math.abs((at[axis] - view[axis]) / view.scale - (at[axis] - next[axis]) / next.scale) < 1e-9);
});

test("zoom ends at its limits", () => {
  assert.equal(zoomed({ x: 0, y: 0, scale: 2.9 }, { x: 0, y: 0 }, 10, 0.1).scale, 3);
  assert.equal(zoomed({ x: 0, y: 0, scale: 0.2 }, { x: 0, y: 0 }, 0.001, 0.1).scale, 0.1);
});

test("a card that is revealed can be read", () => {
  const random = chance(3);
  for (let round = 0; round < 200; round += 1) {
    const card = { x: random() * 5000 - 2500, y: random() * 5000, width: 100 + random() * 200, height: 50 + random() * 200 };
    const view = revealing({ x: random() * 900, y: random() * 900, scale: 0.2 + random() }, SIZE, card);
    assert.ok(inside(card, view));
    assert.ok(view.scale >= READABLE);
  }
});

test("a card that is revealed does not stand behind what is in the corner", () => {
  const random = chance(5);
  const corner = { width: 260, height: 150 };
  for (let round = 0; round < 200; round += 1) {
    const card = { x: random() * 3000 - 1000, y: random() * 3000 - 1000, width: 100 + random() * 100, height: 50 + random() * 100 };
    const view = revealing({ x: 0, y: 0, scale: 0.8 + random() / 2 }, SIZE, card, corner);
    assert.ok(inside(card, view));
    const [right, bottom] = [(card.x + card.width) * view.scale + view.x, (card.y + card.height) * view.scale + view.y];
    assert.ok(right <= SIZE.width - corner.width + 1e-6 || bottom <= SIZE.height - corner.height + 1e-6);
  }
});

test("a card that was out of sight is revealed in the middle", () => {
  const card = { x: 9000, y: 50, width: 200, height: 100 };
  assert.deepEqual(revealing({ x: 0, y: 0, scale: 1 }, SIZE, card), centred({ x: 9100, y: 100 }, 1, SIZE));
});

test("what can be read already is not moved", () => {
  const view = centred({ x: 100, y: 100 }, 1, SIZE);
  assert.deepEqual(revealing(view, SIZE, { x: 50, y: 50, width: 100, height: 100 }), view);
});

test("some of the map stays in the window however far it is dragged", () => {
  const bounds = { x: 0, y: 0, width: 1000, height: 1000 };
  const view = held({ x: 1e6, y: -1e6, scale: 1 }, SIZE, bounds);
  assert.ok(view.x < SIZE.width && view.y + 1000 > 0);
});

test("around nothing is a small rectangle, around some the smallest that holds them", () => {
  assert.deepEqual(around([]), { x: 0, y: 0, width: 1, height: 1 });
  assert.deepEqual(around([{ x: 0, y: 5, width: 2, height: 2 }, { x: -3, y: 6, width: 1, height: 9 }]), { x: -3, y: 5, width: 5, height: 10 });
});

test("the grid finds what looking at every rectangle would find", () => {
  const random = chance(11);
  const rectangles = new Map(Array.from({ length: 300 }, (_, key) => [key, { x: random() * 9000 - 3000, y: random() * 9000, width: random() * 900, height: random() * 300 }]));
  const find = gridOf(rectangles);
  for (let round = 0; round < 60; round += 1) {
    const wanted = { x: random() * 9000 - 3000, y: random() * 9000, width: random() ** 3 * 12000, height: random() ** 3 * 12000 };
    const meets = (other) => wanted.x < other.x + other.width && other.x < wanted.x + wanted.width && wanted.y < other.y + other.height && other.y < wanted.y + wanted.height;
    const expected = [...rectangles].filter(([, rectangle]) => meets(rectangle)).map(([key]) => key);
    assert.deepEqual([...find(wanted)].sort((one, other) => one - other), expected);
  }
  assert.ok(find({ x: -1e5, y: -1e5, width: 1e6, height: 1e6 }, 10).size <= 11);
});
