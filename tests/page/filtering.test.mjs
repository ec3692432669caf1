import assert from "node:assert/strict";
import test from "node:test";

import { FACETS, facetValues, featuresOf, matching } from "../../templates/page/filtering.mjs";
import { roots } from "../../templates/page/neighbours.mjs";
import { wordsOfNodes } from "../../templates/page/searching.mjs";
import { endsOf, showing, touching } from "../../templates/page/showing.mjs";
import { UNTOUCHED } from "../../templates/page/addressing.mjs";
import { huesOf } from "../../templates/page/colouring.mjs";
import { INDEX } from "./debate.mjs";

const FEATURES = featuresOf(INDEX);
const context = { features: () => FEATURES, words: () => wordsOfNodes(INDEX), tops: roots(INDEX) };
const shown = (changes) => showing(INDEX, { ...UNTOUCHED, ...changes }, context);

test("an actor and a stance together ask for that actor's stance", () => {
  assert.deepEqual([...matching(FEATURES, { actor: ["f/boris"] })], ["f/close", "f/open"]);
  assert.deepEqual([...matching(FEATURES, { actor: ["f/boris"], stance: ["for"] })], ["f/open"]);
});

test("values of one facet widen, several facets narrow", () => {
  assert.deepEqual([...matching(FEATURES, { kind: ["evidence.statistic", "claim.implicit"] })], ["f/count", "f/noise"]);
  assert.deepEqual([...matching(FEATURES, { kind: ["evidence.statistic", "claim.implicit"], relation: ["attack"] })], []);
});

test("a question holds everything that bears on its answers", () => {
  assert.deepEqual([...matching(FEATURES, { question: ["f/close"] })], ["f/close", "f/open", "f/count", "f/noise", "f/holiday"]);
});

test("a tag on a statement is a tag on its claim", () => {
  assert.deepEqual([...matching(FEATURES, { tag: ["trade"] })], ["f/close", "f/open"]);
});

test("each facet counts as many claims as its value alone would show", () => {
  const values = facetValues(INDEX, FEATURES);
  for (const facet of FACETS) {
    for (const [value, count] of values[facet]) assert.equal(matching(FEATURES, { [facet]: [value] }).size, count, `${facet} ${value}`);
  }
  assert.deepEqual(values.actor.map(([actor]) => actor), ["f/boris", "f/anna"]);
});

test("what does not match fades, or leaves where the reader wants it so; the question of an answer stays", () => {
  const faded = shown({ filters: { actor: ["f/anna"] } });
  assert.deepEqual(faded.matches, ["f/close"]);
  assert.equal(faded.hidden.size, 0);
  assert.ok(faded.faded.has("f/open") && !faded.faded.has("?f/close"));
  const left = shown({ filters: { actor: ["f/anna"] }, away: "leave" });
  assert.equal(left.faded.size, 0);
  assert.ok(left.hidden.has("f/open"));
});

test("search and filters narrow each other", () => {
  assert.deepEqual(shown({ query: "close", filters: { stance: ["against"] } }).matches, ["f/close"]);
  assert.deepEqual(shown({ query: "noise", filters: { stance: ["against"] } }).matches, []);
});

test("focus shows what bears on a claim, to a depth", () => {
  const { hidden } = shown({ focus: "?f/close", depth: 1 });
  assert.deepEqual(INDEX.nodes.filter((node) => !hidden.has(node)), ["?f/close", "f/close", "f/open"]);
});

test("matches and counts are of what is in focus", () => {
  assert.deepEqual(shown({ focus: "f/close" }).matches, null);
  assert.deepEqual(shown({ focus: "f/close" }).counted, ["f/close", "f/count", "f/noise", "f/open", "f/holiday"].sort((one, other) => INDEX.nodes.indexOf(one) - INDEX.nodes.indexOf(other)));
  assert.deepEqual(shown({ focus: "f/open", query: "open" }).matches, ["f/open"]);
  assert.deepEqual(shown({ focus: "f/count", query: "open" }).counted, []);
  assert.equal(shown({}).counted, null);
});

test("nothing asked for is no match and not no matches", () => {
  assert.equal(shown({}).matches, null);
});

test("a line is shown while all its ends are, an undercut's while the line is that it ends on", () => {
  assert.deepEqual(endsOf(INDEX, "f/holiday>quiet"), ["f/holiday", "f/count", "f/noise", "f/close"]);
  assert.deepEqual(endsOf(INDEX, "f/open?f/close"), ["f/open", "?f/close"]);
  assert.deepEqual(endsOf(INDEX, "f/close<>f/open"), ["f/close", "f/open"]);
  const touches = touching(INDEX, ["f/holiday>quiet"]);
  assert.equal(touches("f/holiday>quiet", new Set(["f/noise"])), true);
  assert.equal(touches("f/holiday>quiet", new Set(["f/open"])), false);
});

test("who takes a stance on most claims has the first colour", () => {
  assert.deepEqual([...huesOf(INDEX)], [["f/boris", 1], ["f/anna", 2]]);
});
