"""Two rows face to face: over what they agree, over what they conflict, and what only one of them speaks about."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from argmap.comparison.comparing import Comparison
from argmap.comparison.grounds import Clash, Ground
from argmap.comparison.pairs.agreement import Agreement
from argmap.comparison.positions.said import LEVELS, Position
from argmap.comparison.record.events import Event
from argmap.words import Stance


@dataclass(frozen=True, slots=True)
class Shared:
    """A claim on which both take a stance."""

    claim: str
    first: Position
    second: Position


@dataclass(frozen=True, slots=True)
class Opposition:
    """Two claims that compete, one held by the first, the other by the second; derived, for neither may speak of the other's."""

    first_claim: str
    second_claim: str
    question: str | None
    """The choice to which both are answers; None where they are contraries."""
    first_events: tuple[Event, ...]
    second_events: tuple[Event, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FaceToFace:
    """Everything in which two rows can be compared; claims in canonical order."""

    first: str
    second: str
    agreement: Agreement
    agree: tuple[Shared, ...]
    """The same position."""
    differ: tuple[Shared, ...]
    """One takes a side, and the other is of two minds or declines to choose."""
    conflict: tuple[Shared, ...]
    """One for, one against."""
    conditional: tuple[Shared, ...]
    """Different positions under different conditions, which is no conflict."""
    oppositions: tuple[Opposition, ...]
    only_first: tuple[Position, ...]
    only_second: tuple[Position, ...]
    clashes: tuple[Clash, ...]
    """Attacks and undercuts between what the two hold."""
    first_grounds: tuple[Ground, ...]
    second_grounds: tuple[Ground, ...]


def face_to_face(comparison: Comparison, first: str, second: str) -> FaceToFace:
    """Return two rows of a comparison face to face.

    Raises:
        KeyError: one of them is no row of it.
    """
    agreement = comparison.agreements.of(first, second)
    one, other = dict(_positions(comparison, first)), dict(_positions(comparison, second))
    shared = [Shared(claim, one[claim], other[claim]) for claim in one if claim in other]
    apart = [pair for pair in shared if _conditions_part(pair)]
    together = [pair for pair in shared if not _conditions_part(pair)]
    return FaceToFace(
        first=first,
        second=second,
        agreement=agreement,
        agree=tuple(pair for pair in together if _distance(pair) == 0),
        differ=tuple(pair for pair in together if _distance(pair) == 1),
        conflict=tuple(pair for pair in together if _distance(pair) > 1),
        conditional=tuple(apart),
        oppositions=tuple(_oppositions(comparison, first, second)),
        only_first=tuple(position for claim, position in one.items() if claim not in other),
        only_second=tuple(position for claim, position in other.items() if claim not in one),
        clashes=tuple(clash for clash in comparison.clashes if _between(clash, first, second)),
        first_grounds=tuple(ground for ground in comparison.grounds if ground.party == first),
        second_grounds=tuple(ground for ground in comparison.grounds if ground.party == second),
    )


def _positions(comparison: Comparison, party: str) -> Iterator[tuple[str, Position]]:
    for claim in comparison.claims:
        position = comparison.positions.get((party, claim))
        if position is not None and position.stance is not None:
            yield claim, position


def _distance(pair: Shared) -> int:
    return abs(_level(pair.first) - _level(pair.second))


def _level(position: Position) -> int:
    return LEVELS[position.stance or Stance.NEUTRAL]


def _conditions_part(pair: Shared) -> bool:
    return (
        _distance(pair) > 0
        and pair.first.conditional
        and pair.second.conditional
        and pair.first.conditions != pair.second.conditions
    )


def _oppositions(comparison: Comparison, first: str, second: str) -> Iterable[Opposition]:
    """A claim of the second from which it follows that it is against one that the first is for."""
    for claim in comparison.claims:
        position = comparison.positions.get((first, claim))
        supporting = tuple(event for event in position.events if event.stance is Stance.FOR) if position else ()
        derived = comparison.derived.get((second, claim)) if supporting else None
        for reason in derived.reasons if derived else ():
            yield Opposition(claim, reason.claim, reason.question, supporting, reason.events)


def _between(clash: Clash, first: str, second: str) -> bool:
    return (first in clash.attacking and second in clash.defending) or (second in clash.attacking and first in clash.defending)
