"""What becomes of a quote that is looked for: a place and the way it was found, several places, or none and why."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

Span: TypeAlias = tuple[int, int]
"""A place [start, end) in code points."""


class Way(StrEnum):
    """How a quote was found."""

    EXACT = "exact"
    NORMALISED = "normalised"
    APPROXIMATE = "approximate"


class Reason(StrEnum):
    """Why a quote has no place."""

    EMPTY = "empty"
    """The quote has no visible character."""
    ABSENT = "absent"
    """Nothing in the text resembles it."""
    SHORT = "short"
    """Something resembles it, but so short a quote must agree but for its spelling."""
    UNLIKE = "unlike"
    """Something resembles it, but too little."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """The place [start, end) of a quote, in code points of the text as it was given."""

    start: int
    end: int
    way: Way
    score: float
    """How much the place reads like the quote, 0 to 100; 100 unless it is approximate."""
    lookalikes: bool
    """Letters were taken for letters of another script that look alike, as Cyrillic С for Latin C."""


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """More than one place could be meant; a prefix or suffix would tell."""

    places: tuple[Span, ...]
    """In the order of the text, at least two."""


@dataclass(frozen=True, slots=True)
class Missing:
    """The quote was not found."""

    reason: Reason
    nearest: Anchor | None = None
    """The place that resembles it most, if any does."""


Outcome: TypeAlias = Anchor | Ambiguous | Missing
