// What bears on what: the reasons under a node, what it bears on, its siblings, and what disappears when it is folded up.

import { questionNode } from "./indexing.mjs";

/** Return the nodes directly under one: a question's answers; a claim's reasons, with what undercuts those reasons. */
export function under(index, node) {
  const found = new Set();
  if (node.startsWith("?")) {
    for (const claim of index.answersTo.get(node.slice(1)) ?? []) found.add(claim.id);
    return found;
  }
  const waiting = [...(index.argumentsOn.get(node) ?? [])];
  const seen = new Set();
  while (waiting.length > 0) {
    const argument = waiting.shift();
    if (seen.has(argument.id)) continue;
    seen.add(argument.id);
    for (const premise of argument.premises) found.add(premise);
    waiting.push(...(index.argumentsOn.get(argument.id) ?? []));
  }
  found.delete(node);
  return found;
}

/** Return the nodes directly above one: what it answers, what its arguments bear on. */
export function above(index, node) {
  const found = new Set();
  for (const question of index.claims.get(node)?.answers ?? []) {
    if (index.questions.has(question)) found.add(questionNode(question));
  }
  for (const argument of index.argumentsFrom.get(node) ?? []) found.add(claimAtEnd(index, argument));
  found.delete(node);
  found.delete(null);
  return found;
}

/** Return the claim that an argument bears on in the end: an undercut's is the claim of the inference that it denies. */
export function claimAtEnd(index, argument) {
  const seen = new Set();
  let target = argument.target;
  while (index.arguments.has(target) && !seen.has(target)) {
    seen.add(target);
    target = index.arguments.get(target).target;
  }
  return index.claims.has(target) ? target : null;
}

/** Return the nodes that stand under nothing, in canonical order; of circles that hang on nothing, the first node. */
export function roots(index) {
  const found = index.nodes.filter((node) => above(index, node).size === 0);
  const reached = below(index, found);
  for (const node of index.nodes) {
    if (reached.has(node)) continue;
    found.push(node);
    for (const other of below(index, [node])) reached.add(other);
  }
  return found;
}

/** Return some nodes and everything under them, at most so many steps; the first steps are found first. */
export function below(index, nodes, depth = Infinity, isOpen = () => true) {
  const reached = new Map([...nodes].map((node) => [node, 0]));
  const waiting = [...reached.keys()];
  for (let place = 0; place < waiting.length; place += 1) {
    const node = waiting[place];
    if (reached.get(node) >= depth || !isOpen(node)) continue;
    for (const other of under(index, node)) {
      if (reached.has(other)) continue;
      reached.set(other, reached.get(node) + 1);
      waiting.push(other);
    }
  }
  return new Set(waiting);
}

/** Return what is not shown when some nodes are folded up, and how many nodes each of them hides. */
export function foldedAway(index, collapsed, tops) {
  const hidden = new Set();
  const counts = new Map();
  if (collapsed.size === 0) return { hidden, counts };
  const shown = below(index, tops, Infinity, (node) => !collapsed.has(node));
  for (const node of index.nodes) if (!shown.has(node)) hidden.add(node);
  for (const node of collapsed) {
    const count = [...below(index, [node])].filter((other) => hidden.has(other)).length;
    if (count > 0) counts.set(node, count);
  }
  return { hidden, counts };
}

/** Return the nodes beside one under the same node above, itself among them; without one above, the tops. */
export function siblings(index, node, parent, tops) {
  const row = parent !== null && under(index, parent).has(node) ? [...under(index, parent)] : tops;
  return row.includes(node) ? row : [node];
}
