// The filter panel, and the line that says what is asked for and how many claims match.

import { h, icon, put } from "./elements.mjs";
import { FACETS, isFiltering } from "./filtering.mjs";
import { plain, spoken, textOf } from "./naming.mjs";

const FIRST = 10;

/** Set up the filter panel and its button. */
export function setUpFilters(page, panel, button) {
  const opened = new Set();
  let built = false;

  function build() {
    const values = page.facetValues();
    const { filters, away } = page.store.get();
    const groups = FACETS.filter((facet) => values[facet].length > (facet === "source" || facet === "question" ? 1 : 0)).map((facet) => group(facet, values[facet], filters[facet] ?? []));
    const words = page.words();
    put(
      panel,
      h(
        "div",
        { class: "card-bar" },
        h("h2", {}, words.say("page.filter")),
        h("button", { type: "button", class: "plain", "aria-label": words.say("page.close_filter"), title: words.say("page.close_filter"), onclick: () => show(false) }, icon("close")),
      ),
      h("fieldset", { class: "away" }, h("legend", {}, words.say("page.away")), choice("fade", away), choice("leave", away)),
      groups,
    );
    built = true;
  }

  function choice(value, chosen) {
    return h("label", {}, h("input", { type: "radio", name: "away", value, checked: value === chosen, onchange: () => page.store.set({ away: value }) }), page.words().say(`page.away.${value}`));
  }

  function group(facet, values, chosen) {
    const shown = opened.has(facet) || values.length <= FIRST + 2 ? values : values.filter(([value], place) => place < FIRST || chosen.includes(value));
    const more = values.length - shown.length;
    return h(
      "fieldset",
      {},
      h("legend", {}, page.words().say(`page.facet.${facet}`)),
      shown.map(([value, count]) => option(facet, value, count, chosen.includes(value))),
      more > 0 ? h("button", { type: "button", class: "plain", onclick: () => (opened.add(facet), refresh()) }, page.words().count("page.more", more)) : null,
    );
  }

  function option(facet, value, count, checked) {
    return h(
      "label",
      {},
      h("input", { type: "checkbox", checked, "data-facet": facet, value, onchange: (event) => page.toggleFilter(facet, value, event.target.checked) }),
      facet === "actor" ? h("span", { class: `swatch actor-${page.hues.get(value) ?? 0}`, "aria-hidden": "true" }) : null,
      h("span", { class: "value" }, valueName(page, facet, value)),
      h("span", { class: "count" }, String(count)),
    );
  }

  function refresh() {
    const active = document.activeElement;
    const again = panel.contains(active) && active.dataset.facet ? [active.dataset.facet, active.value] : null;
    const top = panel.scrollTop;
    build();
    panel.scrollTop = top;
    if (again) [...panel.querySelectorAll("input")].find((input) => input.dataset.facet === again[0] && input.value === again[1])?.focus({ preventScroll: true });
  }

  function show(open) {
    panel.hidden = !open;
    button.setAttribute("aria-expanded", String(open));
    if (open && !built) build();
    if (open) panel.querySelector("input")?.focus({ preventScroll: true });
    else if (panel.contains(document.activeElement) || document.activeElement === document.body) button.focus();
    page.resized();
  }

  button.addEventListener("click", () => show(panel.hidden));
  panel.addEventListener("keydown", (event) => {
    if (event.key === "Escape") show(false);
  });
  panel.addEventListener("pointerover", (event) => {
    const input = event.target.closest("label")?.querySelector("[data-facet=actor]");
    page.hover(input ? page.heldBy(input.value) : []);
  });
  panel.addEventListener("pointerleave", () => page.hover([]));
  page.store.watch((state, changed) => {
    if (built && (changed.has("words") || changed.has("texts") || changed.has("filters") || changed.has("away"))) refresh();
    if (changed.has("filters")) button.classList.toggle("on", isFiltering(state.filters));
  });
  button.classList.toggle("on", isFiltering(page.store.get().filters));
}

/** Set up the line below the bar: what is asked for, each with a button that takes it away, and how many claims match. */
export function setUpAsked(page, line) {
  function build() {
    const state = page.store.get();
    const words = page.words();
    const { matches, counted } = page.shown();
    const parts = [];
    if (state.missing !== null) parts.push(chip(words.say("page.unknown_claim", { name: state.missing }), () => page.store.set({ missing: null })));
    if (counted !== null) parts.push(h("strong", { class: "live" }, inNumbers(page, counted)));
    if (matches !== null && matches.length > 0) parts.push(stepper());
    if (state.query !== "") parts.push(chip(words.say("page.quoted", { words: state.query }), () => page.ask("")));
    for (const facet of FACETS) {
      for (const value of state.filters[facet] ?? []) parts.push(chip([`${words.say(`page.facet.${facet}`)}: `, valueName(page, facet, value)], () => page.toggleFilter(facet, value, false)));
    }
    if (state.focus !== null) parts.push(focused(state));
    if (state.collapsed.length > 0) parts.push(chip(words.count("page.folded", state.collapsed.length), () => page.unfoldAll()));
    if (parts.length > 1 || state.focus !== null) parts.push(h("button", { type: "button", class: "plain", onclick: () => page.clear() }, words.say("page.clear")));
    const hadNone = line.hidden;
    line.hidden = parts.length === 0;
    put(line, parts);
    if (hadNone !== line.hidden) page.resized();
  }

  function stepper() {
    const words = page.words();
    return h(
      "span",
      { class: "stepper", role: "group", "aria-label": words.say("page.matching") },
      h("button", { type: "button", class: "plain", "aria-label": words.say("page.previous"), title: words.say("page.previous"), onclick: () => page.step(-1) }, "‹"),
      h("button", { type: "button", class: "plain", "aria-label": words.say("page.next"), title: words.say("page.next"), onclick: () => page.step(1) }, "›"),
    );
  }

  function focused(state) {
    const words = page.words();
    const depths = [1, 2, 3, null].map((depth) => h("option", { value: depth ?? "", selected: depth === state.depth }, depth === null ? words.say("page.depth.all") : words.count("page.depth", depth)));
    const known = [1, 2, 3, null].includes(state.depth) ? [] : [h("option", { value: state.depth, selected: true }, words.count("page.depth", state.depth))];
    return h(
      "span",
      { class: "chip" },
      `${words.say("page.focus")}: `,
      textOf(page, state.focus, "span", { class: "short" }),
      h("select", { "aria-label": words.say("page.depth.label"), onchange: (event) => page.store.set({ depth: event.target.value === "" ? null : Number(event.target.value) }) }, known, depths),
      away(() => page.focus(null)),
    );
  }

  function chip(name, onclick) {
    return h("span", { class: "chip" }, name, away(onclick));
  }

  function away(onclick) {
    const words = page.words();
    return h("button", { type: "button", class: "plain", "aria-label": words.say("page.take_away"), title: words.say("page.take_away"), onclick }, icon("close"));
  }

  function tellMissing({ missing }) {
    if (missing !== null) page.announce(page.words().say("page.unknown_claim", { name: missing }));
  }

  page.store.watch((state, changed) => {
    if (!["missing", "query", "filters", "focus", "depth", "collapsed", "words", "texts", "away"].some((key) => changed.has(key))) return;
    build();
    if (changed.has("missing")) tellMissing(state);
    if (["query", "filters", "focus", "depth"].some((key) => changed.has(key))) page.announce(inNumbers(page, page.shown().counted));
  });
  build();
  tellMissing(page.store.get());
}

/** Return how many claims and how many pieces of evidence match; where nothing is asked for, how many there are. */
function inNumbers(page, claims) {
  const words = page.words();
  const isEvidence = (claim) => page.index.claims.get(claim).type === "evidence";
  const all = [...page.index.claims.keys()];
  const count = (of, key, kind) => {
    const total = all.filter(kind).length;
    if (total === 0) return null;
    return claims === null ? words.count(of, total) : words.count(key, total, { matches: words.number(claims.filter(kind).length) });
  };
  return [count("map.claims", "page.matches", (claim) => !isEvidence(claim)), count("map.evidence", "page.matches_evidence", isEvidence)].filter((part) => part !== null).join(", ");
}

/** Return what a value of a facet is called. */
function valueName(page, facet, value) {
  const words = page.words();
  switch (facet) {
    case "actor":
      return spoken(page, page.index.actors.get(value).name);
    case "question":
      return textOf(page, `?${value}`);
    case "source":
      return h("span", {}, plain(page, page.index.sources.get(value).title));
    case "stance":
      return words.say(`stance.${value}`);
    case "kind":
      return words.say(value);
    case "relation":
      return words.say(`page.relation.${value}`);
    default:
      return value;
  }
}
