// Search over everything that is said of a claim.

import { fold, terms } from "./folding.mjs";
import { questionNode } from "./indexing.mjs";

/** Return for each node all its words, folded: texts in every language, quotes, who holds it, tags, notes, what is cited. */
export function wordsOfNodes(index) {
  const names = new Map();
  const nameOf = (id) => {
    if (!names.has(id)) names.set(id, joined(index.actors.get(id)?.name));
    return names.get(id);
  };
  const found = new Map();
  for (const question of index.questions.values()) {
    found.set(questionNode(question.id), fold([joined(question.text), joined(question.note), ...(question.tags ?? []), question.id].join("\n")));
  }
  for (const claim of index.claims.values()) {
    const parts = [joined(claim.text), joined(claim.note), ...(claim.tags ?? []), claim.id];
    for (const cite of claim.cites ?? []) parts.push(joined(cite.title), cite.url ?? "");
    for (const statement of index.statementsOn.get(claim.id) ?? []) addStatement(parts, statement, nameOf);
    for (const argument of index.argumentsOn.get(claim.id) ?? []) {
      parts.push(argument.scheme ?? "", joined(argument.note), ...(argument.tags ?? []));
      for (const statement of index.statementsOn.get(argument.id) ?? []) addStatement(parts, statement, nameOf);
    }
    found.set(claim.id, fold(parts.join("\n")));
  }
  return found;
}

/** Return the nodes in whose words every term of a query occurs; null where the query asks for nothing. */
export function search(wordsOf, query) {
  const wanted = terms(query);
  if (wanted.length === 0) return null;
  const found = new Set();
  for (const [node, words] of wordsOf) if (wanted.every((term) => words.includes(term))) found.add(node);
  return found;
}

function addStatement(parts, statement, nameOf) {
  for (const actor of [...statement.actors, ...(statement.via ?? [])]) parts.push(nameOf(actor));
  for (const quote of statement.quotes ?? []) parts.push(quote.exact);
  parts.push(joined(statement.gloss), joined(statement.note), ...(statement.tags ?? []));
  if (statement.given && !("claim" in statement.given)) parts.push(joined(statement.given));
}

function joined(text) {
  return text === undefined ? "" : Object.values(text).join("\n");
}
