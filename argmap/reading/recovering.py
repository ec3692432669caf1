"""What else is broken in a YAML text: the parser stops at the first fault, an analyst wants to mend all of them at once.

What holds a fault is blanked out, from its line on as far as the lines belong together, and the rest is read again. Rather too much
is blanked than too little: a fault that shows itself later is better than one that is none.
"""

import re
from collections.abc import Iterator
from typing import Final

from argmap.diagnostics import Diagnostic, TextFile
from argmap.reading.syntax import UNPRINTABLE, explained

_MOST: Final = 20
"""So many faults of syntax are told of a file."""
_BEGINS_ENTRY: Final = re.compile(r"[ ]*- |[a-z]+:")
"""A line that begins something of its own, however the line above it ended: an item of a list, a section."""
_VISIBLE: Final = re.compile(r"[^\n]")


def further_errors(file: TextFile, first: Diagnostic) -> Iterator[Diagnostic]:
    """Yield what the parser says of the rest of a text that it could not read, in the order in which it is met.

    Args:
        file: the text.
        first: what is known to be wrong with it.
    """
    if UNPRINTABLE.search(file.text):
        return
    found: Diagnostic | None = first
    for _ in range(_MOST - 1):
        line = found.finding.at.line if found is not None else 0
        if not file.line(line).strip():
            return
        end = _end_of_entry(file, line)
        file = _without(file, line, end)
        found = _error_in(file)
        if found is not None and (found.finding.at.line != end or _BEGINS_ENTRY.match(file.line(end))):
            yield found  # what follows right upon a blank may miss but that


def _error_in(file: TextFile) -> Diagnostic | None:
    from yaml import MarkedYAMLError, ScalarEvent, parse
    from yaml.reader import ReaderError

    try:
        from yaml import CSafeLoader as Loader
    except ImportError:  # PyYAML built without libyaml
        from yaml import SafeLoader as Loader  # type: ignore[assignment]

    scalar = (0, 0)
    try:
        for event in parse(file.text, Loader):
            if isinstance(event, ScalarEvent) and event.start_mark and event.end_mark:
                scalar = event.start_mark.index, event.end_mark.index
    except (MarkedYAMLError, ReaderError, UnicodeEncodeError) as error:
        return explained(file, error, scalar)
    return None


def _end_of_entry(file: TextFile, number: int) -> int:
    """The first line behind a faulty one that is no part of what that one is in."""
    line = file.line(number)
    depth, is_entry = _depth(line), _BEGINS_ENTRY.match(line)
    above = next((before for row in range(number - 1, 0, -1) if (before := file.line(row)).strip()), "")
    least = min(depth, _depth(above) + 1)
    for row in range(number + 1, len(file.line_starts) + 1):
        following = file.line(row)
        if following.strip() and (
            _depth(following) < least or (_depth(following) == depth and is_entry and _BEGINS_ENTRY.match(following))
        ):
            return row
    return len(file.line_starts) + 1


def _without(file: TextFile, start: int, end: int) -> TextFile:
    """The text with some lines blanked; all else stands where it stood."""
    starts = (*file.line_starts, len(file.text))
    first, last = starts[start - 1], starts[end - 1]
    return TextFile(file.name, file.text[:first] + _VISIBLE.sub(" ", file.text[first:last]) + file.text[last:])


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip(" \t"))
