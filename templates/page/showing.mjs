// What of the map is shown, and how: the outcome of folding, focus, filters and search together.

import { isFiltering, matching } from "./filtering.mjs";
import { questionNode } from "./indexing.mjs";
import { below, foldedAway } from "./neighbours.mjs";
import { search } from "./searching.mjs";

/**
 * Return what a state shows: the nodes that are `hidden`, those that are `faded`, how many nodes each folded one hides (`folded`),
 * the `matches` among the claims in focus, in canonical order (null where nothing is asked for), and the claims to count: the
 * matches, else what is in focus (null for all).
 */
export function showing(index, state, { features, words, tops }) {
  const { hidden, counts } = foldedAway(index, new Set(state.collapsed), tops);
  const gone = new Set(hidden);
  const kept = state.focus === null ? null : below(index, [state.focus], state.depth ?? Infinity);
  if (kept !== null) for (const node of index.nodes) if (!kept.has(node)) gone.add(node);
  const asked = matchingNodes(index, state, features, words);
  const faded = new Set();
  if (asked !== null) {
    const leaving = state.away === "leave" ? gone : faded;
    for (const node of index.nodes) if (!asked.has(node)) leaving.add(node);
  }
  const claims = [...index.claims.keys()].filter((claim) => kept === null || kept.has(claim));
  const matches = asked === null ? null : claims.filter((claim) => asked.has(claim));
  return { hidden: gone, faded, folded: counts, matches, counted: matches ?? (kept === null ? null : claims) };
}

/** Return the nodes that search and filters ask for, with the questions that any of them answers; null where they ask for nothing. */
function matchingNodes(index, state, features, words) {
  const found = state.query === "" ? null : search(words(), state.query);
  const filtered = isFiltering(state.filters) ? matching(features(), state.filters) : null;
  if (found === null && filtered === null) return null;
  const asked = new Set();
  for (const node of found ?? filtered) if (filtered === null || filtered.has(node) || node.startsWith("?")) asked.add(node);
  if (filtered !== null) for (const node of [...asked]) if (node.startsWith("?")) asked.delete(node);
  for (const question of index.questions.keys()) {
    if ((index.answersTo.get(question) ?? []).some((claim) => asked.has(claim.id))) asked.add(questionNode(question));
  }
  return asked;
}

/**
 * Return a function that tells whether a line has an end among some nodes: a line is hidden, or faded, when one of its ends is.
 * The ends of all lines are looked up once.
 */
export function touching(index, ids) {
  const ends = new Map([...ids].map((id) => [id, endsOf(index, id)]));
  return (id, nodes) => nodes.size > 0 && ends.get(id).some((node) => nodes.has(node));
}

/** Return the nodes at the ends of a line: an argument's premises and the claim it bears on, a claim and its question, two contraries. */
export function endsOf(index, id) {
  const nodes = [];
  let argument = index.arguments.get(id);
  if (argument === undefined) {
    const [one, other] = id.includes("<>") ? id.split("<>") : id.split("?");
    return [one, id.includes("<>") ? other : questionNode(other)];
  }
  const seen = new Set();
  while (argument !== undefined && !seen.has(argument.id)) {
    seen.add(argument.id);
    nodes.push(...argument.premises);
    if (index.claims.has(argument.target)) nodes.push(argument.target);
    argument = index.arguments.get(argument.target);
  }
  return nodes;
}
