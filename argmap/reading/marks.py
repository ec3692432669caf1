"""Where the keys and values of a YAML text stand: two rows of numbers and words in the order of the text.

A file of a hundred thousand entries has a million places. An object for each takes more memory than all that the file says.
"""

from array import array
from collections.abc import Iterator, Sequence
from typing import Final, TypeAlias

Span: TypeAlias = tuple[int, int]
"""[start, end) in code points."""

BITS: Final = 32
MASK: Final = (1 << BITS) - 1
_FEW: Final = 64
"""A mapping of so few rows is gone through for each question, a longer one is indexed."""


class Marks:
    """The places of the keys and values of a text. Each has a row; the root has row 0, a value the row after its key.

    Of equal keys in one mapping the first counts; what stands under the others only is found all the same.
    """

    __slots__ = ("_items", "_keys", "shape", "spans")

    def __init__(self) -> None:
        self.spans = array("Q")
        """For each row start << 32 | end."""
        self.shape: list[str | int | None] = []
        """For each row: a key's words, None for a scalar, the row after all that is in a mapping, minus that for a sequence."""
        self._keys: dict[int, tuple[dict[str, int], dict[str, list[int]], int]] = {}
        self._items: dict[int, array[int]] = {}

    def add(self, span: int, shape: str | int | None) -> None:
        """Add a row behind the others."""
        self.spans.append(span)
        self.shape.append(shape)

    def span(self, row: int) -> Span:
        """Return the span of a row."""
        span = self.spans[row]
        return span >> BITS, span & MASK

    def is_scalar(self, row: int) -> bool:
        """Return whether a value is a scalar."""
        return self.shape[row] is None

    def is_sequence(self, row: int) -> bool:
        """Return whether a value is a sequence."""
        end = self.shape[row]
        return isinstance(end, int) and end < 0

    def children(self, row: int) -> Iterator[tuple[str | int, int | None, int]]:
        """Yield what is in a mapping or a sequence: the key or the number of each value, the row of its key, its own row."""
        if self.is_sequence(row):
            for number, item in enumerate(self._items_of(row)):
                yield number, None, item
        else:
            for key in self._keys_from(row + 1, row):
                yield str(self.shape[key]), key, key + 1

    def first_key(self, row: int, name: str) -> int:
        """Return the row of the first key of a name in a mapping, which may be still in the making."""
        return self._keys_of(row)[0][name]

    def span_at(self, path: Sequence[str | int], *, key: bool = False) -> Span:
        """Return the span of the value at a path (of its key, where asked); of the nearest that exists where it leads nowhere."""
        if not self.spans:
            return 0, 0
        rows = [0]
        of_key: int | None = None
        for step in path:
            if isinstance(step, str):
                keys = (
                    self._keys_named(rows[0], step) if len(rows) == 1 else [k for row in rows for k in self._keys_named(row, step)]
                )
                if not keys:
                    break
                of_key, rows = keys[0], [found + 1 for found in keys]
            else:
                item = self._item(rows, step)
                if item is None:
                    break
                of_key, rows = None, [item]
        else:
            if key and of_key is not None:
                return self.span(of_key)
        start, end = self.span(rows[0])
        return self.span(of_key) if of_key is not None and start == end else (start, end)

    def _keys_named(self, row: int, name: str) -> Sequence[int]:
        shape = self.shape
        end = shape[row]
        if not isinstance(end, int) or end < 0:
            return ()
        if end - row <= _FEW:
            return [key for key in self._keys_from(row + 1, row) if shape[key] == name]
        first, again, _ = self._keys_of(row)
        key = first.get(name)
        if key is None:
            return ()
        return (key, *again.get(name, ())) if again else (key,)

    def _keys_of(self, row: int) -> tuple[dict[str, int], dict[str, list[int]], int]:
        """The keys of a mapping by name: the first of each, and the others of those that stand there again; up to which row."""
        found = self._keys.get(row)
        if found is not None and found[2] == self.shape[row]:
            return found
        first, again, seen = found or ({}, {}, row + 1)
        for key in self._keys_from(seen, row):
            name = str(self.shape[key])
            if first.setdefault(name, key) != key:
                again.setdefault(name, []).append(key)
            seen = self._after(key + 1)
        self._keys[row] = first, again, seen
        return self._keys[row]

    def _keys_from(self, key: int, row: int) -> Iterator[int]:
        """The rows of the keys of a mapping from one of them on."""
        end = self.shape[row] or len(self.shape)
        assert isinstance(end, int)  # noqa: S101 - it is a mapping
        shape = self.shape
        while key < end:
            yield key
            behind = shape[key + 1]
            key = abs(behind) if isinstance(behind, int) else key + 2

    def _item(self, rows: Sequence[int], number: int) -> int | None:
        """The row of an item of a sequence; of several of one key, which go on one after the other, of all of them."""
        for row in rows:
            items = self._items_of(row) if self.is_sequence(row) else ()
            if number < len(items):
                return items[number]
            number -= len(items)
        return None

    def _items_of(self, row: int) -> "array[int]":
        items = self._items.get(row)
        if items is None:
            end = self.shape[row]
            assert isinstance(end, int)  # noqa: S101 - it is a sequence
            items = array("Q")
            item = row + 1
            while item < -end:
                items.append(item)
                item = self._after(item)
            if len(items) > _FEW:
                self._items[row] = items
        return items

    def _after(self, row: int) -> int:
        """The row after a value with all that is in it."""
        end = self.shape[row]
        return abs(end) if isinstance(end, int) else row + 1


class Unplaced:
    """What stands for the marks of a file that was not read: a span for each path that is asked for, and of no two the same."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[tuple[str | int, ...], bool], int] = {}

    def span_at(self, path: Sequence[str | int], *, key: bool = False) -> Span:
        """Return a span that no other path has."""
        number = self._numbers.setdefault((tuple(path), key), len(self._numbers))
        return number, number
