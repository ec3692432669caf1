"""The graph as JSON: what the page and other programs build on. `docs/json.md` describes it; fields without a value are left out.

Texts are maps of language tags. Ids are global. Offsets of anchors count code points of the source's text from 0, the end
exclusive.
"""

import json
from collections.abc import Collection, Mapping, Sequence
from typing import Any, Final

from argmap.anchoring.outcomes import Anchor, Outcome
from argmap.corpus import Corpus
from argmap.graph import Actor, Cite, Entity, Graph, Question, Source, Statement
from argmap.locating import Locator
from argmap.provenance import Provenance
from argmap.quote import Quote
from argmap.text import Text
from argmap.view import Holder, Overlay, ShownArgument, ShownClaim, View

JSON_VERSION: Final = 1


def render_json(graph: Graph, view: View, corpus: Corpus, provenance: Provenance) -> str:
    """Return what a view shows as indented JSON, in canonical order, ending in a line break."""
    return json.dumps(graph_record(graph, view, corpus, provenance), ensure_ascii=False, indent=1, default=dict) + "\n"


def graph_record(graph: Graph, view: View, corpus: Corpus, provenance: Provenance) -> dict[str, Any]:
    """Return what a view shows as plain mappings and lists."""
    locator = Locator(corpus)
    shown = {one.claim.id for one in view.claims} | {one.argument.id for one in view.arguments}
    statements = [statement for statement in graph.statements.values() if statement.target in shown]
    published = {source.id for source in view.sources}.union(statement.source for statement in statements)
    sources = [source for source in graph.sources.values() if source.id in published]
    actors = _actors_of(graph, sources, statements)
    return {
        "version": JSON_VERSION,
        "sources": [_filled(_source(source, locator)) for source in sources],
        "actors": [_filled(_actor(actor, locator)) for actor in actors],
        "questions": [_filled(_question(question, locator)) for question in view.questions],
        "claims": [_filled(_claim(one, locator)) for one in view.claims],
        "arguments": [_filled(_argument(one, locator)) for one in view.arguments],
        "contraries": [list(pair) for pair in view.contraries],
        "statements": [
            _filled(_statement(one, _condition(graph, one.given, shown), locator, provenance.anchors.get(one.id, ())))
            for one in statements
        ],
        "short": {name: view.short[name] for name in view.short if view.short[name] != name},
    }


def _actors_of(graph: Graph, sources: Sequence[Source], statements: Sequence[Statement]) -> list[Actor]:
    """The actors that are named by what is shown, and whom they belong to."""
    named = {
        actor
        for statement in statements
        for actor in (*statement.actors, *statement.via, statement.affiliation)
        if actor is not None
    }
    named.update(actor for source in sources for actor in (*source.author, source.outlet) if actor is not None)
    waiting = list(named)
    while waiting:
        affiliation = graph.actors[waiting.pop()].affiliation
        if affiliation is not None and affiliation not in named:
            named.add(affiliation)
            waiting.append(affiliation)
    return [actor for actor in graph.actors.values() if actor.id in named]


_VALUES: Final = frozenset({str, int, float})
"""What says something even where it is empty or nought, as None, False and an empty list do not."""


def _filled(record: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in record.items() if value or type(value) in _VALUES}


def _common(entity: Entity, locator: Locator) -> dict[str, Any]:
    line, column = locator.start(entity)
    return {
        "tags": list(entity.tags),
        "note": entity.note,
        "extensions": dict(entity.extensions),
        "place": {"file": locator.document(entity).relative, "line": line, "column": column},
    }


def _source(source: Source, locator: Locator) -> dict[str, Any]:
    annotator = source.annotator
    return {
        "id": source.id,
        "title": source.title,
        "author": list(source.author),
        "outlet": source.outlet,
        "date": source.date,
        "language": source.language,
        "url": source.url,
        "file": source.text_file,
        "sha256": source.sha256,
        "annotator": None if annotator is None else _filled({"id": annotator.id, "name": annotator.name}),
        **_common(source, locator),
    }


def _actor(actor: Actor, locator: Locator) -> dict[str, Any]:
    return {
        "id": actor.id,
        "name": dict(actor.name),
        "kind": actor.kind.value,
        "role": actor.role,
        "affiliation": actor.affiliation,
        **_common(actor, locator),
    }


def _question(question: Question, locator: Locator) -> dict[str, Any]:
    return {"id": question.id, "text": question.text, "kind": question.kind.value, **_common(question, locator)}


def _claim(shown: ShownClaim, locator: Locator) -> dict[str, Any]:
    claim = shown.claim
    return {
        "id": claim.id,
        "text": dict(claim.text),
        "type": "evidence" if claim.evidence else "claim",
        "kind": None if claim.kind is None else claim.kind.value,
        "answers": list(claim.answers),
        "implicit": claim.implicit,
        "observed": claim.observed,
        "cites": [_cite(cite) for cite in claim.cites],
        "credence": claim.credence,
        "holders": [_holder(holder) for holder in shown.holders],
        "overlay": None if shown.overlay is None else _overlay(shown.overlay),
        **_common(claim, locator),
    }


def _cite(cite: Cite) -> dict[str, Any]:
    return _filled({"title": cite.title, "url": cite.url, "date": cite.date})


def _overlay(overlay: Overlay) -> dict[str, Any]:
    return _filled({"bar": overlay.bar, "mark": overlay.mark, "note": overlay.note})


def _holder(holder: Holder) -> dict[str, Any]:
    record = {
        "actor": holder.actor.id,
        "stance": holder.stance.value,
        "conditional": holder.conditional,
        "rivals": list(holder.rivals),
        "statements": [statement.id for statement in holder.statements],
    }
    return _filled(record)


def _argument(shown: ShownArgument, locator: Locator) -> dict[str, Any]:
    argument = shown.argument
    return {
        "id": argument.id,
        "relation": argument.relation.value,
        "premises": list(argument.premises),
        "target": argument.target,
        "scheme": argument.scheme,
        "strength": argument.strength,
        "shorthand": argument.shorthand,
        "asserted": shown.asserted,
        "holders": [_holder(holder) for holder in shown.holders],
        **_common(argument, locator),
    }


def _condition(graph: Graph, given: str | Text | None, shown: Collection[str]) -> Text | None:
    """A condition as the JSON has it: a claim that is shown by its id, one that is not in its words."""
    if not isinstance(given, str):
        return given
    return {"claim": given} if given in shown else graph.claims[given].text


def _statement(statement: Statement, given: Text | None, locator: Locator, anchors: Sequence[Outcome]) -> dict[str, Any]:
    return {
        "id": statement.id,
        "source": statement.source,
        "actors": list(statement.actors),
        "via": list(statement.via),
        "target": statement.target,
        "target_kind": statement.target_kind,
        "stance": statement.stance.value,
        "act": statement.act.value,
        "speech": None if statement.speech is None else statement.speech.value,
        "quotes": [_quote(quote, anchors[row] if row < len(anchors) else None) for row, quote in enumerate(statement.quotes)],
        "gloss": statement.gloss,
        "given": given,
        "hedge": None if statement.hedge is None else statement.hedge.value,
        "confidence": None if statement.confidence is None else statement.confidence.value,
        "affiliation": statement.affiliation,
        "replies": statement.replies,
        "replaces": statement.replaces,
        **_common(statement, locator),
    }


def _quote(quote: Quote, outcome: Outcome | None) -> dict[str, Any]:
    record: dict[str, Any] = {"exact": quote.exact, "prefix": quote.prefix or None, "suffix": quote.suffix or None}
    if isinstance(outcome, Anchor):
        record |= {"start": outcome.start, "end": outcome.end, "way": outcome.way.value}
    return _filled(record)
