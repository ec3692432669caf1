"""Agreement in words and numbers → stances."""

from types import MappingProxyType
from typing import Final

from argmap.words import Stance

_FOR: Final = ("yes", "y", "true", "t", "agree", "agreed", "agreement", "for", "pro", "support", "+", "ja", "да", "за", "oui")
_DISAGREE: Final = ("disagree", "disagreed", "disagreement")
_AGAINST: Final = ("no", "n", "false", "f", *_DISAGREE, "against", "con", "contra", "oppose", "-", "nein", "нет", "против", "non")
_OTHER: Final = MappingProxyType({"mixed": Stance.MIXED, "both": Stance.MIXED, "neutral": Stance.NEUTRAL})


def stance_of(words: str, *, signed: bool) -> Stance | None:
    """Return the stance that a cell tells; None where it is not understood.

    Args:
        words: the cell.
        signed: whether numbers run from negative to positive, so that 0 lies between; else 0 is against.

    >>> stance_of("1", signed=False), stance_of("0", signed=False), stance_of("0", signed=True)
    (<Stance.FOR: 'for'>, <Stance.AGAINST: 'against'>, <Stance.NEUTRAL: 'neutral'>)
    """
    word = words.lower().replace("−", "-")
    if word in _FOR:
        return Stance.FOR
    if word in _AGAINST:
        return Stance.AGAINST
    if word in _OTHER:
        return _OTHER[word]
    try:
        number = float(word.replace(",", "."))
    except ValueError:
        return None
    if number == 0:
        return Stance.NEUTRAL if signed else Stance.AGAINST
    return None if number != number else Stance.FOR if number > 0 else Stance.AGAINST  # noqa: PLR0124 - not a number
