"""The lines of a brat annotation → spans, relations, stances and notes."""

import re
from dataclasses import dataclass, field
from sys import intern
from typing import Final, NamedTuple

from argmap.exchange.contract import FormatError
from argmap.exchange.report import Tally
from argmap.exchange.sizing import A_QUOTE, Size

OTHER_LINES: Final = "events, equivalences, normalisations and further attributes"
UNREADABLE_LINES: Final = "lines that are not brat's"

_LINE: Final = re.compile(r"[^\n]+")
_SPAN: Final = re.compile(r"(\S+) (\d{1,12} \d{1,12}(?:;\d{1,12} \d{1,12})*)")


class Span(NamedTuple):
    """A passage and what it is."""

    kind: str
    places: tuple[tuple[int, int], ...]
    words: str


@dataclass(frozen=True, slots=True)
class Annotation:
    """One `.ann` file: spans by id, relations by type and ends, stances by span, notes by what they are on."""

    name: str
    tally: Tally
    spans: dict[str, Span] = field(default_factory=dict)
    relations: list[tuple[str, str, str]] = field(default_factory=list)
    stances: dict[str, str] = field(default_factory=dict)
    notes: dict[str, list[str]] = field(default_factory=dict)


def annotation_of(name: str, text: str, tally: Tally, size: Size) -> Annotation:
    """Return what the lines of a file say.

    Args:
        name: of the file.
        text: what is in it.
        tally: where the lines that cannot be kept are counted.
        size: where those that are kept are counted.

    Raises:
        FormatError: none of them is brat's, or there are too many.
    """
    annotation = Annotation(name, tally)
    lines = understood = 0
    for match in _LINE.finditer(text):
        if not match[0].isspace():
            lines += 1
            understood += _take(match[0], annotation, size)
    if lines and not understood:
        raise FormatError("no line of this is brat's standoff", file=name)
    tally.lost(UNREADABLE_LINES, number=lines - understood)
    return annotation


def _take(line: str, annotation: Annotation, size: Size) -> bool:
    """Take in one line; return whether it is brat's at all."""
    name, _, rest = line.partition("\t")
    about, _, words = rest.partition("\t")
    if name.startswith("T"):
        return _take_span(name, about, words, annotation, size)
    match name[:1], about.split(maxsplit=3):
        case "R", [kind, first, second]:
            size.add(1)
            annotation.relations.append((intern(kind), first.rpartition(":")[2], second.rpartition(":")[2]))
        case "A" | "M", ["Stance", span_name, value]:
            size.add(1)
            annotation.stances[span_name] = intern(value)
        case "#", [_, span_name, *_]:
            size.add(1)
            annotation.notes.setdefault(span_name, []).append(" ".join(words.split()))
        case "E" | "A" | "M" | "N" | "*", [_, _, *_]:
            annotation.tally.lost(OTHER_LINES, line)
        case _:
            return False
    return True


def _take_span(name: str, about: str, words: str, annotation: Annotation, size: Size) -> bool:
    """Take in a span, which becomes a claim and a statement with a quote for each of its parts."""
    size.add(2 + A_QUOTE * (1 + about.count(";")))
    span = _SPAN.fullmatch(about)
    if span is None:
        return False
    if name not in annotation.spans:
        ends = (part.split() for part in span[2].split(";"))
        annotation.spans[name] = Span(intern(span[1]), tuple((int(start), int(end)) for start, end in ends), words)
    return True
