import assert from "node:assert/strict";
import test from "node:test";

import { paragraphs, stretches, unitsOf } from "../../templates/page/highlighting.mjs";
import { chance } from "./debate.mjs";

const ids = (found) => found.map(({ start, end, passages }) => [start, end, passages.map(({ id }) => id).join("")]);

test("a nested passage is cut out of the longer one, the shortest last", () => {
  assert.deepEqual(ids(stretches(0, 10, [{ id: "b", start: 3, end: 5 }, { id: "a", start: 1, end: 8 }])), [[0, 1, ""], [1, 3, "a"], [3, 5, "ab"], [5, 8, "a"], [8, 10, ""]]);
});

test("crossing passages share their middle", () => {
  assert.deepEqual(ids(stretches(0, 9, [{ id: "a", start: 1, end: 5 }, { id: "b", start: 3, end: 8 }])), [[0, 1, ""], [1, 3, "a"], [3, 5, "ba"], [5, 8, "b"], [8, 9, ""]]);
});

test("a passage that runs on beyond a paragraph is cut at its borders", () => {
  assert.deepEqual(ids(stretches(4, 6, [{ id: "a", start: 0, end: 9 }])), [[4, 6, "a"]]);
});

test("whatever the passages, the stretches are the text, and each knows exactly the passages that cover it", () => {
  const random = chance(7);
  for (let round = 0; round < 300; round += 1) {
    const length = 1 + Math.floor(random() * 30);
    const passages = Array.from({ length: Math.floor(random() * 6) }, (_, id) => {
      const [one, other] = [Math.floor(random() * (length + 1)), Math.floor(random() * (length + 1))];
      return { id, start: Math.min(one, other), end: Math.max(one, other) };
    });
    const found = stretches(0, length, passages);
    assert.equal(found[0].start, 0);
    assert.equal(found.at(-1).end, length);
    found.forEach((stretch, place) => {
      if (place > 0) assert.equal(stretch.start, found[place - 1].end);
      assert.ok(stretch.start < stretch.end);
      for (let at = stretch.start; at < stretch.end; at += 1) {
        const covering = passages.filter((passage) => passage.start <= at && at < passage.end).map(({ id }) => id);
        assert.deepEqual(stretch.passages.map(({ id }) => id).sort(), covering.sort());
      }
    });
  }
});

test("paragraphs are what empty lines part", () => {
  const text = "\n One\ntwo \n \n\n Three\n";
  assert.deepEqual(paragraphs(text).map(({ start, end }) => text.slice(start, end)), [" One\ntwo ", " Three"]);
});

test("offsets in code points become offsets in UTF-16 units", () => {
  const units = unitsOf("a😀b");
  assert.deepEqual([0, 1, 2, 3, 9].map(units), [0, 1, 3, 4, 4]);
  assert.equal(unitsOf("abc")(2), 2);
});
