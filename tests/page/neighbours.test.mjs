import assert from "node:assert/strict";
import test from "node:test";

import { above, below, claimAtEnd, foldedAway, roots, siblings, under } from "../../templates/page/neighbours.mjs";
import { keysOf, walk } from "../../templates/page/walking.mjs";
import { GRAPH, INDEX } from "./debate.mjs";

const TOPS = roots(INDEX);
const everything = () => true;

test("a question stands over its answers, a claim over its reasons and what undercuts them", () => {
  assert.deepEqual([...under(INDEX, "?f/close")], ["f/close", "f/open"]);
  assert.deepEqual([...under(INDEX, "f/close")], ["f/count", "f/noise", "f/open", "f/holiday"]);
});

test("a claim stands under the question it answers, before the claims it bears on", () => {
  assert.deepEqual([...above(INDEX, "f/open")], ["?f/close", "f/close"]);
});

test("what undercuts an inference bears in the end on the claim of that inference", () => {
  assert.equal(claimAtEnd(INDEX, INDEX.arguments.get("f/holiday>quiet")), "f/close");
  assert.deepEqual([...above(INDEX, "f/holiday")], ["f/close"]);
});

test("a question and a claim may bear the same id", () => {
  assert.ok(INDEX.questions.has("f/close") && INDEX.claims.has("f/close"));
  assert.deepEqual(TOPS.slice(0, 1), ["?f/close"]);
});

test("a circle that hangs on nothing is entered at its first claim", () => {
  assert.deepEqual(TOPS, ["?f/close", "f/wheel"]);
});

test("everything stands below the tops, each node once", () => {
  assert.deepEqual([...below(INDEX, TOPS)].sort(), [...INDEX.nodes].sort());
});

test("a depth counts steps", () => {
  assert.deepEqual([...below(INDEX, ["?f/close"], 1)], ["?f/close", "f/close", "f/open"]);
});

test("folding a claim up hides what stands under it alone", () => {
  const { hidden, counts } = foldedAway(INDEX, new Set(["f/close"]), TOPS);
  assert.deepEqual([...hidden].sort(), ["f/count", "f/holiday", "f/noise"]);
  assert.deepEqual([...counts], [["f/close", 3]]);
  assert.ok(!hidden.has("f/open"), "it answers the question as well");
});

test("nothing folded up hides nothing", () => {
  assert.equal(foldedAway(INDEX, new Set(), TOPS).hidden.size, 0);
});

test("siblings are the nodes under the same node, the tops where there is none", () => {
  assert.deepEqual(siblings(INDEX, "f/noise", "f/close", TOPS), ["f/count", "f/noise", "f/open", "f/holiday"]);
  assert.deepEqual(siblings(INDEX, "f/wheel", null, TOPS), TOPS);
});

test("arrows lead down to the first reason, sideways to the next, and up to where one came from", () => {
  const down = walk(INDEX, { node: "?f/close", parent: null }, "down", TOPS, everything);
  assert.deepEqual(down, { node: "f/close", parent: "?f/close" });
  const right = walk(INDEX, down, "next", TOPS, everything);
  assert.deepEqual(right, { node: "f/open", parent: "?f/close" });
  assert.equal(walk(INDEX, right, "up", TOPS, everything).node, "?f/close");
  assert.equal(walk(INDEX, { node: "f/open", parent: "f/close" }, "up", TOPS, everything).node, "f/close");
  assert.equal(walk(INDEX, right, "next", TOPS, everything), null);
});

test("arrows pass over what is not shown", () => {
  const isShown = (node) => node !== "f/count";
  assert.equal(walk(INDEX, { node: "f/close", parent: "?f/close" }, "down", TOPS, isShown).node, "f/noise");
});

test("every argument's premises are found under its claim", () => {
  for (const argument of GRAPH.arguments) {
    const claim = claimAtEnd(INDEX, argument);
    for (const premise of argument.premises) assert.ok(under(INDEX, claim).has(premise), argument.id);
  }
});

test("on a map whose edges run to the right, arrows turn with them", () => {
  const box = (x, y) => ({ x, y, width: 10, height: 10 });
  const row = new Map(INDEX.nodes.map((node) => [node, box(0, 0)]));
  row.set("f/close", box(-20, 0)).set("f/open", box(-40, 5)).set("f/count", box(-60, 0)).set("f/noise", box(-60, 20));
  assert.equal(keysOf(INDEX, row).isTurned, true);
  assert.equal(keysOf(INDEX, row).steps.ArrowRight, "up");
  const column = new Map([...row].map(([node, { x, y }]) => [node, box(y, -x)]));
  assert.equal(keysOf(INDEX, column).isTurned, false);
  assert.equal(keysOf(INDEX, column).steps.ArrowUp, "up");
});
