// The page's own words, from one catalogue a language.

/** Return the words of one language: `say` a text, `count` things in the right plural, write a `number` or a `date`. */
export function wordsOf(language, entries) {
  const plurals = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(language);
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
  const say = (key, values = {}) => {
    const entry = entries[key];
    if (typeof entry !== "string") throw new Error(`the catalogue has no text "${key}"`);
    return fill(entry, values);
  };
  const count = (key, number, values = {}) => {
    const forms = entries[key];
    return fill(forms[plurals.select(number)] ?? forms.other, { count: numbers.format(number), ...values });
  };
  return { language, say, count, has: (key) => key in entries, number: (value) => numbers.format(value), date: (iso) => dateInWords(iso, entries, say) };
}

/** Return a date in words, as precisely as it is known: 2025, 2025-12 or 2025-12-10; what is no date stays as it is. */
function dateInWords(iso, entries, say) {
  const match = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(iso);
  if (!match) return iso;
  const [, year, month, day] = match;
  const name = entries[day ? "date.months_after_day" : "date.months"][Number(month) - 1];
  if (!name) return iso;
  return day ? say("date.day", { day: Number(day), month: name, year }) : say("date.month", { month: name, year });
}
