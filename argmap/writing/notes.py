"""Comments and blank lines, by the path of the entry that they belong to."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

from argmap.reading.values import KeyPath


@dataclass(frozen=True, slots=True)
class Comment:
    """One line of comment."""

    text: str
    """With its `#`."""
    blank: bool = False
    """A blank line stands above it."""


@dataclass(frozen=True, slots=True)
class Notes:
    """The comments around one entry of a mapping or one item of a list."""

    above: tuple[Comment, ...] = ()
    blank: bool = False
    """A blank line stands above the entry, below the comments that are above it."""
    beside: tuple[str, ...] = ()
    """At the end of its first line; several where it was written on several lines."""
    below: tuple[Comment, ...] = ()
    """After the last thing in it, indented like what is in it."""

    @property
    def has_comments(self) -> bool:
        """Whether there is more than a blank line."""
        return bool(self.above or self.beside or self.below)


NO_NOTES: Final = Notes()
NotesByPath: TypeAlias = Mapping[KeyPath, Notes]
"""The empty path stands for the whole file: what is above and below everything."""
