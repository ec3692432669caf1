"""Argdown text ⇄ annotations."""

import re
from collections.abc import Mapping
from typing import Final

from argmap.exchange.aspects import Aspect, not_kept, tell_aspects
from argmap.exchange.building import WITHOUT_WORDS, Draft
from argmap.exchange.contract import (
    MEBIBYTE,
    Candidate,
    Exported,
    Format,
    FormatError,
    Imported,
    ReadOptions,
    WriteOptions,
    read_each,
)
from argmap.exchange.decoding import text_of
from argmap.exchange.finishing import finished
from argmap.exchange.naming import Names, bare_name
from argmap.exchange.report import Tally
from argmap.exchange.sizing import Size
from argmap.formats.argdown.data import OWN
from argmap.formats.argdown.parsing import Parsed, parse_argdown
from argmap.formats.argdown.translating import CHANGES, LOSES, translate
from argmap.formats.argdown.writing import argdown_text
from argmap.graph import Graph
from argmap.provenance import Provenance
from argmap.words import Stance

BEYOND_THE_SUBSET: Final = "lines that were not understood"
COMMENTS: Final = "comments inside of a text or at the end of the file"
EMPHASES: Final = "bold and italics"
MENTIONS: Final = "mentions of other statements, as their titles"
_TELLING: Final = re.compile(
    r"^[ \t]*(?:\[[^\]\n]+\]:|<[^<>\n-][^<>\n]*>:|\(\d+\)[ \t])"
    r"|^<[^<>\n/!?-][^<>\n/]*>[ \t]*$"
    r"|^[ \t]+(?:\+>|->|<\+|<-|><|_>|<_|[+-])[ \t]*[\[<]",
    re.MULTILINE,
)
_NOT_MARKUP: Final = re.compile(r"^\s*(?:<\?xml|<!DOCTYPE|<html|\{|argmap:)", re.IGNORECASE)


def tells(candidate: Candidate) -> bool:
    """Return whether a file looks like Argdown: titles in brackets, relations to them, premises by number."""
    if candidate.name.lower().endswith((".argdown", ".ad", ".adown")):
        return bool(candidate.sample.strip())
    sample = candidate.sample
    return not _NOT_MARKUP.match(sample) and len(_TELLING.findall(sample)) > 1


def read(files: Mapping[str, bytes], options: ReadOptions) -> Imported:
    """Return each document as an annotation file."""
    tally = Tally()
    names = Names({"codebook"})
    size = Size(options.most)

    def draft(name: str, data: bytes) -> Draft:
        parsed = parse_argdown(text_of(data, name, options.encoding), options.most)
        size.add(parsed.entries)
        if not parsed.debate.order:
            raise FormatError("there is no statement and no argument in it", file=name)
        made = translate(parsed.debate, Draft(names.take(bare_name(name)), options, tally))
        _tell(parsed, made)
        return made

    drafts, faults = read_each(files, draft)
    return finished(drafts, tally, faults)


def _tell(parsed: Parsed, draft: Draft) -> None:
    """Say what was not understood, in the report and at the head of the file, and what was left out."""
    for problem in parsed.problems:
        draft.tally.lost(BEYOND_THE_SUBSET, f"{draft.name}, line {problem.line}: {problem.message}")
    draft.tally.lost(BEYOND_THE_SUBSET, number=parsed.more_problems)
    draft.tally.lost(EMPHASES, number=parsed.emphases)
    draft.tally.lost(COMMENTS, number=parsed.comments)
    draft.tally.changed(MENTIONS, number=parsed.mentions)
    if parsed.problems:
        listed = [f"line {problem.line}: {problem.message}" for problem in parsed.problems]
        more = [f"and {parsed.more_problems} more"] if parsed.more_problems else []
        draft.comments[()] = "\n".join(["Not understood:", *listed, *more])


def write(graph: Graph, provenance: Provenance, options: WriteOptions) -> Exported:
    """Return a graph as an Argdown document."""
    del provenance
    tally = Tally()
    kept = _KEPT if len(graph.sources) > 1 else _KEPT | {Aspect.SOURCES}
    tell_aspects(graph, kept, tally, options.language, OWN)
    said = [one for one in graph.statements.values() if one.stance in {Stance.FOR, Stance.AGAINST}]
    tally.kept(HOLDERS, len({(actor, one.target, one.stance) for one in said for actor in one.actors}))
    shown = {actor for one in said for actor in one.actors}
    if len(graph.sources) == 1:
        source = next(iter(graph.sources.values()))
        shown |= {*source.author, *([source.outlet] if source.outlet else [])}
    tally.lost(ACTORS_ASIDE, number=len(graph.actors.keys() - shown))
    aside = [*graph.actors.values(), *graph.sources.values(), *graph.statements.values()]
    tally.lost(TAGS_ASIDE, number=sum(len(one.tags) for one in aside))
    tally.lost(NOTES_ASIDE, number=sum(one.note is not None for one in aside))
    tally.changed(CONTRARIES, number=len(graph.contraries))
    text = argdown_text(graph, options.language)
    return Exported(files={f"{options.name}.argdown": text.encode("utf-8")}, report=tally.report())


HOLDERS: Final = "who is for and who is against what"
ACTORS_ASIDE: Final = "actors who are for or against nothing"
TAGS_ASIDE: Final = "tags of actors, sources and statements"
NOTES_ASIDE: Final = "notes on actors, sources and statements"
CONTRARIES: Final = "contraries, as contradictions: Argdown has the others in its strict mode only"
_KEPT: Final = frozenset(
    {
        *(Aspect.CLAIMS, Aspect.SUPPORTS, Aspect.ATTACKS, Aspect.UNDERCUTS, Aspect.LINKED_PREMISES, Aspect.SCHEMES),
        *(Aspect.CONTRARIES, Aspect.QUESTIONS, Aspect.QUESTION_KINDS, Aspect.ANSWERS, Aspect.EVIDENCE, Aspect.KINDS),
        *(Aspect.IMPLICIT, Aspect.OBSERVED, Aspect.CITES, Aspect.WEIGHTS, Aspect.ACTORS, Aspect.STATEMENTS_ON_ARGUMENTS),
        *(Aspect.TAGS, Aspect.NOTES),
    }
)

FORMAT: Final = Format(
    name="argdown",
    title="Argdown text",
    suffix=".argdown",
    told_by="the suffix .argdown, or titles in brackets, relations and premises as Argdown writes them",
    tells=tells,
    read=read,
    write=write,
    keeps="""\
Statements are claims, and so are arguments without premises (marked under `x-argdown`); arguments with premises are arguments, one
for each inference. Undercuts stay undercuts. Headings that end in a question mark are questions with the statements right below
them as answers; other headings, and comments on lines of their own, are comments. `{proponent: …}` is a statement by that actor.
Other data, titles and front matter stand under `x-argdown`. What the reader does not understand is told with its line, and the
rest is read.""",
    largest=16 * MEBIBYTE,
    reading_changes=(*CHANGES, MENTIONS, WITHOUT_WORDS),
    reading_loses=(BEYOND_THE_SUBSET, EMPHASES, COMMENTS, *LOSES),
    writing_changes=(CONTRARIES,),
    writing_loses=(*not_kept(_KEPT), ACTORS_ASIDE, TAGS_ASIDE, NOTES_ASIDE),
)
