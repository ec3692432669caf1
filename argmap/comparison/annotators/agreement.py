"""What several annotators made of the same sources: how far they agree, and over what they do not, which is what people act on."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final, TypeAlias

from argmap.anchoring import Anchor
from argmap.comparison.annotators.reliability import (
    Span,
    character_f1,
    cohens_kappa,
    krippendorffs_alpha,
    percent_agreement,
    span_f1,
)
from argmap.comparison.positions.said import LEVELS
from argmap.comparison.record.readings import Reading, ReadSource
from argmap.graph import Graph, Statement
from argmap.provenance import Provenance
from argmap.standing import in_force, joint_stance
from argmap.words import Stance

Unit: TypeAlias = tuple[str, str, str]
"""A source, an actor in it, and a claim: the ids, those of one file only without the file."""

ORDER: Final = (-1, 0, 1)
"""Stances from the lowest to the highest for ordinal data: against, mixed and neutral, for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """An actor and a claim of which two annotators made different things, or only one made anything."""

    source: str
    actor: str
    claim: str
    first: Stance | None
    """What the first annotator reads; None where he sees no stance."""
    second: Stance | None
    first_statements: tuple[Statement, ...]
    second_statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnotatorPair:
    """How far two annotators agree on the sources that both read, over actors × claims. Numbers are None where undefined."""

    first: str
    """Id of the annotator; empty for a file that names none."""
    second: str
    sources: tuple[str, ...]
    both: int
    """Actors × claims on which both see a stance: over these are the next four."""
    percent: float | None
    """The share on which it is the same, 0 to 1."""
    kappa: float | None
    alpha_nominal: float | None
    alpha_ordinal: float | None
    only_first: int
    """Actors × claims on which only the first sees a stance."""
    only_second: int
    coding_f1: float | None
    """2 · both / (2 · both + only_first + only_second): whether they see stances in the same places."""
    span_f1: float | None
    """Whether they quote the same passages; None also where the text is not on this machine."""
    character_f1: float | None
    disagreements: tuple[Disagreement, ...]
    """In canonical order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnotatorAgreement:
    """How far all annotators agree who read sources that others read too."""

    pairs: tuple[AnnotatorPair, ...]
    units: int
    """Actors × claims on which at least two annotators see a stance."""
    alpha_nominal: float | None
    """Krippendorff's alpha over all annotators and sources, missing values allowed."""
    alpha_ordinal: float | None


@dataclass(frozen=True)
class _Coding:
    """What one annotator made of one source."""

    stances: Mapping[Unit, Stance]
    statements: Mapping[Unit, tuple[Statement, ...]]
    spans: tuple[Span, ...] | None
    """None where the text is not here."""


def annotator_agreement(graph: Graph, sources: Iterable[ReadSource], provenance: Provenance | None) -> AnnotatorAgreement | None:
    """Return how far annotators agree; None where no source has two of them.

    Claims and actors that stand in a codebook are the same for all; those that files define themselves are where their ids are.

    Args:
        graph: with all readings.
        sources: of the graph.
        provenance: where quotes stand, of at least the sources with several readings.
    """
    several = [source for source in sources if len(source.readings) > 1]
    if not several:
        return None
    codings: dict[str, dict[str, _Coding]] = {}
    for source in several:
        for reading in source.readings:
            codings.setdefault(reading.annotator, {})[source.id] = _coding(graph, source.id, reading, provenance)
    units = _in_order(codings)
    values = [[_level(coding, unit) for coding in codings.values()] for unit in units]
    coded = [[_stance(coding, unit) for coding in codings.values()] for unit in units]
    return AnnotatorAgreement(
        pairs=tuple(
            _pair(one, other, codings, units)
            for one, other in combinations(codings, 2)
            if codings[one].keys() & codings[other].keys()
        ),
        units=sum(sum(value is not None for value in unit) > 1 for unit in values),
        alpha_nominal=krippendorffs_alpha(coded),
        alpha_ordinal=krippendorffs_alpha(values, ORDER),
    )


def _coding(graph: Graph, source: str, reading: Reading, provenance: Provenance | None) -> _Coding:
    statements = [statement for statement in graph.statements.values() if statement.source in reading.files]
    said: dict[Unit, list[Statement]] = {}
    for statement, actors in in_force(statements):
        if statement.target_kind != "argument":
            for actor in actors:
                said.setdefault((source, _shared(actor, reading), _shared(statement.target, reading)), []).append(statement)
    anchors = provenance.anchors if provenance is not None else {}
    here = provenance is not None and all(file in provenance.texts for file in reading.files)
    spans = tuple(
        (outcome.start, outcome.end)
        for statement in statements
        for outcome in anchors.get(statement.id, ())
        if isinstance(outcome, Anchor)
    )
    return _Coding(
        stances={unit: joint_stance(statement.stance for statement in found) for unit, found in said.items()},
        statements={unit: tuple(found) for unit, found in said.items()},
        spans=spans if here else None,
    )


def _shared(name: str, reading: Reading) -> str:
    """The id under which another annotator may mean the same: without the file, where that is one of the reading's own."""
    file, _, local = name.partition("/")
    return local if file in reading.files else name


def _stance(codings: Mapping[str, _Coding], unit: Unit) -> Stance | None:
    coding = codings.get(unit[0])
    return coding.stances.get(unit) if coding else None


def _level(codings: Mapping[str, _Coding], unit: Unit) -> int | None:
    stance = _stance(codings, unit)
    return None if stance is None else LEVELS[stance]


def _in_order(codings: Mapping[str, Mapping[str, _Coding]]) -> list[Unit]:
    """All units, by source, then as they come in the text to the first annotator who sees them."""
    by_source: dict[str, dict[Unit, None]] = {}
    for sources in codings.values():
        for source, coding in sources.items():
            by_source.setdefault(source, {}).update(dict.fromkeys(coding.stances))
    return [unit for units in by_source.values() for unit in units]


def _pair(one: str, other: str, codings: Mapping[str, Mapping[str, _Coding]], units: Sequence[Unit]) -> AnnotatorPair:
    first, second = codings[one], codings[other]
    sources = [source for source in first if source in second]
    seen = [
        (unit, _stance(first, unit), _stance(second, unit))
        for unit in units
        if unit[0] in second and unit[0] in first and (unit in first[unit[0]].stances or unit in second[unit[0]].stances)
    ]
    both = [(a, b) for _, a, b in seen if a is not None and b is not None]
    only_first = sum(b is None for _, _, b in seen)
    only_second = sum(a is None for _, a, _ in seen)
    texts = _spans(first, second, sources)
    return AnnotatorPair(
        first=one,
        second=other,
        sources=tuple(sources),
        both=len(both),
        percent=percent_agreement(both),
        kappa=cohens_kappa(both),
        alpha_nominal=krippendorffs_alpha(both),
        alpha_ordinal=krippendorffs_alpha([(LEVELS[a], LEVELS[b]) for a, b in both], ORDER),
        only_first=only_first,
        only_second=only_second,
        coding_f1=2 * len(both) / (2 * len(both) + only_first + only_second) if seen else None,
        span_f1=span_f1(texts) if texts is not None else None,
        character_f1=character_f1(texts) if texts is not None else None,
        disagreements=tuple(
            Disagreement(
                source=unit[0],
                actor=unit[1],
                claim=unit[2],
                first=a,
                second=b,
                first_statements=first[unit[0]].statements.get(unit, ()),
                second_statements=second[unit[0]].statements.get(unit, ()),
            )
            for unit, a, b in seen
            if a is not b
        ),
    )


def _spans(
    first: Mapping[str, _Coding], second: Mapping[str, _Coding], sources: Sequence[str]
) -> list[tuple[tuple[Span, ...], tuple[Span, ...]]] | None:
    """The passages of both in each source; None where a text is missing."""
    texts = []
    for source in sources:
        one, other = first[source].spans, second[source].spans
        if one is None or other is None:
            return None
        texts.append((one, other))
    return texts
