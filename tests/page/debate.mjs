// A small debate for the tests: two rival answers, linked premises, an undercut, a contrary, a circle, two actors.

import { indexGraph } from "../../templates/page/indexing.mjs";

const claim = (id, text, fields = {}) => ({ id: `f/${id}`, text: { en: text }, type: "claim", place: { file: "f.yaml", line: 1, column: 1 }, ...fields });
const argument = (premises, relation, target, id = `f/${premises[0]}>${target}`) => ({ id, relation, premises: premises.map((name) => `f/${name}`), target: target.includes("/") ? target : `f/${target}` });

export const GRAPH = {
  version: 1,
  sources: [{ id: "f", title: { en: "A debate" }, date: "2025-12-10" }],
  actors: [
    { id: "f/anna", name: { en: "Anna", ru: "Анна Ёлкина" }, kind: "person" },
    { id: "f/boris", name: { en: "Boris" }, kind: "person" },
  ],
  questions: [{ id: "f/close", text: { en: "Close the street?" }, kind: "choice" }],
  claims: [
    claim("close", "Close it.", { answers: ["f/close"], holders: [{ actor: "f/anna", stance: "for", statements: ["f/1"] }, { actor: "f/boris", stance: "against", statements: ["f/2"] }] }),
    claim("open", "Keep it open.", { answers: ["f/close"], holders: [{ actor: "f/boris", stance: "for", statements: ["f/3"] }], tags: ["trade"] }),
    { ...claim("count", "Noise fell by a fifth."), type: "evidence", kind: "statistic" },
    claim("noise", "Noise harms.", { implicit: true }),
    claim("holiday", "It was a holiday."),
    claim("wheel", "One."),
    claim("turn", "Two."),
  ],
  arguments: [
    argument(["count", "noise"], "support", "close", "f/quiet"),
    argument(["holiday"], "undercut", "f/quiet", "f/holiday>quiet"),
    argument(["open"], "attack", "close"),
    argument(["wheel"], "support", "turn"),
    argument(["turn"], "support", "wheel"),
  ],
  contraries: [["f/close", "f/open"]],
  statements: [
    { id: "f/1", source: "f", actors: ["f/anna"], target: "f/close", target_kind: "claim", stance: "for", act: "assert", quotes: [{ exact: "«Закрыть!»", start: 4, end: 12 }] },
    { id: "f/2", source: "f", actors: ["f/boris"], target: "f/close", target_kind: "claim", stance: "against", act: "assert", tags: ["trade"] },
    { id: "f/3", source: "f", actors: ["f/boris"], via: ["f/anna"], target: "f/open", target_kind: "claim", stance: "for", act: "assert", gloss: { en: "leave it" } },
  ],
};

export const INDEX = indexGraph(GRAPH);

/** A repeatable source of numbers from 0 to below 1. */
export function chance(seed) {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return state / 4294967296;
  };
}
