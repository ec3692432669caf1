// What a reader can do on the page: each deed is a change of the state, and the parts of the page follow.

import { languageOf } from "./choosing.mjs";
import { FACETS, facetValues, featuresOf } from "./filtering.mjs";
import { huesOf } from "./colouring.mjs";
import { below, claimAtEnd, roots } from "./neighbours.mjs";
import { wordsOfNodes } from "./searching.mjs";
import { showing } from "./showing.mjs";
import { wordsOf } from "./wording.mjs";

/** Return the page: the data, what follows from the state, and the deeds. */
export function createPage(data, index, store, announce) {
  const tops = roots(index);
  const features = once(() => featuresOf(index));
  const folded = once(() => wordsOfNodes(index));
  const values = once(() => facetValues(index, features()));
  const catalogues = new Map();
  const hoverWatchers = [];
  let hovered = [];
  let shown = null;

  const shownBy = ["query", "filters", "away", "collapsed", "focus", "depth"];
  store.watch((state, changed) => {
    if (shownBy.some((key) => changed.has(key))) shown = null;
  });

  const page = {
    data,
    index,
    store,
    tops,
    announce,
    hues: huesOf(index),
    facetValues: values,
    /** Make now what the first search and the first filter would otherwise wait for. */
    prepare: () => [folded(), values()],
    words() {
      const language = store.get().words ?? data.language;
      if (!catalogues.has(language)) catalogues.set(language, wordsOf(language, data.words[language]));
      return catalogues.get(language);
    },
    textsLanguage: () => store.get().texts ?? data.drawing.language,
    shown() {
      shown ??= showing(index, store.get(), { features, words: folded, tops });
      return shown;
    },
    isShown: (node) => !page.shown().hidden.has(node),
    /** The claims of a statement: its target; for an inference its premises and what they bear on in the end. */
    nodesOf(statement) {
      const argument = index.arguments.get(statement.target);
      if (argument === undefined) return [statement.target];
      const end = claimAtEnd(index, argument);
      return [...argument.premises, ...(end === null ? [] : [end]), argument.id];
    },
    heldBy: (actor) => [...index.claims.values()].filter((claim) => (claim.holders ?? []).some((holder) => holder.actor === actor)).map((claim) => claim.id),

    lit: () => new Set([...store.get().chosen, ...hovered]),
    hover(nodes) {
      if (nodes.length === hovered.length && nodes.every((node, place) => node === hovered[place])) return;
      hovered = nodes;
      for (const watcher of hoverWatchers) watcher();
    },
    onHover: (watcher) => hoverWatchers.push(watcher),

    /** Select a claim or question, and bring it to light where it is folded away or out of focus. */
    select(node, from, { open, keepChosen = false } = {}) {
      const state = store.get();
      const changes = { claim: node, passage: null, missing: null, from, source: page.sourceOf(node), ...(keepChosen ? {} : { chosen: [] }), ...(open === undefined ? {} : { open }) };
      if (page.shown().hidden.has(node)) {
        changes.collapsed = state.collapsed.filter((other) => other === node || !below(index, [other]).has(node));
        if (state.focus !== null && !below(index, [state.focus], state.depth ?? Infinity).has(node)) changes.focus = null;
      }
      store.set(changes);
    },
    /** The source to read with a claim: the one that is shown where it speaks of it, else the first that does. */
    sourceOf(node) {
      const { source } = store.get();
      const speaking = (index.statementsOn.get(node) ?? []).filter((statement) => statement.quotes).map((statement) => statement.source);
      const shownSource = source ?? index.sources.keys().next().value;
      return speaking.length === 0 || speaking.includes(shownSource) ? source : speaking[0];
    },
    /** Open a card; one that is open already gets the focus. */
    open(node, from = "keys") {
      const { claim, open } = store.get();
      if (open && claim === node) return page.focusOpened();
      page.select(node, from, { open: true });
      announce(page.words().say("page.opened"));
    },
    close: () => store.set({ open: false, chosen: [] }),
    /** Light the claims of some statements, the first of them selected. */
    choosePassages(statements) {
      if (statements.length === 0) return;
      const chosen = [...new Set(statements.flatMap((statement) => page.nodesOf(statement)))];
      const argument = index.arguments.get(statements[0].target);
      const claim = argument === undefined ? statements[0].target : (claimAtEnd(index, argument) ?? argument.premises[0]);
      store.set({ claim, chosen, passage: statements[0].id, open: true, from: "text" });
    },
    showPassage(statement) {
      store.set({ passage: null });
      store.set({ passage: statement.id, source: statement.source, pane: "text", from: "card" });
    },

    fold(node) {
      const { collapsed } = store.get();
      if (collapsed.includes(node)) store.set({ collapsed: collapsed.filter((other) => other !== node) });
      else if (below(index, [node]).size > 1) store.set({ collapsed: [...collapsed, node] });
      else return announce(page.words().say("page.no_reasons"));
      const count = page.shown().folded.get(node) ?? 0;
      announce(count > 0 ? page.words().count("page.folded_away", count) : page.words().say("page.unfolded"));
    },
    unfoldAll() {
      store.set({ collapsed: [] });
      announce(page.words().say("page.unfolded"));
    },
    /** Show what bears on one claim, which is unfolded for that; null: show all again. */
    focus(node) {
      store.set(node === null ? { focus: null, depth: null } : { focus: node, collapsed: store.get().collapsed.filter((other) => other !== node) });
    },

    ask: (query) => store.set({ query }),
    toggleFilter(facet, value, on) {
      const { filters } = store.get();
      const others = (filters[facet] ?? []).filter((other) => other !== value);
      const next = { ...filters, [facet]: on ? [...others, value] : others };
      store.set({ filters: Object.fromEntries(FACETS.filter((name) => (next[name] ?? []).length > 0).map((name) => [name, next[name]])) });
    },
    filterBy: (facet, value) => page.toggleFilter(facet, value, true),
    clear: () => store.set({ missing: null, query: "", filters: {}, focus: null, depth: null, collapsed: [] }),
    /** Select the next or previous match. */
    step(by) {
      const { matches } = page.shown();
      if (matches === null || matches.length === 0) return;
      const place = matches.indexOf(store.get().claim);
      const next = place === -1 ? (by > 0 ? 0 : matches.length - 1) : (place + by + matches.length) % matches.length;
      page.select(matches[next], "step");
    },
    /** Take back one thing at a time: the open card, the selection, then what is asked for. */
    escape() {
      const state = store.get();
      if (state.open || state.chosen.length > 0) page.close();
      else if (state.claim !== null) store.set({ claim: null, from: "keys" });
      else page.clear();
    },
    languageOf: (text) => languageOf(text, page.textsLanguage()),
  };
  return page;
}

function once(make) {
  let made;
  let isMade = false;
  return () => {
    if (!isMade) [made, isMade] = [make(), true];
    return made;
  };
}
