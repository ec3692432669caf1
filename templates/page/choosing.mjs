// Which of a text's languages a reader gets.

/**
 * Return the tag of the version to show: the wanted one, else one of the same language, else English, else the first.
 * A text maps language tags to words.
 */
export function languageOf(text, wanted) {
  if (Object.hasOwn(text, wanted)) return wanted;
  const primary = primaryOf(wanted);
  const tags = Object.keys(text);
  return tags.find((tag) => primaryOf(tag) === primary) ?? (Object.hasOwn(text, "en") ? "en" : tags[0]);
}

/** Return every language that occurs in the texts of a graph, sorted. */
export function languagesIn(graph) {
  const found = new Set();
  for (const claim of graph.claims) for (const tag of Object.keys(claim.text)) found.add(tag);
  for (const question of graph.questions) for (const tag of Object.keys(question.text)) found.add(tag);
  return [...found].sort();
}

function primaryOf(tag) {
  return tag.split("-", 1)[0].toLowerCase();
}
