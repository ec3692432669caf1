"""Sequences and mappings whose entries are made when they are asked for: behind them stand columns of numbers."""

from abc import abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import TypeAlias, TypeVar, overload

from argmap.comparison.arrays import Integers

Item_co = TypeVar("Item_co", covariant=True)

Cell: TypeAlias = tuple[str, str]
"""The ids of a row and of a claim."""


class Made(Sequence[Item_co]):
    """A sequence that is as long as its columns; a part of it is one as well, and makes no more of it."""

    @abstractmethod
    def at(self, place: int) -> Item_co:
        """Make the item in one place, from 0 to before the length."""

    @overload
    def __getitem__(self, place: int) -> Item_co: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Item_co]: ...
    def __getitem__(self, place: int | slice) -> Item_co | Sequence[Item_co]:
        places = range(len(self))
        return Chosen(self, places[place]) if isinstance(place, slice) else self.at(places[place])

    def __iter__(self) -> Iterator[Item_co]:
        return map(self.at, range(len(self)))


class Chosen(Made[Item_co]):
    """Some items of a sequence, in some order."""

    def __init__(self, items: Made[Item_co], places: Sequence[int] | Integers) -> None:
        self._items = items
        self._places = places

    def at(self, place: int) -> Item_co:
        """Make the item in one place of the choice."""
        return self._items.at(int(self._places[place]))

    def __len__(self) -> int:
        return len(self._places)


class Cells(Mapping[Cell, Item_co]):
    """A mapping from cells of the table of rows and claims: by row, then by claim, in canonical order; most cells are empty."""

    def __init__(self, parties: Sequence[str], claims: Sequence[str]) -> None:
        """Take the ids of all rows and claims."""
        self._parties = parties
        self._claims = claims
        self._width = max(len(claims), 1)

    @property
    @abstractmethod
    def cells(self) -> Integers:
        """Which cells have an item, as `row · claims + claim`, in order."""

    @abstractmethod
    def at(self, place: int) -> Item_co:
        """Make the item in one place of that order."""

    @cached_property
    def party(self) -> Integers:
        """The row of each item, as its place among all rows."""
        return self.cells // self._width

    @cached_property
    def claim(self) -> Integers:
        """The claim of each item, as its place among all claims."""
        return self.cells % self._width

    @cached_property
    def _party_at(self) -> Mapping[str, int]:
        return {party: place for place, party in enumerate(self._parties)}

    @cached_property
    def _claim_at(self) -> Mapping[str, int]:
        return {claim: place for place, claim in enumerate(self._claims)}

    def place(self, cell: Cell) -> int | None:
        """Return the place of a cell's item; None where it has none."""
        party, claim = self._party_at.get(cell[0]), self._claim_at.get(cell[1])
        if party is None or claim is None:
            return None
        number, cells = party * self._width + claim, self.cells
        place = int(cells.searchsorted(number))
        return place if place < len(cells) and cells[place] == number else None

    def __getitem__(self, cell: Cell) -> Item_co:
        place = self.place(cell)
        if place is None:
            raise KeyError(cell)
        return self.at(place)

    def __contains__(self, cell: object) -> bool:
        match cell:
            case (str(party), str(claim)):
                return self.place((party, claim)) is not None
            case _:
                return False

    def __iter__(self) -> Iterator[Cell]:
        for party, claim in zip(self.party.tolist(), self.claim.tolist(), strict=True):
            yield self._parties[party], self._claims[claim]

    def __len__(self) -> int:
        return len(self.cells)
