"""Cells of agreement → stances: in words and signs, or in numbers, whose column tells on which scale they are."""

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, NamedTuple

from argmap.exchange.stances import has_degree, stance_in_words
from argmap.words import Stance

_NUMBER: Final = re.compile(r"[+-]?\d{1,9}(?:[.,]\d{1,9})?")


@dataclass(frozen=True, slots=True)
class Scale:
    """The least and the greatest number that a column may hold; who is for stands above their middle."""

    least: int
    greatest: int

    def __str__(self) -> str:
        least, greatest = (
            f"−{-end}" if end < 0 else f"+{end}" if self.least < 0 else f"{end}" for end in (self.least, self.greatest)
        )
        return f"{least} to {greatest}"

    @property
    def middle(self) -> float:
        """The number of who is neither for nor against."""
        return (self.least + self.greatest) / 2

    @property
    def has_degrees(self) -> bool:
        """Whether its numbers tell more than who is for and who is against."""
        return self.greatest > 1


SIDED: Final = (Scale(0, 1), Scale(-1, 1), Scale(-2, 2), Scale(-3, 3))
"""Those whose numbers tell the side themselves; of those below 0 one must be there."""
LEVELS: Final = (Scale(1, 5), Scale(1, 7))
"""Those whose greatest number must be there: from 1 to 2, 3 or 4, numbers may mean anything."""


class Agreement(NamedTuple):
    """What a cell tells."""

    stance: Stance
    scale: Scale | None
    """Where it tells the stance by a number on one with degrees."""
    has_degree: bool
    """Whether it says how strongly, too."""


def scale_of(cells: Iterable[str]) -> Scale | None:
    """Return the scale that the numbers of a column are on; None where there are none, or it is not certain.

    >>> str(scale_of(["0", "1"])), str(scale_of(["-1", "0,5"])), str(scale_of(["1", "5"])), scale_of(["1", "4"])
    ('0 to 1', '−1 to +1', '1 to 5', None)
    """
    least, greatest = math.inf, -math.inf
    for number in map(_number, cells):
        if number is not None:
            least, greatest = min(least, number), max(greatest, number)
    if least > greatest:
        return None
    sided = (scale for scale in SIDED if scale.least <= least and greatest <= scale.greatest and (least < 0) == (scale.least < 0))
    levels = (scale for scale in LEVELS if scale.least <= least and greatest == scale.greatest)
    return next(sided, None) or next(levels, None)


def agreement_of(words: str, scale: Scale | None) -> Agreement | None:
    """Return what a cell of a column with that scale tells; None where it is not understood.

    >>> agreement_of("2", Scale(1, 5)).stance, agreement_of("0", Scale(0, 1)).stance, agreement_of("9", None)
    (<Stance.AGAINST: 'against'>, <Stance.AGAINST: 'against'>, None)
    """
    stance = stance_in_words(words)
    if stance is not None:
        return Agreement(stance, None, has_degree(words))
    number = _number(words)
    if number is None or scale is None:
        return None
    if number == scale.middle:
        return Agreement(Stance.NEUTRAL, scale if scale.has_degrees else None, has_degree=False)
    stance = Stance.FOR if number > scale.middle else Stance.AGAINST
    is_end = number in {scale.least, scale.greatest}
    return Agreement(stance, scale if scale.has_degrees else None, has_degree=scale.has_degrees or not is_end)


def _number(words: str) -> float | None:
    plain = "".join(words.split()).replace("−", "-").replace("–", "-")
    return float(plain.replace(",", ".")) if _NUMBER.fullmatch(plain) else None
