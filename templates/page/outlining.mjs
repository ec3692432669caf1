// The outline: the map as nested lists, for reading in order, for screen readers and for paper.

import { h, put } from "./elements.mjs";
import { kindInWords, nameOf, nodeLink, relationSign } from "./naming.mjs";
import { roots, under } from "./neighbours.mjs";
import { toggled } from "./picture.mjs";
import { scrollTo } from "./reading.mjs";

/** Set the outline up. It is made when it is first looked at; of a large map only what is opened. */
export function setUpOutline(page, panel, { large }) {
  let entries = null;
  let homes = new Map();

  function build() {
    homes = homesOf(page.index);
    entries = new Map();
    put(panel, h("ul", { class: "outline" }, roots(page.index).map((node) => entry(node, null, null))));
    paint();
  }

  /** One node: what it does to the one above, its text, who holds it; its reasons where it is first met. */
  function entry(node, relation, parent) {
    const words = page.words();
    const home = homes.get(node) === parent;
    const reasons = home && under(page.index, node).size > 0;
    const list = h("ul", { hidden: true });
    const toggle = reasons ? h("button", { type: "button", class: "toggle", "aria-expanded": "false", "aria-label": words.say("page.reasons"), onclick: () => open(toggle.getAttribute("aria-expanded") !== "true") }) : null;
    const claim = page.index.claims.get(node);
    const row = h(
      "div",
      { class: "row", "data-node": node },
      toggle,
      relation === null ? null : verb(relation),
      nodeLink(page, node, "outline"),
      home ? null : h("span", { class: "quiet" }, " ", words.say("page.see_above")),
      claim && home ? facts(claim) : null,
    );
    if (home) entries.set(node, { row, open, parent });

    function open(opened) {
      toggle?.setAttribute("aria-expanded", String(opened));
      list.hidden = !opened;
      if (opened && list.childElementCount === 0) list.append(...children(node));
    }
    const item = h("li", {}, row, list);
    if (reasons && (!large || node.startsWith("?"))) open(true);
    return item;
  }

  function children(node) {
    if (node.startsWith("?")) return (page.index.answersTo.get(node.slice(1)) ?? []).map((claim) => entry(claim.id, "answer", node));
    return (page.index.argumentsOn.get(node) ?? []).map((argument) => inference(argument, node));
  }

  /** One inference: its premise, or its premises together; below it what denies it. */
  function inference(argument, node) {
    const undercuts = (page.index.argumentsOn.get(argument.id) ?? []).map((undercut) => inference(undercut, node));
    if (argument.premises.length === 1) {
      const item = entry(argument.premises[0], argument.relation, node);
      if (undercuts.length > 0) item.append(h("ul", {}, undercuts));
      return item;
    }
    const label = h("div", { class: "row" }, verb(argument.relation), page.words().say("page.together"));
    return h("li", {}, label, h("ul", {}, argument.premises.map((premise) => entry(premise, null, node)), undercuts));
  }

  function verb(relation) {
    return [h("span", { class: "verb" }, relationSign(relation), page.words().say(`page.outline.${relation}`)), " "];
  }

  function facts(claim) {
    const silent = [];
    const quoted = [];
    const stances = new Map((claim.holders ?? []).map((holder) => [holder.actor, holder.stance]));
    for (const [actor, quotes] of quotesByActor(page.index, claim, stances.keys())) {
      const name = [nameOf(page, actor), stances.has(actor) ? ` (${page.words().say(`stance.${stances.get(actor)}`)})` : ""];
      if (quotes.size === 0) silent.push(" · ", name);
      else quoted.push(h("div", { class: "quoted" }, name, ": ", [...quotes].map(([words, language]) => [h("q", { lang: language }, words), " "])));
    }
    return h("div", { class: "quiet" }, kindInWords(page, claim), silent, quoted);
  }

  function paint() {
    if (entries === null) return;
    const { claim } = page.store.get();
    const { hidden, faded } = page.shown();
    const { away } = page.store.get();
    for (const row of panel.querySelectorAll(".row[data-node]")) {
      const { node } = row.dataset;
      toggled(row, { selected: node === claim, faded: faded.has(node) || (hidden.has(node) && away === "fade"), gone: away === "leave" && hidden.has(node) });
    }
  }

  /** Open the outline down to a node and show it there. */
  function reveal(node) {
    const path = [];
    for (let above = node; above !== null && above !== undefined && !path.includes(above); above = homes.get(above)) path.unshift(above);
    for (const step of path.slice(0, -1)) entries.get(step)?.open(true);
    paint();
    const row = entries.get(node)?.row;
    if (row) scrollTo(panel, row);
  }

  const later = window.requestIdleCallback ?? ((work) => setTimeout(work, 100));
  const looked = () => page.store.get().pane === "outline";
  page.store.watch((state, changed) => {
    if (changed.has("texts") || changed.has("words")) entries = null;
    if (!looked()) return;
    if (entries === null) build();
    // The map comes first: while one types, the outline follows when there is time.
    else if (changed.has("claim")) paint();
    else later(paint);
    if (state.claim !== null && (changed.has("claim") || changed.has("pane")) && state.from !== "outline") reveal(state.claim);
  });
  if (looked()) {
    build();
    if (page.store.get().claim !== null) reveal(page.store.get().claim);
  }

  return {
    /** Make the whole outline, opened, as paper needs it. */
    whole() {
      if (entries === null) build();
      for (let known = -1; known !== entries.size; ) {
        known = entries.size;
        for (const { open } of [...entries.values()]) open(true);
      }
      paint();
    },
  };
}

/** Return by actor, those first who are given, the different quotes that show a stance on a claim: words to their language. */
function quotesByActor(index, claim, actors) {
  const found = new Map([...actors].map((actor) => [actor, new Map()]));
  for (const statement of index.statementsOn.get(claim.id) ?? []) {
    for (const actor of statement.actors) {
      if (!found.has(actor)) found.set(actor, new Map());
      for (const quote of statement.quotes ?? []) found.get(actor).set(quote.exact, index.sources.get(statement.source)?.language ?? null);
    }
  }
  return found;
}

/** Return under which node each node has its reasons in the outline: the first that leads to it, null for the tops. */
function homesOf(index) {
  const homes = new Map();
  for (const root of roots(index)) {
    if (homes.has(root)) continue;
    homes.set(root, null);
    const waiting = [root];
    while (waiting.length > 0) {
      const node = waiting.shift();
      for (const other of under(index, node)) {
        if (homes.has(other)) continue;
        homes.set(other, node);
        waiting.push(other);
      }
    }
  }
  return homes;
}
