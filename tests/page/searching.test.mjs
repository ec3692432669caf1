import assert from "node:assert/strict";
import test from "node:test";

import { fold, terms } from "../../templates/page/folding.mjs";
import { search, wordsOfNodes } from "../../templates/page/searching.mjs";
import { INDEX } from "./debate.mjs";

const WORDS = wordsOfNodes(INDEX);

test("search forgives case, ё, accents, kinds of quotes, dashes and spaces", () => {
  assert.equal(fold("Ёлка — «Ещё»\u00a0Rôle"), 'елка - "еще" role');
});

test("й stays a letter of its own", () => {
  assert.notEqual(fold("мой"), fold("мои"));
});

test("a stress mark inside a word does not hide it", () => {
  assert.equal(fold("за\u0301мок"), "замок");
});

test("quotation marks hold a phrase together", () => {
  assert.deepEqual(terms('  noise «fell by»  noise '), ["noise", "fell by"]);
});

test("a claim is found by its text, its quotes, who holds it, who passes it on, its tags and glosses, in every language", () => {
  assert.deepEqual([...search(WORDS, "keep it")], ["f/open"]);
  assert.deepEqual([...search(WORDS, "закрыть")], ["f/close"]);
  assert.deepEqual([...search(WORDS, "елкина")], ["f/close", "f/open"]);
  assert.deepEqual([...search(WORDS, "TRADE")], ["f/close", "f/open"]);
  assert.deepEqual([...search(WORDS, "leave")], ["f/open"]);
});

test("every word must be there", () => {
  assert.deepEqual([...search(WORDS, "noise fifth")], ["f/count"]);
  assert.deepEqual([...search(WORDS, "noise nowhere")], []);
});

test("an empty query asks for nothing", () => {
  assert.equal(search(WORDS, "  "), null);
});
