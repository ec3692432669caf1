"""How much of an article goes along with a page: all of it, its annotated passages and a little around them, or its quotes alone.

A text that lies beside its annotation goes along whole unless something else is asked for: who keeps them together passes them on
together. One that was found in a `--sources` folder is kept apart, as a press article must be, and goes along in excerpts.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Any, Final

from argmap.anchoring.outcomes import Anchor
from argmap.graph import Graph
from argmap.provenance import Provenance

CONTEXT: Final = 120
"""So many characters of the sentences around a passage go along at most, on each side."""

_SENTENCE_END: Final = re.compile(r"(?<!\b[A-ZА-ЯЁ])[.!?…][\"'»”’)\]]*\s+(?![a-zа-яё])|\n\s*\n")
"""Where a sentence ends: not behind an initial, nor before a small letter, as an abbreviation does."""

_SPACE: Final = re.compile(r"\s")


class Share(StrEnum):
    """How much of an article goes along."""

    FULL = "full"
    EXCERPTS = "excerpts"
    NONE = "none"


def texts_record(graph: Graph, provenance: Provenance, apart: frozenset[str], wanted: Share | None) -> dict[str, Any]:
    """Return by source what goes along of its text: `share` (or `absent`), and `pieces`.

    A piece is [start in code points, words]; where it begins or ends amid a sentence it goes on with 1, 2, or 3 for both.
    """
    placed = _placed(graph, provenance)
    record: dict[str, Any] = {}
    for source in graph.sources:
        file = provenance.texts.get(source)
        share = wanted or (Share.EXCERPTS if source in apart else Share.FULL)
        if file is None:
            record[source] = {"share": "absent", "pieces": []}
        elif share is Share.NONE:
            record[source] = {"share": share.value, "pieces": []}
        else:
            spans = [(0, len(file.text))] if share is Share.FULL else excerpts(file.text, placed.get(source, ()))
            record[source] = {"share": share.value, "pieces": [_piece(file.text, *span) for span in spans]}
    return record


def _piece(text: str, start: int, end: int) -> list[Any]:
    behind = _SENTENCE_END.finditer(text, max(start - CONTEXT, 0), start + 1)
    begins = not text[:start].strip() or any(match.end() == start for match in behind)
    ahead = _SENTENCE_END.finditer(text, max(end - CONTEXT, 0), end + CONTEXT)
    ends = not text[end:].strip() or any(match.start() <= end <= match.end() for match in ahead)
    cut = (not begins) + 2 * (not ends)
    return [start, text[start:end], *([cut] if cut else [])]


def _placed(graph: Graph, provenance: Provenance) -> Mapping[str, Sequence[tuple[int, int]]]:
    """Where the found quotes of each source stand."""
    placed: dict[str, list[tuple[int, int]]] = {}
    for statement, outcomes in provenance.anchors.items():
        for outcome in outcomes:
            if isinstance(outcome, Anchor):
                placed.setdefault(graph.statements[statement].source, []).append((outcome.start, outcome.end))
    return placed


def excerpts(text: str, passages: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the stretches of a text around some passages: to the ends of their sentences where these are near, else to a word's.

    >>> text = "One. Two is said here, plainly. Three."
    >>> [text[start:end] for start, end in excerpts(text, [(9, 16)])]
    ['Two is said here, plainly.']
    """
    spans: list[tuple[int, int]] = []
    for start, end in sorted(_with_context(text, passages)):
        if spans and start <= spans[-1][1] + 1:
            spans[-1] = (spans[-1][0], max(spans[-1][1], end))
        else:
            spans.append((start, end))
    return spans


def _with_context(text: str, passages: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    for start, end in passages:
        yield min(start, _start_before(text, start)), max(end, _end_behind(text, end))


def _start_before(text: str, start: int) -> int:
    least = max(start - CONTEXT, 0)
    # What comes behind a sign tells whether it ends a sentence: the search itself must see beyond the start.
    ends = [match.end() for match in _SENTENCE_END.finditer(text, least, start + 1) if match.end() <= start]
    if ends:
        return ends[-1]
    if least == 0:
        return len(text) - len(text.lstrip()) if not text[:start].strip() else 0
    space = _SPACE.search(text, least, start)
    return space.end() if space else start


def _end_behind(text: str, end: int) -> int:
    most = min(end + CONTEXT, len(text))
    # A passage may itself end with its sentence: then its last sign begins the match.
    match = _SENTENCE_END.search(text, max(end - 1, 0), most)
    if match:
        return match.start() + len(match[0].rstrip())
    if most == len(text):
        return len(text.rstrip()) if text[end:].strip() else end
    return text.rfind(" ", end, most)
