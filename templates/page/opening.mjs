// An opened card: everything the graph says of one claim or question.

import { h, icon, put } from "./elements.mjs";
import { addressed, dotted, kindInWords, nameOf, namesOf, nodeLink, plain, readBy, relationSign, spoken } from "./naming.mjs";
import { entryOf } from "./indexing.mjs";
import { stanceMark } from "./marks.mjs";
import { claimAtEnd, under } from "./neighbours.mjs";

/** Set the card up; it shows the claim that the state has open. */
export function setUpCard(page, panel) {
  page.store.watch((state, changed) => {
    if (["claim", "open", "texts", "words", "chosen", "collapsed", "focus"].some((key) => changed.has(key))) build();
  });
  panel.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    page.close();
  });

  function build() {
    const { claim: node, open, chosen } = page.store.get();
    const hadFocus = panel.contains(document.activeElement);
    panel.hidden = !open || node === null;
    if (panel.hidden) {
      put(panel);
      if (hadFocus && panel.dataset.shows) page.focusCard(panel.dataset.shows);
      return;
    }
    const before = panel.dataset.shows;
    panel.dataset.shows = node;
    const entry = entryOf(page.index, node);
    put(panel, head(page, node, entry, chosen), node.startsWith("?") ? ofQuestion(page, node, entry) : ofClaim(page, entry), foot(page, entry));
    if (before !== node) panel.scrollTop = 0;
    // What had the focus is made anew.
    if (hadFocus) panel.focus();
  }
  page.focusOpened = () => panel.focus();
  build();
}

function head(page, node, entry, chosen) {
  const words = page.words();
  const isQuestion = node.startsWith("?");
  const { collapsed, focus } = page.store.get();
  const reasons = under(page.index, node).size;
  const folded = collapsed.includes(node);
  const others = Object.keys(entry.text).filter((language) => entry.text[language] !== plain(page, entry.text));
  return [
    h(
      "div",
      { class: "card-bar" },
      h("p", { class: "kind" }, isQuestion ? words.say(`question.${entry.kind}`) : kindInWords(page, entry)),
      h("button", { type: "button", class: "plain", "aria-label": words.say("page.close"), title: words.say("page.close"), onclick: () => page.close() }, icon("close")),
    ),
    alsoChosen(page, node, chosen.filter((other) => entryOf(page.index, other) !== undefined)),
    spoken(page, entry.text, "h2"),
    others.map((language) => h("p", { class: "other-language", lang: language }, entry.text[language])),
    h(
      "p",
      { class: "actions" },
      h("button", { type: "button", "aria-pressed": String(focus === node), onclick: () => page.focus(focus === node ? null : node) }, icon("focus"), words.say("page.focus")),
      reasons > 0
        ? h("button", { type: "button", "aria-pressed": String(folded), onclick: () => page.fold(node) }, icon(folded ? "plus" : "minus"), words.say(folded ? "page.unfold" : "page.fold"))
        : null,
    ),
  ];
}

/** Where a passage speaks of several claims: which of them is open, and the others to choose. */
function alsoChosen(page, node, chosen) {
  if (chosen.length < 2) return null;
  const items = chosen.map((other) =>
    h("li", {}, nodeLink(page, other, "card", { keepChosen: true, current: other === node })),
  );
  return h("div", { class: "also" }, h("p", { class: "quiet" }, page.words().count("page.passage_claims", chosen.length)), h("ul", {}, items));
}

function ofQuestion(page, node, question) {
  const answers = page.index.answersTo.get(question.id) ?? [];
  return part(page, "page.answers", answers.map((claim) => h("li", {}, nodeLink(page, claim.id))));
}

function ofClaim(page, claim) {
  const { index } = page;
  const answered = (claim.answers ?? []).filter((question) => index.questions.has(question));
  const on = index.argumentsOn.get(claim.id) ?? [];
  const statements = index.statementsOn.get(claim.id) ?? [];
  return [
    answered.length > 0
      ? h("p", { class: "answering" }, page.words().say("page.answers_question"), " ", dotted(answered.map((question) => nodeLink(page, `?${question}`))))
      : null,
    part(page, "page.held_by", statements.map((statement) => statementItem(page, statement))),
    statements.length === 0 ? h("p", { class: "quiet" }, page.words().say(claim.implicit ? "page.nobody_implicit" : "page.nobody")) : null,
    part(page, "page.torn", (claim.holders ?? []).flatMap((holder) => rivalsItem(page, holder))),
    part(page, "page.reasons_for", on.filter((argument) => argument.relation === "support").map((argument) => argumentItem(page, argument))),
    part(page, "page.reasons_against", on.filter((argument) => argument.relation === "attack").map((argument) => argumentItem(page, argument))),
    part(page, "page.bears_on", (index.argumentsFrom.get(claim.id) ?? []).map((argument) => bearingItem(page, claim, argument))),
    part(page, "page.contrary_to", (index.contrariesOf.get(claim.id) ?? []).map(([, other]) => h("li", {}, relationSign("contrary"), nodeLink(page, other)))),
    part(page, "page.cites", (claim.cites ?? []).map((cite) => citeItem(page, cite))),
  ];
}

function foot(page, entry) {
  const words = page.words();
  const facts = [];
  if (entry.credence !== undefined) facts.push(words.say("page.credence", { number: words.number(entry.credence) }));
  facts.push(words.say("page.id", { id: entry.id }), `${entry.place.file}:${entry.place.line}`);
  return [
    entry.overlay?.note ? spoken(page, entry.overlay.note, "p", { class: "note" }) : null,
    entry.note ? h("p", { class: "note" }, h("b", {}, words.say("page.note")), " ", spoken(page, entry.note)) : null,
    tagList(page, entry),
    h("p", { class: "facts" }, dotted(facts)),
  ];
}

function tagList(page, entry) {
  const tags = entry.tags ?? [];
  if (tags.length === 0) return null;
  return h("p", { class: "tags" }, tags.map((tag) => h("button", { type: "button", onclick: () => page.filterBy("tag", tag) }, `#${tag}`)));
}

function part(page, title, items) {
  return items.length === 0 ? null : [h("h3", {}, page.words().say(title)), h("ul", {}, items)];
}

function statementItem(page, statement) {
  const { index } = page;
  const words = page.words();
  const source = index.sources.get(statement.source);
  const said = [words.say(`stance.${statement.stance}`)];
  if (statement.act !== "assert") said.push(words.say(`page.act.${statement.act}`));
  if (statement.speech) said.push(words.say(`page.speech.${statement.speech}`));
  if (statement.hedge) said.push(words.say(`page.hedge.${statement.hedge}`));
  if (statement.confidence && statement.confidence !== "high") said.push(words.say(`page.confidence.${statement.confidence}`));
  const standing = statement.act !== "retract" && isStanding(page, statement);
  const about = [];
  if (statement.via) about.push(h("span", {}, words.say("page.via"), " ", namesOf(page, statement.via)));
  if (index.sources.size > 1) about.push(spoken(page, source.title));
  if (source?.date) about.push(words.date(source.date));
  const reader = source && readBy(page, source);
  if (reader) about.push(h("span", {}, reader));
  return h(
    "li",
    { class: `statement${standing ? "" : " past"}` },
    h("p", { class: "who" }, stanceMark(statement.stance), h("b", {}, namesOf(page, statement.actors)), " ", roleOf(page, statement)),
    h("p", { class: "quiet" }, said.join(" · "), standing ? null : h("em", {}, " · ", words.say("page.past"))),
    quotesOf(page, statement),
    statement.gloss ? spoken(page, statement.gloss, "p", { class: "gloss" }) : null,
    statement.given ? h("p", { class: "given" }, words.say("page.given"), " ", "claim" in statement.given ? nodeLink(page, statement.given.claim) : spoken(page, statement.given)) : null,
    statement.note ? h("p", { class: "note" }, h("b", {}, words.say("page.note")), " ", spoken(page, statement.note)) : null,
    h("p", { class: "quiet about" }, dotted(about)),
  );
}

/** Return the line of a holder who is for rival claims too, with those on this page; none of one who is not. */
function rivalsItem(page, holder) {
  const rivals = (holder.rivals ?? []).filter((rival) => page.index.claims.has(rival));
  if (rivals.length === 0) return [];
  return [h("li", { class: "torn" }, h("b", {}, nameOf(page, holder.actor)), ": ", dotted(rivals.map((rival) => nodeLink(page, rival))))];
}

/** Tell whether a statement counts still: it is behind what one of its actors holds now. */
function isStanding(page, statement) {
  const target = page.index.claims.get(statement.target) ?? page.index.arguments.get(statement.target);
  return (target?.holders ?? []).some((holder) => holder.statements.includes(statement.id));
}

function roleOf(page, statement) {
  if (statement.actors.length !== 1) return null;
  const actor = page.index.actors.get(statement.actors[0]);
  const affiliation = statement.affiliation ?? actor?.affiliation;
  const parts = [];
  if (actor?.role) parts.push(spoken(page, actor.role));
  if (affiliation) parts.push(nameOf(page, affiliation));
  return parts.length === 0 ? null : h("span", { class: "quiet role" }, dotted(parts));
}

function quotesOf(page, statement) {
  const quotes = statement.quotes ?? [];
  if (quotes.length === 0) return null;
  const language = page.index.sources.get(statement.source)?.language ?? null;
  const words = quotes.map((quote) => quote.exact).join(" … ");
  return h(
    "blockquote",
    {},
    h("button", { type: "button", class: "link", title: page.words().say("page.show_in_text"), lang: language, onclick: () => page.showPassage(statement) }, words),
  );
}

function argumentItem(page, argument) {
  const { index } = page;
  const words = page.words();
  const linked = argument.premises.length > 1;
  const undercuts = index.argumentsOn.get(argument.id) ?? [];
  const statements = index.statementsOn.get(argument.id) ?? [];
  return h(
    "li",
    { class: `argument ${argument.relation}${page.store.get().chosen.includes(argument.id) ? " lit" : ""}` },
    relationSign(argument.relation),
    linked ? h("ul", { class: "linked", "aria-label": words.say("legend.linked") }, argument.premises.map((premise) => h("li", {}, nodeLink(page, premise)))) : nodeLink(page, argument.premises[0]),
    h("p", { class: "quiet" }, drawnBy(page, argument)),
    statements.length > 0 ? h("ul", { class: "statements" }, statements.map((statement) => statementItem(page, statement))) : null,
    argument.note ? h("p", { class: "note" }, h("b", {}, words.say("page.note")), " ", spoken(page, argument.note)) : null,
    tagList(page, argument),
    undercuts.length > 0 ? [h("p", { class: "quiet" }, words.say("page.undercut_by")), h("ul", {}, undercuts.map((undercut) => argumentItem(page, undercut)))] : null,
  );
}

/** Return who draws or rejects an inference, the scheme it follows, how strong it is. */
function drawnBy(page, argument) {
  const words = page.words();
  const holders = argument.holders ?? [];
  const parts = holders.map((holder) => h("span", {}, nameOf(page, holder.actor), ": ", words.say(`page.inference.${holder.stance}`)));
  if (holders.length === 0) parts.push(words.say("relation.annotator"));
  if (argument.premises.length > 1) parts.push(words.say("page.linked"));
  if (argument.scheme) parts.push(argument.scheme);
  if (argument.strength !== undefined) parts.push(words.say("page.strength", { number: words.number(argument.strength) }));
  return dotted(parts);
}

function bearingItem(page, claim, argument) {
  const words = page.words();
  const end = claimAtEnd(page.index, argument);
  const others = argument.premises.filter((premise) => premise !== claim.id);
  return h(
    "li",
    {},
    relationSign(argument.relation),
    h("span", { class: "quiet" }, words.say(`page.bears.${argument.relation}`), " "),
    end === null ? argument.target : nodeLink(page, end),
    others.length > 0 ? h("p", { class: "quiet" }, words.say("page.together_with"), " ", dotted(others.map((premise) => nodeLink(page, premise)))) : null,
  );
}

function citeItem(page, cite) {
  const title = cite.title ? plain(page, cite.title) : cite.url ?? "";
  return h("li", {}, dotted([cite.url ? addressed(cite.url, title) : h("span", {}, title), cite.date ? page.words().date(cite.date) : null].filter(Boolean)));
}
