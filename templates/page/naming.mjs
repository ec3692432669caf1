// Names and texts of the graph in the reader's language, each with its `lang`.

import { UNTOUCHED, toAddress } from "./addressing.mjs";
import { languageOf } from "./choosing.mjs";
import { h, s } from "./elements.mjs";
import { safeAddress } from "./linking.mjs";

/** Marks of the stances, as on the map: plus in a disc, minus in a square, a bare plus-minus, a ring. */
const MARKS = {
  for: "M9.5 3a6 6 0 0 0 0 12a6 6 0 0 0 0-12zM8.7 5.4v2.8H5.9v1.6h2.8v2.8h1.6V9.8h2.8V8.2h-2.8V5.4z",
  against: "M4 3.5h11v11h-11zM6.4 8.2v1.6h6.2V8.2z",
  mixed: "M8.5 2.5v3.4H5v2h3.5v3.4h2V7.9H14v-2h-3.5V2.5zM5 13v2h9v-2z",
  neutral: "M9.5 3a6 6 0 0 0 0 12a6 6 0 0 0 0-12zM9.5 4.7a4.3 4.3 0 0 1 0 8.6a4.3 4.3 0 0 1 0-8.6z",
};

/** Return a text in the reader's language, as an element. */
export function spoken(page, text, name = "span", properties = {}) {
  const language = languageOf(text, page.textsLanguage());
  return h(name, { lang: language, ...properties }, text[language]);
}

/** Return a text's words in the reader's language. */
export function plain(page, text) {
  return text[languageOf(text, page.textsLanguage())];
}

/** Return the text of a claim or question, as an element. */
export function textOf(page, node, name = "span", properties = {}) {
  const entry = node.startsWith("?") ? page.index.questions.get(node.slice(1)) : page.index.claims.get(node);
  return entry === undefined ? h(name, properties, node) : spoken(page, entry.text, name, properties);
}

/** Return a link with the text of a claim or question that selects it; its address is that of the page with its card open. */
export function nodeLink(page, node, from = "card", { keepChosen = false, current = false } = {}) {
  const onclick = (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    page.select(node, from, { open: true, keepChosen });
  };
  const href = `#${toAddress(page.index, { ...UNTOUCHED, claim: node, open: true })}`;
  return h("a", { class: "link", href, "aria-current": current ? "true" : null, onclick }, textOf(page, node));
}

/** Return the name of an actor, as an element. */
export function nameOf(page, id, properties = {}) {
  const actor = page.index.actors.get(id);
  return actor === undefined ? h("span", properties, id) : spoken(page, actor.name, "span", properties);
}

/** Return the names of some actors with commas between. */
export function namesOf(page, ids) {
  return ids.flatMap((id, place) => (place === 0 ? [nameOf(page, id)] : [", ", nameOf(page, id)]));
}

/** Return the mark of a stance; what it means is said for screen readers, unless the words stand beside it. */
export function stanceMark(stance, words = null) {
  return s(
    "svg",
    { class: `mark ${stance}`, viewBox: "3 2 13 14", ...(words === null ? { "aria-hidden": "true" } : { role: "img", "aria-label": words }) },
    s("path", { d: MARKS[stance], "fill-rule": "evenodd" }),
  );
}

/** Return the sign of a relation. */
export function relationSign(relation) {
  const signs = { support: "+", attack: "−", undercut: "⊣", answer: "?", contrary: "↔" };
  return h("span", { class: `sign ${relation}`, "aria-hidden": "true" }, signs[relation]);
}

/** Return what a claim is, in words: its kind, when it was observed. */
export function kindInWords(page, claim) {
  const words = page.words();
  const parts = [];
  if (claim.implicit) parts.push(words.say("claim.implicit"));
  if (claim.type === "evidence") parts.push(words.say(`evidence.${claim.kind ?? "other"}`));
  else if (claim.kind || !claim.implicit) parts.push(words.say(claim.kind ? `claim.${claim.kind}` : "page.kind.claim"));
  if (claim.observed) parts.push(words.date(claim.observed));
  return parts.join(" · ");
}

/** Return who published a source when, as nodes with dots between. */
export function publication(page, source) {
  const parts = [...(source.author ?? []), ...(source.outlet ? [source.outlet] : [])].map((id) => nameOf(page, id));
  if (source.date) parts.push(page.words().date(source.date));
  if (source.url) parts.push(addressed(source.url, page.words().say("page.original")));
  return dotted(parts);
}

/** Return nodes with dots between. */
export function dotted(parts) {
  return parts.flatMap((part, place) => (place === 0 ? [part] : [" · ", part]));
}

/** Return a link to an address where it may be one, else its words. */
export function addressed(address, words) {
  const safe = safeAddress(address);
  return safe === null ? h("span", {}, words === address ? words : `${words} (${address})`) : h("a", { href: safe, rel: "noreferrer noopener", target: "_blank" }, words);
}
