import assert from "node:assert/strict";
import test from "node:test";

import { UNTOUCHED, fromAddress, toAddress } from "../../templates/page/addressing.mjs";
import { INDEX } from "./debate.mjs";

const STATE = {
  ...UNTOUCHED,
  claim: "f/open",
  open: true,
  query: "шум & «холод» 50%",
  filters: { actor: ["f/anna", "f/boris"], stance: ["for"], kind: ["evidence.statistic"], tag: ["trade & craft"], source: ["f"], question: ["f/close"] },
  away: "leave",
  collapsed: ["f/close", "?f/close"],
  focus: "?f/close",
  depth: 2,
  colour: true,
  pane: "outline",
  source: "f",
  words: "ru",
  texts: "en",
  at: [120, -45, 0.75],
};

test("an address gives back the state that it was made from", () => {
  assert.deepEqual(fromAddress(INDEX, `#${toAddress(INDEX, STATE)}`), STATE);
});

test("a page that nobody has touched has no address", () => {
  assert.equal(toAddress(INDEX, UNTOUCHED), "");
  assert.deepEqual(fromAddress(INDEX, ""), UNTOUCHED);
});

test("ids are short, and letters stay readable", () => {
  assert.equal(toAddress(INDEX, { ...UNTOUCHED, claim: "f/open", query: "шум" }), "claim=open&q=шум");
});

test("what an address names and the graph does not know is left out", () => {
  assert.deepEqual(fromAddress(INDEX, "#claim=nobody&actor=x&focus=?y&folded=z&depth=-1&at=1,2&open=1&away=fly&=&x&%&stance=for"), { ...UNTOUCHED, filters: { stance: ["for"] } });
});

test("global ids are understood too", () => {
  assert.equal(fromAddress(INDEX, "#claim=f/open").claim, "f/open");
});

test("a map that is shown whole is named so, for that fits every window", () => {
  assert.equal(toAddress(INDEX, { ...UNTOUCHED, at: "whole" }), "at=whole");
  assert.equal(fromAddress(INDEX, "#at=whole").at, "whole");
});
