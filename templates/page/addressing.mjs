// The state of the page as the part of its address after the "#", so that a view can be sent.

import { FACETS } from "./filtering.mjs";

/** The state of a page that nobody has touched. */
export const UNTOUCHED = Object.freeze({
  claim: null,
  open: false,
  query: "",
  filters: Object.freeze({}),
  away: "fade",
  collapsed: Object.freeze([]),
  focus: null,
  depth: null,
  colour: false,
  pane: "text",
  source: null,
  words: null,
  texts: null,
  at: null,
});

/** Return the address of a state: `claim=…&actor=…`; ids in their short form, what is as it was at first left out. */
export function toAddress(index, state) {
  const parts = [];
  const add = (key, value) => parts.push(`${key}=${encoded(value)}`);
  if (state.claim !== null) add("claim", nodeName(index, state.claim));
  if (state.open) add("open", "1");
  if (state.query !== "") add("q", state.query);
  for (const facet of FACETS) {
    for (const value of state.filters[facet] ?? []) add(facet, facetName(index, facet, value));
  }
  if (state.away !== UNTOUCHED.away) add("away", state.away);
  for (const node of state.collapsed) add("folded", nodeName(index, node));
  if (state.focus !== null) add("focus", nodeName(index, state.focus));
  if (state.depth !== null) add("depth", String(state.depth));
  if (state.colour) add("colour", "actor");
  if (state.pane !== UNTOUCHED.pane) add("pane", state.pane);
  if (state.source !== null) add("read", state.source);
  if (state.words !== null) add("words", state.words);
  if (state.texts !== null) add("texts", state.texts);
  if (state.at !== null) add("at", state.at === "whole" ? state.at : state.at.map((number) => String(number)).join(","));
  return parts.join("&");
}

/** Return the state that an address stands for; what it does not know or what is not in the graph is left out. */
export function fromAddress(index, address) {
  const values = valuesOf(address);
  const one = (key) => values.get(key)?.[0] ?? null;
  const node = (key) => (one(key) === null ? null : nodeOf(index, one(key)));
  const filters = {};
  for (const facet of FACETS) {
    const found = (values.get(facet) ?? []).map((name) => facetValue(index, facet, name)).filter((value) => value !== null);
    if (found.length > 0) filters[facet] = [...new Set(found)];
  }
  const depth = /^[1-9]\d{0,3}$/.test(one("depth") ?? "") ? Number(one("depth")) : null;
  const at = (one("at") ?? "").split(",").map(Number);
  const claim = node("claim");
  return {
    ...UNTOUCHED,
    claim,
    open: claim !== null && one("open") === "1",
    query: one("q") ?? "",
    filters,
    away: one("away") === "leave" ? "leave" : "fade",
    collapsed: [...new Set((values.get("folded") ?? []).map((name) => nodeOf(index, name)).filter((found) => found !== null))],
    focus: node("focus"),
    depth,
    colour: one("colour") === "actor",
    pane: one("pane") === "outline" ? "outline" : "text",
    source: index.sources.has(one("read")) ? one("read") : null,
    words: one("words"),
    texts: one("texts"),
    at: one("at") === "whole" ? "whole" : at.length === 3 && at.every(Number.isFinite) && at[2] > 0 ? at : null,
  };
}

/** Return the name of the claim or question that an address asks for and the graph does not know; else null. */
export function unknownClaim(index, address) {
  const name = valuesOf(address).get("claim")?.[0] ?? null;
  return name === null || nodeOf(index, name) !== null ? null : name;
}

/** Return what stands in an address, by its keys. */
function valuesOf(address) {
  const values = new Map();
  for (const part of address.replace(/^#/, "").split("&")) {
    const place = part.indexOf("=");
    if (place < 1) continue;
    const key = part.slice(0, place);
    values.set(key, [...(values.get(key) ?? []), decoded(part.slice(place + 1))]);
  }
  return values;
}

function nodeName(index, node) {
  return node.startsWith("?") ? `?${index.shortOf("question", node.slice(1))}` : index.shortOf("claim", node);
}

function nodeOf(index, name) {
  if (!name.startsWith("?")) return index.idOf("claim", name);
  const question = index.idOf("question", name.slice(1));
  return question === null ? null : `?${question}`;
}

function facetName(index, facet, value) {
  return facet === "actor" || facet === "question" || facet === "source" ? index.shortOf(facet, value) : value;
}

function facetValue(index, facet, name) {
  return facet === "actor" || facet === "question" || facet === "source" ? index.idOf(facet, name) : name;
}

/** Percent-encode what an address cannot hold; letters of every script stay readable. */
function encoded(value) {
  return value.replace(/[\s%&=#"'<>\\^`{|}\u0000-\u001f\u007f]/g, (character) => encodeURIComponent(character).replace(/'/g, "%27"));
}

function decoded(value) {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
