import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import test from "node:test";

import { languageOf, languagesIn } from "../../templates/page/choosing.mjs";
import { safeAddress } from "../../templates/page/linking.mjs";
import { createStore } from "../../templates/page/storing.mjs";
import { wordsOf } from "../../templates/page/wording.mjs";
import { GRAPH } from "./debate.mjs";

const TEMPLATES = new URL("../../templates/", import.meta.url);
const catalogue = (language) => JSON.parse(readFileSync(new URL(`words.${language}.json`, TEMPLATES), "utf-8"));

test("things are counted in the plural of the language", () => {
  const [en, ru] = [wordsOf("en", catalogue("en")), wordsOf("ru", catalogue("ru"))];
  assert.deepEqual([1, 2].map((number) => en.count("map.claims", number)), ["1 claim", "2 claims"]);
  assert.deepEqual([1, 3, 11, 21].map((number) => ru.count("map.claims", number)), ["1\u00a0тезис", "3\u00a0тезиса", "11\u00a0тезисов", "21\u00a0тезис"]);
});

test("numbers are written as elsewhere in the language", () => {
  const [en, ru] = [wordsOf("en", catalogue("en")), wordsOf("ru", catalogue("ru"))];
  assert.deepEqual([en.number(1234.5), en.count("map.claims", 12345)], ["1,234.5", "12,345 claims"]);
  assert.deepEqual([ru.number(1234.5), ru.count("map.claims", 12345)], ["1\u00a0234,5", "12\u00a0345\u00a0тезисов"]);
});

test("dates are written as precisely as they are known", () => {
  const ru = wordsOf("ru", catalogue("ru"));
  assert.deepEqual(["2025-12-10", "2025-12", "2025", "soon", "2025-13"].map(ru.date), ["10\u00a0декабря 2025\u00a0г.", "декабрь 2025\u00a0г.", "2025", "soon", "2025-13"]);
});

test("a text that no catalogue has is a fault, not a blank", () => {
  assert.throws(() => wordsOf("en", catalogue("en")).say("page.nowhere"), /page\.nowhere/);
});

test("every text that the page names is in the catalogue", () => {
  const entries = catalogue("en");
  const files = readdirSync(new URL("page/", TEMPLATES)).filter((name) => /\.(mjs|html)$/.test(name));
  const named = files.flatMap((name) => [...readFileSync(new URL(`page/${name}`, TEMPLATES), "utf-8").matchAll(/"((?:page|map|legend|stance|relation|claim|evidence)\.[a-z_.]+)"/g)].map((match) => match[1]));
  assert.ok(named.length > 100);
  assert.deepEqual(named.filter((key) => !(key in entries)), []);
});

test("a text that the page puts together is in the catalogue for every value", () => {
  const entries = catalogue("en");
  const sets = {
    "page.facet": ["actor", "stance", "question", "kind", "relation", "tag", "source"],
    "page.relation": ["answer", "support", "attack", "undercut", "contrary"],
    "page.outline": ["answer", "support", "attack", "undercut"],
    "page.bears": ["support", "attack", "undercut"],
    "page.inference": ["for", "against", "mixed", "neutral"],
    "page.speech": ["direct", "paraphrase", "inferred"],
    "page.hedge": ["certain", "likely", "possible", "unlikely"],
    "page.confidence": ["medium", "low"],
    "page.act": ["concede", "retract"],
    "page.along": ["full", "excerpts", "none", "absent"],
    "page.away": ["fade", "leave"],
    "page.language_of": ["words", "texts"].map((key) => key),
  };
  const missing = Object.entries(sets).flatMap(([prefix, values]) => values.map((value) => `${prefix}${prefix.endsWith("_of") ? "_" : "."}${value}`)).filter((key) => !(key in entries));
  assert.deepEqual(missing, []);
});

test("a reader gets the wanted language, one of its kind, English, or what there is", () => {
  assert.equal(languageOf({ ru: "Мир", en: "Peace" }, "ru"), "ru");
  assert.equal(languageOf({ "en-GB": "Peace", ru: "Мир" }, "en"), "en-GB");
  assert.equal(languageOf({ ru: "Мир", en: "Peace" }, "ja"), "en");
  assert.equal(languageOf({ ru: "Мир" }, "en"), "ru");
  assert.deepEqual(languagesIn(GRAPH), ["en"]);
});

test("only web and mail addresses become links", () => {
  const addresses = ["https://example.org", "HTTP://example.org", "mailto:a@example.org", "javascript:alert(1)", " https://example.org", "data:text/html,x", "//example.org"];
  assert.deepEqual(addresses.map((address) => safeAddress(address) !== null), [true, true, true, false, false, false, false]);
});

test("who watches the state is told what has changed, once, and not when nothing has", () => {
  const store = createStore({ one: 1, two: 2 });
  const told = [];
  store.watch((state, changed, before) => told.push([state.one, [...changed], before.one]));
  store.set({ one: 1 });
  store.set({ one: 3, two: 2 });
  assert.deepEqual(told, [[3, ["one"], 1]]);
});
