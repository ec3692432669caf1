// Words as the search compares them.

/**
 * Return words with everything folded that a reader would not type: case, accents, ё, kinds of quotes, dashes and spaces.
 * The breve stays, for й is a letter of its own.
 */
export function fold(words) {
  return words
    .normalize("NFKD")
    .replace(/[\u0300-\u0305\u0307-\u036f\u00ad\u200b-\u200d\u2060\ufeff]/g, "")
    .normalize("NFC")
    .toLowerCase()
    .replace(/[«»“”„‟]/g, '"')
    .replace(/[‘’‚‛]/g, "'")
    .replace(/[‐-―−]/g, "-")
    .replace(/\s+/g, " ");
}

/** Return what a query asks for: words, and phrases where quotation marks hold them together; all must be found. */
export function terms(query) {
  const found = [...fold(query).matchAll(/"([^"]+)"|([^\s"]+)/g)].map((match) => (match[1] ?? match[2]).trim());
  return [...new Set(found)].filter((term) => term !== "");
}
