"""The stance matrix as a table of a page: heads, rows, cells, and behind each cell its words; plain data for templates."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from argmap.comparison.comparing import Comparison
from argmap.comparison.positions.derived import DerivedStance
from argmap.comparison.positions.said import Position
from argmap.rendering.comparison.addresses import Subject
from argmap.rendering.comparison.entries import Because, Entries, Named, Said
from argmap.rendering.comparison.naming import coalition_letters
from argmap.rendering.comparison.part import Part
from argmap.words import Stance

_MOST_WITH_WORDS: Final = 600
"""With more derived stances than this, their words are not repeated in every cell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """A party, over its column."""

    name: Named
    letter: str
    """Of its coalition; empty outside."""
    said: int
    """How many positions it takes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What a party says about a claim, or what follows for the claim from what it says."""

    number: int
    party: int
    """The place of the party among the heads."""
    row: int
    """The place of the claim among the rows."""
    look: str
    """The classes of the cell."""
    label: str
    stance: Stance | None
    tally: str
    conditions: str
    """The same for the same conditions; empty where the stance does not depend on any."""
    said: tuple[Said, ...]
    derived: tuple[int, ...]
    """The rows of the claims from which it follows that the party is against; -1 for one that is not shown."""
    because: tuple[Because, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A claim, before its row."""

    claim: Named
    evidence: bool
    said: int
    divided: float
    questions: tuple[int, ...]
    """The places of the questions that it answers among those of the table."""
    cells: tuple[Cell | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The matrix."""

    heads: tuple[Head, ...]
    rows: tuple[Row, ...]
    questions: tuple[Named, ...]

    @property
    def cells(self) -> tuple[Cell, ...]:
        """All cells with something in them, row by row."""
        return tuple(cell for row in self.rows for cell in row.cells if cell is not None)


def table_of(comparison: Comparison, part: Part, entries: Entries) -> Table:
    """Return the part of the matrix that is shown."""
    naming = entries.naming
    letters = coalition_letters(comparison)
    balances = {balance.claim: balance for balance in comparison.balances}
    shown = set(part.claims)
    asked = tuple(
        dict.fromkeys(
            question for claim in comparison.claims if claim in shown for question in comparison.graph.claims[claim].answers
        )
    )
    said = dict.fromkeys(part.parties, 0)
    for _, (party, claim), _ in comparison.positions.taken():
        if party in said and claim in shown:
            said[party] += 1
    heads = tuple(
        Head(
            name=Named(*naming.party(comparison.parties[party]), entries.addresses.of(Subject.ACTOR, party)),
            letter=letters.get(party, ""),
            said=said[party],
        )
        for party in part.parties
    )
    cells = _Cells(comparison, entries, part, tuple(head.name.words for head in heads))
    rows = []
    for claim in part.claims:
        balance = balances.get(claim)
        made = tuple(cells.make(party, column, claim) for column, party in enumerate(part.parties))
        rows.append(
            Row(
                claim=entries.claim(claim),
                evidence=comparison.graph.claims[claim].evidence,
                said=sum(cell is not None and cell.stance is not None for cell in made),
                divided=round(balance.divisiveness, 4) if balance else 0.0,
                questions=tuple(asked.index(question) for question in comparison.graph.claims[claim].answers),
                cells=made,
            )
        )
    return Table(heads=heads, rows=tuple(rows), questions=tuple(entries.question(question) for question in asked))


class _Cells:
    """Makes cells, and numbers them row by row."""

    def __init__(self, comparison: Comparison, entries: Entries, part: Part, names: Sequence[str]) -> None:
        self._comparison = comparison
        self._entries = entries
        self._names = names
        self._places = {claim: place for place, claim in enumerate(part.claims)}
        positions, derived = comparison.positions, set(comparison.derived)
        filled = ((party, claim) for claim in part.claims for party in part.parties)
        self._numbers = {
            cell: number for number, cell in enumerate((cell for cell in filled if cell in positions or cell in derived), start=1)
        }
        # The same words would stand in the cells of all rivals: where these are many, they lead to where the words are.
        self._brief = sum(cell in self._numbers for cell in derived) > _MOST_WITH_WORDS

    def _because(self, derived: DerivedStance) -> tuple[Because, ...]:
        if not self._brief:
            return self._entries.of_derived(derived)
        return tuple(
            Because(
                claim=Named(*self._entries.naming.claim(reason.claim), f"#c{self._numbers[derived.party, reason.claim]}")
                if (derived.party, reason.claim) in self._numbers
                else self._entries.claim(reason.claim),
                question=None,
                said=(),
            )
            for reason in derived.reasons
        )

    def make(self, party: str, column: int, claim: str) -> Cell | None:
        position = self._comparison.positions.get((party, claim))
        derived = self._comparison.derived.get((party, claim))
        if position is None and derived is None:
            return None
        say = self._entries.naming.catalogue.say
        stance = position.stance if position else None
        conditional = position is not None and stance is not None and position.conditional
        tally = _tally(position) if position else ""
        told = [
            *([say(f"stance.{stance}")] if stance else []),
            *([say("legend.conditional")] if conditional else []),
            *([say("comparison.taken_back")] if position and not stance else []),
            *([say("comparison.derived")] if derived else []),
        ]
        return Cell(
            number=self._numbers[party, claim],
            party=column,
            row=self._places[claim],
            look=" ".join(
                [*([stance.value] if stance else ["past"] if position else []), *(["conditional"] if conditional else [])]
            ),
            label=f"{self._names[column]}: {', '.join(told)}" + (f" ({tally})" if tally and stance else ""),
            stance=stance,
            tally=tally,
            conditions=repr(sorted(map(str, position.conditions))) if position and conditional else "",
            said=self._entries.of_position(position) if position else (),
            derived=tuple(self._places.get(reason.claim, -1) for reason in derived.reasons) if derived else (),
            because=self._because(derived) if derived else (),
        )


def _tally(position: Position) -> str:
    """How often: for and against where it is both, else how many times where it is several."""
    counts = position.counts
    if counts.supporting and counts.opposing:
        return f"{counts.supporting}:{counts.opposing}"
    return f"×{counts.total}" if counts.total > 1 else "" if position.stance else "↩"
