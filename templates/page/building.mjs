// Cards and lines of a large map, built when they come into sight: the same elements as those of a drawing that is in the page.

import { s } from "./elements.mjs";
import { stanceShape } from "./marks.mjs";

const FOLD = 11;
const CHIP = { height: 18, x: 19, y: 13, tornFromEnd: 19 };
const STANCES = { f: "for", a: "against", m: "mixed", n: "neutral" };
const LOOKS = {
  question: { font: { "font-size": 15, "font-weight": "bold" }, border: 1.6 },
  claim: { font: {}, border: 1.2 },
  evidence: { font: { "font-size": 12.5 }, border: 1.2 },
};

/** Return the kind of a node: question, claim or evidence. */
export function kindOf(index, node) {
  return node.startsWith("?") ? "question" : index.claims.get(node).type;
}

/** Build the card of a row of the drawing. */
export function buildCard(drawing, index, row) {
  const [node, x, y, width, height, flags, heading, language, lines, chips, overlay] = row;
  const kind = kindOf(index, node);
  const implicit = (flags & 1) === 1;
  const spoken = { lang: drawing.languages[language] };
  const card = s("g", { class: `card ${kind}${implicit ? " implicit" : ""}`, role: "graphics-symbol", "data-id": node.replace(/^\?/, ""), transform: `translate(${x} ${y})` });
  card.append(box(kind, width, height, implicit));
  if (heading >= 0) {
    const [at, base, words] = drawing.headings[heading];
    card.append(s("text", { x: at, y: base, class: "quiet", "font-size": 10 }, words));
  }
  const [mark, bar] = overlay ?? [null, null];
  if (mark) card.append(s("text", { x: mark[0], y: mark[1], class: "mark", "font-size": 10, "font-weight": "bold" }, mark[2]));
  card.append(text(lines, { ...LOOKS[kind].font, ...spoken, ...((flags & 2) === 2 ? { direction: "rtl", "unicode-bidi": "plaintext" } : {}) }));
  for (const chip of chips) card.append(chipOf(drawing, chip));
  if (bar !== null) card.append(...barOf(width, height, bar));
  return card;
}

function box(kind, width, height, implicit) {
  const paint = { class: "box", "stroke-width": LOOKS[kind].border, ...(implicit ? { "stroke-dasharray": "5 4" } : {}) };
  if (kind === "evidence") {
    const start = width - FOLD;
    return s("path", { ...paint, d: `M${start} 0V${FOLD}H${width}M0 0H${start}L${width} ${FOLD}V${height}H0z` });
  }
  return s("rect", { ...paint, width, height, rx: kind === "question" ? 2 : 8 });
}

function text([x, y, step, ...lines], attributes) {
  if (lines.length === 1) return s("text", { x, y, ...attributes }, lines[0]);
  return s("text", attributes, lines.map((words, place) => s("tspan", { x, y: y + place * step }, words)));
}

function chipOf(drawing, [x, y, width, letter, name, language, actor, flags = 0]) {
  const stance = STANCES[letter];
  const conditional = (flags & 1) === 1;
  const dashes = conditional ? { "stroke-dasharray": "3 2" } : {};
  return s(
    "g",
    { class: `chip ${stance}${conditional ? " conditional" : ""}`, "data-actor": actor < 0 ? null : drawing.actors[actor], transform: `translate(${x} ${y})` },
    s("rect", { width, height: CHIP.height, rx: CHIP.height / 2, ...dashes }),
    stanceShape(stance),
    s("text", { x: CHIP.x, y: CHIP.y, "font-size": 11, lang: drawing.languages[language] }, drawing.names[name]),
    (flags & 2) === 2 ? torn(width - CHIP.tornFromEnd, CHIP.height / 2) : null,
  );
}

/** The mark of an actor who holds competing claims: two arrows that point away from each other. */
function torn(x, y) {
  return s("g", { class: "torn", fill: "none", "stroke-width": 1.3 }, s("path", { d: `M${x + 3.5} ${y - 3}l-3.5 3l3.5 3m-3.5 -3h11m-3.5 -3l3.5 3l-3.5 3` }));
}

function barOf(width, height, share) {
  const [left, right, y] = [12, width - 12, height - 7];
  const end = Math.round((left + (right - left) * Math.min(Math.max(share, 0), 1)) * 10) / 10;
  return [s("path", { class: "rail", d: `M${left} ${y}H${right}` }), s("path", { class: "bar", d: `M${left} ${y}H${end}`, "stroke-width": 4 })];
}

/** Build the line of a row of the drawing. */
export function buildLine(drawing, row) {
  const [id, kind, flags, stem, strands = [], junction = 0, mark = null] = row;
  const rejected = (flags & 2) === 2;
  const reading = (flags & 1) === 1 ? 0 : 1;
  const sign = ([x, y], radius) => s("path", { class: "sign", d: drawing.signs[`${kind} ${radius} ${rejected ? 1 : 0}`], transform: `translate(${x} ${y})`, "stroke-width": 1.4, "stroke-dasharray": "none" });
  const line = s("g", { "data-id": id, class: rejected ? "rejected" : null }, strands.map((d) => s("path", { d })), s("path", { d: stem, ...drawing.heads[kind][reading] }));
  if (junction !== 0 && junction[3] === 1) line.append(sign(junction, junction[2]));
  else if (junction !== 0) line.append(s("circle", { class: "dot", cx: junction[0], cy: junction[1], r: junction[2], stroke: "none" }));
  if (mark !== null) line.append(sign(mark, 5.5));
  return s("g", drawing.looks[kind][reading], line);
}
