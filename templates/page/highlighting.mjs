// Where highlights begin and end: overlapping, nested and crossing passages cut a text into stretches.

/**
 * Cut a stretch of text at every border of the passages in it. A passage has `start` and `end`, in the unit of the text's offsets.
 * Return [{start, end, passages}], in order and without gaps; `passages` are those that cover the stretch, longest first.
 */
export function stretches(start, end, passages) {
  const inside = passages.filter((passage) => passage.start < end && passage.end > start && passage.start < passage.end);
  const borders = new Set([start, end]);
  for (const passage of inside) {
    borders.add(Math.max(start, passage.start));
    borders.add(Math.min(end, passage.end));
  }
  const cuts = [...borders].sort((one, other) => one - other);
  const ordered = [...inside].sort((one, other) => other.end - other.start - (one.end - one.start) || one.start - other.start);
  const opening = [...ordered].sort((one, other) => one.start - other.start);
  const found = [];
  let open = [];
  let next = 0;
  for (let place = 0; place + 1 < cuts.length; place += 1) {
    const [from, to] = [cuts[place], cuts[place + 1]];
    open = open.filter((passage) => passage.end > from);
    while (next < opening.length && opening[next].start <= from) {
      if (opening[next].end > from) open.push(opening[next]);
      next += 1;
    }
    const covering = open.length > 1 ? ordered.filter((passage) => open.includes(passage)) : [...open];
    found.push({ start: from, end: to, passages: covering });
  }
  return found;
}

/** Cut a text into paragraphs at its empty lines: [{start, end}], counted in UTF-16 units of the text, without the empty lines. */
export function paragraphs(text) {
  const found = [];
  for (const match of text.matchAll(/[^\n]*\S[^\n]*(?:\n[^\n]*\S[^\n]*)*/g)) {
    found.push({ start: match.index, end: match.index + match[0].length });
  }
  return found;
}

/** Return a function from an offset in code points to one in UTF-16 units of the same text. */
export function unitsOf(text) {
  if (!/[\ud800-\udfff]/.test(text)) return (offset) => offset;
  const units = [0];
  for (const character of text) units.push(units[units.length - 1] + character.length);
  return (offset) => units[Math.min(Math.max(offset, 0), units.length - 1)];
}
