"""How far the annotators of the same sources agree, and over what they do not."""

from collections.abc import Iterator
from typing import Final

from rich.console import RenderableType
from rich.text import Text

from argmap.cli.terminal.writing import SILENT, Teller, hanging, heading, mark
from argmap.comparison.annotators.agreement import AnnotatorPair, Disagreement
from argmap.comparison.record.readings import annotators_of
from argmap.words import Stance

_MOST: Final = 12


def annotators(teller: Teller) -> Iterator[RenderableType]:
    """Yield how far annotators agree, and what they made differently of the same texts."""
    found = teller.comparison.annotators
    if found is None:
        return
    values = [
        f"{name} {teller.number(value)}"
        for name, value in ((teller.say("alpha_nominal"), found.alpha_nominal), (teller.say("alpha_ordinal"), found.alpha_ordinal))
        if value is not None
    ]
    yield heading(teller.say("annotators"), ", ".join([f"n={found.units}", *values]))
    names = {key: name or key for key, name in annotators_of(teller.comparison.sources).items()}
    for pair in found.pairs:
        yield from _pair(teller, pair, names[pair.first], names[pair.second])


def _pair(teller: Teller, pair: AnnotatorPair, first: str, second: str) -> Iterator[RenderableType]:
    yield Text.assemble((f"{first} – {second}", "bold"), (f"  {', '.join(pair.sources[:3])}", "dim"))
    measures = (
        ("kappa", pair.kappa),
        ("alpha_nominal", pair.alpha_nominal),
        ("alpha_ordinal", pair.alpha_ordinal),
        ("coding_f1", pair.coding_f1),
        ("span_f1", pair.span_f1),
        ("character_f1", pair.character_f1),
    )
    percent = [] if pair.percent is None else [f"{teller.say('percent')} {teller.number(pair.percent * 100, 0)}\u00a0%"]
    shown = (f"{teller.say(name)} {teller.number(value)}" for name, value in measures if value is not None)
    yield hanging([("", ", ".join([f"n={pair.both}", *percent, *shown]))])
    # Where both read a stance, a different one weighs more than where only one of them saw any.
    in_order = sorted(pair.disagreements, key=lambda one: one.first is None or one.second is None)
    yield hanging((_marks(one), _words(teller, one)) for one in in_order[:_MOST])
    if len(in_order) > _MOST:
        yield Text(f"  {teller.count('more_like_that', len(in_order) - _MOST)}", style="dim")


def _marks(one: Disagreement) -> Text:
    return Text.assemble(_mark(one.first), " / ", _mark(one.second))


def _mark(stance: Stance | None) -> Text:
    return mark(stance) if stance is not None else Text(SILENT, style="dim")


def _words(teller: Teller, one: Disagreement) -> Text:
    said = (*one.first_statements, *one.second_statements)
    graph = teller.comparison.graph
    claim = teller.naming.claim(said[0].target).words
    speakers = [actor for actor in said[0].actors if actor == one.actor or actor.endswith(f"/{one.actor}")]
    words = Text.assemble(
        (", ".join(teller.naming.text(graph.actors[actor].name).words for actor in speakers), "bold"), f": {claim} "
    )
    quotes = dict.fromkeys(quote.exact for statement in said for quote in statement.quotes[:1])
    return words.append(" / ".join(teller.say("quoted", words=quote) for quote in quotes), style="italic dim")
