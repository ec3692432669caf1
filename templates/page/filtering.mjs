// Filters: what claims are known by, and which of them match. Within a facet any value will do; several facets narrow each other.

import { below } from "./neighbours.mjs";

/** The facets, in the order in which they are offered. */
export const FACETS = ["actor", "stance", "question", "kind", "relation", "tag", "source"];

/** Return for each claim the values it has in every facet, and its pairs of actor and stance. */
export function featuresOf(index) {
  const features = new Map();
  for (const claim of index.claims.values()) {
    const statements = index.statementsOn.get(claim.id) ?? [];
    const holders = claim.holders ?? [];
    features.set(claim.id, {
      holders: holders.map((holder) => [holder.actor, holder.stance]),
      actor: new Set(holders.map((holder) => holder.actor)),
      stance: new Set(holders.map((holder) => holder.stance)),
      question: new Set(),
      kind: kindsOf(claim),
      relation: relationsOf(index, claim),
      tag: new Set([...(claim.tags ?? []), ...statements.flatMap((statement) => statement.tags ?? [])]),
      source: new Set(statements.map((statement) => statement.source)),
    });
  }
  for (const question of index.questions.keys()) {
    const answers = (index.answersTo.get(question) ?? []).map((claim) => claim.id);
    for (const claim of below(index, answers)) features.get(claim)?.question.add(question);
  }
  return features;
}

/** Return what a claim is: evidence or claim of some kind, and whether nobody utters it; keys of the catalogue. */
export function kindsOf(claim) {
  const kinds = new Set();
  if (claim.implicit) kinds.add("claim.implicit");
  if (claim.type === "evidence") kinds.add(`evidence.${claim.kind ?? "other"}`);
  else if (claim.kind || !claim.implicit) kinds.add(claim.kind ? `claim.${claim.kind}` : "page.kind.claim");
  return kinds;
}

function relationsOf(index, claim) {
  const relations = new Set((index.argumentsFrom.get(claim.id) ?? []).map((argument) => argument.relation));
  if ((claim.answers ?? []).length > 0) relations.add("answer");
  if (index.contrariesOf.has(claim.id)) relations.add("contrary");
  return relations;
}

/** Return the values of each facet with how many claims have them, in canonical order: {actor: [[value, count], …], …}. */
export function facetValues(index, features) {
  const orders = {
    actor: [...index.actors.keys()],
    stance: ["for", "against", "mixed", "neutral"],
    question: [...index.questions.keys()],
    kind: ["fact", "value", "policy", "forecast", "implicit"].map((kind) => `claim.${kind}`).concat(
      "page.kind.claim",
      ["event", "statistic", "document", "testimony", "example", "research", "other"].map((kind) => `evidence.${kind}`),
    ),
    relation: ["answer", "support", "attack", "undercut", "contrary"],
    tag: [],
    source: [...index.sources.keys()],
  };
  const counts = Object.fromEntries(FACETS.map((facet) => [facet, new Map()]));
  for (const feature of features.values()) {
    for (const facet of FACETS) {
      for (const value of feature[facet]) counts[facet].set(value, (counts[facet].get(value) ?? 0) + 1);
    }
  }
  orders.tag = [...counts.tag.keys()].sort();
  const byCount = (facet, values) => (facet === "actor" ? values.sort((one, other) => other[1] - one[1]) : values);
  return Object.fromEntries(
    FACETS.map((facet) => [facet, byCount(facet, orders[facet].filter((value) => counts[facet].has(value)).map((value) => [value, counts[facet].get(value)]))]),
  );
}

/** Tell whether anything is asked for. */
export function isFiltering(filters) {
  return FACETS.some((facet) => (filters[facet] ?? []).length > 0);
}

/** Return the claims that match all filters. An actor and a stance together ask for that actor's stance. */
export function matching(features, filters) {
  const wanted = FACETS.filter((facet) => (filters[facet] ?? []).length > 0).map((facet) => [facet, new Set(filters[facet])]);
  const asked = Object.fromEntries(wanted);
  const found = new Set();
  for (const [claim, feature] of features) {
    const every = wanted.every(([facet, values]) => [...feature[facet]].some((value) => values.has(value)));
    const joint = !(asked.actor && asked.stance) || feature.holders.some(([actor, stance]) => asked.actor.has(actor) && asked.stance.has(stance));
    if (every && joint) found.add(claim);
  }
  return found;
}
