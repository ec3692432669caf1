// The reading pane: a source's text with its passages marked, its excerpts, or its quotes in order.

import { h, put } from "./elements.mjs";
import { paragraphs, stretches, unitsOf } from "./highlighting.mjs";
import { namesOf, plain, publication, readBy, spoken, textOf } from "./naming.mjs";
import { stanceMark } from "./marks.mjs";
import { claimAtEnd } from "./neighbours.mjs";
import { toggled } from "./picture.mjs";

/** Set the pane up; it shows the source of the state, and what the state selects. */
export function setUpReading(page, panel) {
  let passages = [];
  let marks = new Map();
  let covering = new Map();
  let current = null;

  function build() {
    const state = page.store.get();
    const source = page.index.sources.get(sourceOf(page, state));
    marks = new Map();
    covering = new Map();
    current = null;
    passages = source === undefined ? [] : passagesOf(page, source.id);
    put(panel, source === undefined ? h("p", { class: "quiet" }, page.words().say("page.no_source")) : [chooser(source), head(source), body(source)]);
    panel.querySelector("[data-passage]")?.setAttribute("tabindex", "0");
    paint();
  }

  function chooser(source) {
    if (page.index.sources.size < 2) return null;
    const options = [...page.index.sources.values()].map((other) => h("option", { value: other.id, selected: other.id === source.id }, called(other)));
    const choose = h("select", { id: "source", onchange: (event) => page.store.set({ source: event.target.value, passage: null }) }, options);
    return h("p", { class: "chooser" }, h("label", { for: "source", class: "unseen" }, page.words().say("page.source")), choose);
  }

  /** A source's title, who read it where two did, and its date: what stands last may be cut off. */
  function called(source) {
    return [plain(page, source.title), readBy(page, source), source.date && page.words().date(source.date)].filter(Boolean).join(" · ");
  }

  function head(source) {
    const text = page.data.texts[source.id];
    return h(
      "header",
      {},
      spoken(page, source.title, "h2"),
      h("p", { class: "quiet" }, publication(page, source)),
      h("p", { class: "share" }, page.words().say(isReadable(page, source.id) ? `page.along.${text.share}` : "page.along.nothing")),
    );
  }

  function body(source) {
    const text = page.data.texts[source.id];
    const whole = text.share === "full" || text.share === "excerpts";
    const placed = whole ? passages.filter((passage) => passage.start !== undefined) : [];
    const others = whole ? passages.filter((passage) => passage.start === undefined) : passages;
    const pieces = text.pieces.map(([start, words, cut = 0], place) => [
      (text.share === "excerpts" && (place > 0 || start > 0)) ? h("p", { class: "left-out", "aria-label": page.words().say("page.left_out") }, "[…]") : null,
      piece(start, words, cut, placed),
    ]);
    return [
      whole ? h("article", { lang: source.language ?? null }, pieces) : null,
      others.length > 0 && whole ? h("h3", {}, page.words().say("page.not_found")) : null,
      others.length > 0 ? h("ol", { class: "quotes" }, others.map((passage) => quoted(source, passage))) : null,
    ];
  }

  /** One piece of the text, with dots where it begins (1) or ends (2) amid a sentence. */
  function piece(start, words, cut, placed) {
    const units = unitsOf(words);
    const inPiece = placed.map((passage) => ({ ...passage, start: units(passage.start - start), end: units(passage.end - start), begins: passage.start >= start }));
    const dots = (shown, said) => (shown ? h("span", { class: "quiet" }, said) : null);
    return paragraphs(words).map((paragraph, place, all) =>
      h(
        "p",
        {},
        dots((cut & 1) === 1 && place === 0, "… "),
        stretches(paragraph.start, paragraph.end, inPiece).map((stretch) => marked(words.slice(stretch.start, stretch.end), stretch.passages)),
        dots((cut & 2) === 2 && place === all.length - 1, " …"),
      ),
    );
  }

  function marked(words, passages_) {
    if (passages_.length === 0) return words;
    const inner = passages_[passages_.length - 1].statement;
    const depth = Math.min(passages_.length, 3);
    // Blanks between two passages that a third covers are marked, but no button: it would have no name.
    const button = words.trim() === "" ? {} : { "data-passage": inner.id, role: "button", tabindex: "-1" };
    return remember(h("mark", { class: `passage deep-${depth} ${inner.stance}`, "data-passages": passages_.map(({ statement }) => statement.id).join("\n"), ...button }, words), passages_);
  }

  function quoted(source, passage) {
    const { statement } = passage;
    const quote = h("blockquote", { class: `passage ${statement.stance}`, lang: source.language ?? null, "data-passage": statement.id, role: "button", tabindex: "-1" }, passage.words);
    return h(
      "li",
      {},
      remember(quote, [passage]),
      h("p", { class: "quiet" }, stanceMark(statement.stance, page.words().say(`stance.${statement.stance}`)), " ", namesOf(page, statement.actors), ": ", targetText(statement)),
    );
  }

  function targetText(statement) {
    const argument = page.index.arguments.get(statement.target);
    const node = argument === undefined ? statement.target : claimAtEnd(page.index, argument);
    return node === null ? "" : textOf(page, node);
  }

  function remember(mark, passages_) {
    covering.set(mark, passages_);
    for (const { statement } of passages_) {
      if (marks.has(statement.id)) marks.get(statement.id).push(mark);
      else marks.set(statement.id, [mark]);
    }
    return mark;
  }

  /** The statements whose passages cover a mark, the shortest passage first. */
  function statementsAt(mark) {
    return [...new Set((covering.get(mark) ?? []).map((passage) => passage.statement))].reverse();
  }

  function paint() {
    const { claim } = page.store.get();
    const lit = page.lit();
    for (const [mark, passages_] of covering) {
      toggled(mark, {
        chosen: claim !== null && passages_.some(({ statement }) => statement.target === claim),
        lit: lit.size > 0 && passages_.some(({ statement }) => page.nodesOf(statement).some((node) => lit.has(node))),
      });
    }
  }

  function scrollToSelection() {
    const state = page.store.get();
    const wanted = state.passage ?? passages.find((passage) => passage.statement.target === state.claim)?.statement.id;
    const mark = marks.get(wanted)?.[0];
    if (mark) {
      roam(mark);
      scrollTo(panel, mark);
    }
  }

  function roam(mark) {
    current?.setAttribute("tabindex", "-1");
    for (const other of panel.querySelectorAll('[data-passage][tabindex="0"]')) other.setAttribute("tabindex", "-1");
    mark.setAttribute("tabindex", "0");
    current = mark;
  }

  panel.addEventListener("click", (event) => {
    const mark = event.target.closest("[data-passage]");
    // Words that are being selected for copying are no click.
    if (mark && getSelection().isCollapsed) page.choosePassages(statementsAt(mark));
  });
  panel.addEventListener("pointerover", (event) => page.hover(hovered(event.target)));
  panel.addEventListener("pointerleave", () => page.hover([]));
  panel.addEventListener("keydown", (event) => {
    const mark = event.target.closest("[data-passage]");
    if (!mark || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      page.choosePassages(statementsAt(mark));
      return;
    }
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const all = [...panel.querySelectorAll("[data-passage]")];
    const next = all[all.indexOf(mark) + step];
    if (next) {
      roam(next);
      next.focus({ preventScroll: true });
      scrollTo(panel, next);
    }
  });

  function hovered(target) {
    const mark = target.closest?.("[data-passage]");
    return mark ? statementsAt(mark).flatMap((statement) => page.nodesOf(statement)) : [];
  }

  page.store.watch((state, changed, before) => {
    if (sourceOf(page, state) !== sourceOf(page, before) || changed.has("texts") || changed.has("words")) build();
    else if (changed.has("claim") || changed.has("chosen")) paint();
    if (changed.has("claim") || changed.has("passage") || changed.has("open")) scrollToSelection();
  });
  page.onHover(paint);
  build();
  if (page.store.get().claim !== null) requestAnimationFrame(scrollToSelection);
}

/** Tell whether the page holds anything to read of a source: some of its text, or a quote. */
export function isReadable(page, source) {
  return page.data.texts[source].pieces.length > 0 || (page.index.statementsIn.get(source) ?? []).some((statement) => (statement.quotes ?? []).length > 0);
}

/** Return the source that a state shows: its own choice, else the first. */
function sourceOf(page, state) {
  return state.source ?? page.index.sources.keys().next().value;
}

/** Return every quote of a source: {statement, row, words, start?, end?}; placed ones in the order of the text. */
function passagesOf(page, source) {
  const found = (page.index.statementsIn.get(source) ?? []).flatMap((statement) =>
    (statement.quotes ?? []).map((quote, row) => ({ statement, row, words: quote.exact, start: quote.start, end: quote.end })),
  );
  const placed = (passage) => passage.start ?? Infinity;
  return found.map((passage, place) => [passage, place]).sort(([one, a], [other, b]) => (placed(one) === placed(other) ? a - b : placed(one) - placed(other))).map(([passage]) => passage);
}

/** Scroll a pane so that an element in it can be read, a third from its top. */
export function scrollTo(pane, element) {
  const [frame, place] = [pane.getBoundingClientRect(), element.getBoundingClientRect()];
  if (place.top >= frame.top + 24 && place.bottom <= frame.bottom - 24) return;
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  pane.scrollTo({ top: pane.scrollTop + place.top - frame.top - frame.height / 3, behavior: still ? "auto" : "smooth" });
}
