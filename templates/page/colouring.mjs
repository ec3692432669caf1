// Which actor has which colour.

export const HUES = 8;

/** Return a number from 1 to HUES for those who take a stance on most claims, 0 for all others; the most frequent first. */
export function huesOf(index) {
  const counts = new Map();
  for (const claim of index.claims.values()) {
    for (const holder of claim.holders ?? []) counts.set(holder.actor, (counts.get(holder.actor) ?? 0) + 1);
  }
  const frequent = [...index.actors.keys()].filter((actor) => counts.has(actor)).sort((one, other) => counts.get(other) - counts.get(one));
  return new Map(frequent.map((actor, place) => [actor, place < HUES ? place + 1 : 0]));
}
