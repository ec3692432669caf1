"""How far annotators agree: percent agreement, Cohen's kappa, Krippendorff's alpha, F1 of passages. Plain numbers in and out."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from itertools import permutations
from typing import TypeAlias

Span: TypeAlias = tuple[int, int]
"""[start, end) in code points of a text."""

Values: TypeAlias = Sequence[tuple[Hashable, Hashable]]
"""What two annotators made of the same units."""


def percent_agreement(values: Values) -> float | None:
    """Return the share of units of which two annotators made the same, 0 to 1; None where there are no units."""
    return sum(one == other for one, other in values) / len(values) if values else None


def cohens_kappa(values: Values) -> float | None:
    """Return Cohen's kappa of two annotators (Cohen 1960): 1 is full agreement, 0 what chance gives; None where it is undefined.

    It is undefined without units, and where both used the same single value, so that chance already agrees fully.

    >>> cohens_kappa([("for", "for"), ("for", "against"), ("against", "against"), ("against", "against")])
    0.5
    """
    count = len(values)
    first, second = Counter(one for one, _ in values), Counter(other for _, other in values)
    by_chance = sum(first[value] * second[value] for value in first)
    if by_chance == count * count:
        return None
    observed = sum(one == other for one, other in values) * count
    return (observed - by_chance) / (count * count - by_chance)


def krippendorffs_alpha(units: Iterable[Sequence[Hashable | None]], order: Sequence[Hashable] | None = None) -> float | None:
    """Return Krippendorff's alpha (Krippendorff 2011): 1 is full agreement, 0 what chance gives; None where it is undefined.

    It is undefined where no unit has two values, and where all values are the same.

    Args:
        units: for each unit the value of every annotator, None where one is missing.
        order: the values from the lowest to the highest, for ordinal data; without it data are nominal.
    """
    coincidences: dict[tuple[Hashable, Hashable], float] = defaultdict(float)
    for unit in units:
        values = [value for value in unit if value is not None]
        for pair in permutations(values, 2):
            coincidences[pair] += 1 / (len(values) - 1)
    totals: dict[Hashable, float] = defaultdict(float)
    for (value, _), number in coincidences.items():
        totals[value] += number
    count = sum(totals.values())
    observed = sum(number * _distance(one, other, totals, order) for (one, other), number in coincidences.items())
    expected = sum(totals[one] * totals[other] * _distance(one, other, totals, order) for one, other in permutations(totals, 2))
    return 1 - (count - 1) * observed / expected if expected else None


def _distance(one: Hashable, other: Hashable, totals: Mapping[Hashable, float], order: Sequence[Hashable] | None) -> float:
    """The squared difference of two values: 0 or 1, for ordinal data how many values lie between them, ends counted half."""
    if one == other:
        return 0
    if order is None:
        return 1
    low, high = sorted((order.index(one), order.index(other)))
    between = sum(totals[value] for value in order[low : high + 1])
    return float(between - (totals[one] + totals[other]) / 2) ** 2


def character_f1(texts: Iterable[tuple[Iterable[Span], Iterable[Span]]]) -> float | None:
    """Return how far two annotators marked the same characters, 0 to 1; None where neither marked any.

    Args:
        texts: for each text the passages that the one and the other marked.

    >>> character_f1([([(0, 10)], [(5, 15)])])
    0.5
    """
    both = marked = 0
    for first, second in texts:
        one, other = _united(first), _united(second)
        marked += sum(end - start for start, end in (*one, *other))
        both += sum(max(0, min(end, stop) - max(start, begin)) for start, end in one for begin, stop in other)
    return 2 * both / marked if marked else None


def span_f1(texts: Iterable[tuple[Iterable[Span], Iterable[Span]]]) -> float | None:
    """Return how far two annotators marked the same passages, 0 to 1; None where neither marked any.

    Two passages are the same where they share at least half of what they cover together; each has one partner at most, the
    most alike first.

    Args:
        texts: for each text the passages that the one and the other marked.

    >>> span_f1([([(0, 10), (20, 30)], [(0, 8), (24, 40)])])
    0.5
    """
    same = marked = 0
    for first, second in texts:
        one, other = sorted(set(first)), sorted(set(second))
        marked += len(one) + len(other)
        same += _partners(one, other)
    return 2 * same / marked if marked else None


def _partners(one: Sequence[Span], other: Sequence[Span]) -> int:
    alike = [
        (-likeness, row, column)
        for row, span in enumerate(one)
        for column, candidate in enumerate(other)
        if (likeness := _likeness(span, candidate)) >= 1 / 2
    ]
    rows: set[int] = set()
    columns: set[int] = set()
    for _, row, column in sorted(alike):
        if row not in rows and column not in columns:
            rows.add(row)
            columns.add(column)
    return len(rows)


def _likeness(one: Span, other: Span) -> float:
    both = min(one[1], other[1]) - max(one[0], other[0])
    return max(0, both) / (max(one[1], other[1]) - min(one[0], other[0]))


def _united(spans: Iterable[Span]) -> list[Span]:
    united: list[Span] = []
    for start, end in sorted(spans):
        if united and start <= united[-1][1]:
            united[-1] = united[-1][0], max(end, united[-1][1])
        else:
            united.append((start, end))
    return united
