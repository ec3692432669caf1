// Names and texts of the graph in the reader's language, each with its `lang`.

import { UNTOUCHED, toAddress } from "./addressing.mjs";
import { languageOf } from "./choosing.mjs";
import { h } from "./elements.mjs";
import { entryOf } from "./indexing.mjs";
import { safeAddress } from "./linking.mjs";

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
  const entry = entryOf(page.index, node);
  return entry === undefined ? h(name, properties, node) : spoken(page, entry.text, name, properties);
}

/**
 * Return a link with the text of a claim or question that selects it; its address is that of the page with its card open.
 * What is not on the map is no link.
 */
export function nodeLink(page, node, from = "card", { keepChosen = false, current = false } = {}) {
  if (entryOf(page.index, node) === undefined) return textOf(page, node);
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

/** Return who read a source, where another bears the same title: a text that two annotators read. Else null. */
export function readBy(page, source) {
  const { id, name } = source.annotator ?? {};
  return page.index.entitled(source.title).length > 1 ? page.words().say("page.read_by", { name: name ?? id ?? source.id }) : null;
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
