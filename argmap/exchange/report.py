"""What was kept, what was changed and what could not be kept, with counts: the honesty of imports and exports."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

EXAMPLES: Final = 3
"""So many examples are kept of each kind of loss; the others are counted."""


class Outcome(StrEnum):
    """What became of something."""

    KEPT = "kept"
    CHANGED = "changed"
    LOST = "not kept"


@dataclass(frozen=True, slots=True)
class Item:
    """What became of things of one kind."""

    outcome: Outcome
    what: str
    """The kind, in the plural: timestamps of nodes."""
    number: int
    examples: tuple[str, ...] = ()
    """Which, or why, of the first few."""


@dataclass(frozen=True, slots=True)
class Report:
    """What became of everything, in the order in which it was met."""

    items: tuple[Item, ...] = ()

    def of(self, outcome: Outcome) -> tuple[Item, ...]:
        """Return the items of one outcome."""
        return tuple(item for item in self.items if item.outcome is outcome)

    def number(self, outcome: Outcome, what: str) -> int:
        """Return how many things of a kind had an outcome."""
        return sum(item.number for item in self.items if item.outcome is outcome and item.what == what)


class Tally:
    """A report in the making.

    Args:
        whole: what is counted here is counted there too: of one file among several.
    """

    def __init__(self, whole: "Tally | None" = None) -> None:
        self._whole = whole
        self._entries = 0.0
        self._numbers: dict[tuple[Outcome, str], int] = {}
        self._examples: dict[tuple[Outcome, str], list[str]] = {}

    def kept(self, what: str, number: int = 1) -> None:
        """Count things that are there as they were."""
        self.count(Outcome.KEPT, what, "", number)

    def changed(self, what: str, example: str = "", number: int = 1) -> None:
        """Count things that are there in another form; the example says which, or how."""
        self.count(Outcome.CHANGED, what, example, number)

    def lost(self, what: str, example: str = "", number: int = 1) -> None:
        """Count things that could not be kept; the example says which, or why."""
        self.count(Outcome.LOST, what, example, number)

    def count(self, outcome: Outcome, what: str, example: str, number: int) -> None:
        """Count things that had an outcome; none is no news, unless some had it before."""
        if self._whole is not None:
            self._whole.count(outcome, what, example, number)
        key = (outcome, what)
        if number <= 0 and key not in self._numbers:
            return
        self._numbers[key] = self._numbers.get(key, 0) + number
        examples = self._examples.setdefault(key, [])
        if example and len(examples) < EXAMPLES and example not in examples:
            examples.append(example)

    def entry(self, part: float = 1) -> int:
        """Count an entry, or what takes a part of the memory of one; return how many there are of all files together."""
        if self._whole is not None:
            return self._whole.entry(part)
        self._entries += part
        return int(self._entries)

    def add(self, item: Item) -> None:
        """Count what another report has counted."""
        self.count(item.outcome, item.what, "", item.number)
        for example in item.examples:
            self.count(item.outcome, item.what, example, 0)

    def report(self) -> Report:
        """Return the report so far."""
        return Report(
            tuple(
                Item(outcome, what, number, tuple(self._examples[outcome, what]))
                for (outcome, what), number in self._numbers.items()
            )
        )


def joined(reports: Iterable[Report]) -> Report:
    """Return one report for several."""
    tally = Tally()
    for report in reports:
        for item in report.items:
            tally.add(item)
    return tally.report()
