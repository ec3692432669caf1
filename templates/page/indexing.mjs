// The graph, made ready to be asked. A node is a claim, by its id, or a question, by its id after a "?": both may be called alike.

/** Return the node of a question. */
export function questionNode(id) {
  return `?${id}`;
}

/** Return maps by id, and what stands on and under what. */
export function indexGraph(graph) {
  const byId = (entries) => new Map(entries.map((entry) => [entry.id, entry]));
  const claims = byId(graph.claims);
  const titled = grouped(graph.sources, (source) => [JSON.stringify(source.title)]);
  const index = {
    graph,
    sources: byId(graph.sources),
    actors: byId(graph.actors),
    questions: byId(graph.questions),
    claims,
    arguments: byId(graph.arguments),
    statements: byId(graph.statements),
    nodes: [...graph.questions.map((question) => questionNode(question.id)), ...graph.claims.map((claim) => claim.id)],
    statementsOn: grouped(graph.statements, (statement) => [statement.target]),
    argumentsOn: grouped(graph.arguments, (argument) => [argument.target]),
    argumentsFrom: grouped(graph.arguments, (argument) => argument.premises),
    answersTo: grouped(graph.claims, (claim) => claim.answers ?? []),
    contrariesOf: grouped(graph.contraries.flatMap(([one, other]) => [[one, other], [other, one]]), ([one]) => [one]),
    statementsIn: grouped(graph.statements, (statement) => [statement.source]),
    /** The sources that bear a title. */
    entitled: (title) => titled.get(JSON.stringify(title)) ?? [],
  };
  return { ...index, ...shortNames(index) };
}

/** Return the claim or question behind a node. */
export function entryOf(index, node) {
  return node.startsWith("?") ? index.questions.get(node.slice(1)) : index.claims.get(node);
}

function grouped(entries, keysOf) {
  const groups = new Map();
  for (const entry of entries) {
    for (const key of keysOf(entry)) {
      if (groups.has(key)) groups.get(key).push(entry);
      else groups.set(key, [entry]);
    }
  }
  return groups;
}

/** Ids as the address shows them: without their file where that is unique among ids of their kind. */
function shortNames(index) {
  const short = new Map();
  const full = { claim: new Map(), question: new Map(), actor: new Map(), source: new Map() };
  for (const [kind, entries] of [["claim", index.claims], ["question", index.questions], ["actor", index.actors], ["source", index.sources]]) {
    const local = (id) => (id.includes("/") ? id.slice(id.indexOf("/") + 1) : id);
    const seen = new Map();
    for (const id of entries.keys()) seen.set(local(id), (seen.get(local(id)) ?? 0) + 1);
    for (const id of entries.keys()) {
      const name = seen.get(local(id)) === 1 ? local(id) : id;
      short.set(`${kind} ${id}`, name);
      full[kind].set(name, id);
      full[kind].set(id, id);
    }
  }
  return {
    shortOf: (kind, id) => short.get(`${kind} ${id}`) ?? id,
    idOf: (kind, name) => full[kind].get(name) ?? null,
  };
}
