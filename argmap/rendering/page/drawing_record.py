"""A drawing as data for the page: where the cards stand, and of a large map all that is built when it comes into sight."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from argmap.drawing import Card, CardKind, Chip, Drawing, Edge, EdgeKind, Line
from argmap.rendering.colours import PALETTES, Theme
from argmap.rendering.paths import path
from argmap.rendering.svg_edges import SIGN_RADIUS, heads, look, sign

LARGE: Final = 1000
"""Above so many claims only what is visible is built."""

_ATTRIBUTE: Final = re.compile(r'([\w-]+)="([^"]*)"')
_KINDS: Final = tuple(EdgeKind)


def is_large(drawing: Drawing) -> bool:
    """Tell whether a drawing has so many claims that the page builds only what is visible."""
    return sum(card.kind is not CardKind.QUESTION for card in drawing.cards) > LARGE


def without_contents(drawing: Drawing) -> Drawing:
    """Return the frame of a drawing, in which the page builds what comes into sight."""
    return drawing._replace(cards=(), corners=(), edges=())


def drawing_record(drawing: Drawing, language: str) -> dict[str, Any]:
    """Return the drawing as plain lists, in the wanted language of its texts.

    A card is [node, x, y, width, height]; a question's node is its id after a `?`. Of a large drawing a card goes on with its
    flags, the numbers of its heading and language in their tables, its lines and its chips; `edges`, `looks`, `heads` and `signs`
    are there besides.
    """
    large = is_large(drawing)
    record: dict[str, Any] = {"language": language, "large": large, "origin": [_rounded(place) for place in drawing.origin]}
    pairs = zip(drawing.cards, drawing.corners, strict=True)
    if not large:
        return record | {"cards": [_place(card, corner) for card, corner in pairs]}
    tables = _Tables()
    cards = [[*_place(card, corner), *tables.contents(card)] for card, corner in pairs]
    return record | {
        "cards": cards,
        "headings": [*tables.headings],
        "names": [*tables.names],
        "actors": [*tables.actors],
        "languages": [*tables.languages],
        "kinds": [kind.value for kind in _KINDS],
        "edges": [_edge(edge) for edge in drawing.edges],
        "looks": [[_attributes(look(kind, _PALETTE, asserted=asserted)) for asserted in (True, False)] for kind in _KINDS],
        "heads": [[_attributes(heads(kind, asserted=asserted)) for asserted in (True, False)] for kind in _KINDS],
        "signs": _signs(drawing.edges),
    }


_PALETTE: Final = PALETTES[Theme.LIGHT]
"""The page paints by its style sheet; of the looks it keeps widths and dashes."""


@dataclass(frozen=True, slots=True)
class _Tables:
    """What cards have in common, each entry once, by its number."""

    headings: dict[tuple[int, int, str], int] = field(default_factory=dict)
    names: dict[str, int] = field(default_factory=dict)
    actors: dict[str, int] = field(default_factory=dict)
    languages: dict[str, int] = field(default_factory=dict)

    def contents(self, card: Card) -> list[Any]:
        """Return flags (1 implicit, 2 right to left), heading (-1 for none), language, lines, chips; overlays if there are any."""
        heading = -1
        if card.heading:
            place = (card.heading.x, card.heading.y, card.heading.words)
            heading = self.headings.setdefault(place, len(self.headings))
        flags = card.implicit + 2 * card.right_to_left
        language = self.languages.setdefault(card.language, len(self.languages))
        contents = [flags, heading, language, _lines(card.lines), [self._chip(chip) for chip in card.chips]]
        if card.mark or card.bar is not None:
            contents.append([card.mark and [card.mark.x, card.mark.y, card.mark.words], card.bar])
        return contents

    def _chip(self, chip: Chip) -> list[Any]:
        """Return x, y, width, stance, name, its language, actor (-1: a count of further holders), flags if any.

        Flags: 1 conditional, 2 torn.
        """
        name = self.names.setdefault(chip.name.words, len(self.names))
        language = self.languages.setdefault(chip.language, len(self.languages))
        flags = chip.conditional + 2 * chip.torn
        actor = -1 if chip.actor is None else self.actors.setdefault(chip.actor, len(self.actors))
        return [chip.x, chip.y, chip.width, chip.stance.value[0], name, language, actor, *([flags] if flags else [])]


def _place(card: Card, corner: tuple[float, float]) -> list[Any]:
    node = f"{'?' if card.kind is CardKind.QUESTION else ''}{card.id}"
    return [node, _rounded(corner[0]), _rounded(corner[1]), card.width, card.height]


def _lines(lines: tuple[Line, ...]) -> list[Any]:
    """Return x and y of the first line, the step to the next, and the words of each."""
    step = lines[1].y - lines[0].y if len(lines) > 1 else 0
    return [lines[0].x, lines[0].y, step, *(line.words for line in lines)] if lines else []


def _edge(edge: Edge) -> list[Any]:
    """Return id, kind, flags (1 asserted, 2 rejected), the stem's path, the strands' paths, junction and mark."""
    flags = edge.asserted + 2 * edge.rejected
    junction = edge.junction
    record: list[Any] = [edge.id, _KINDS.index(edge.kind), flags, path(edge.stem)]
    if edge.strands or junction or edge.mark:
        record.append([path(strand) for strand in edge.strands])
    if junction or edge.mark:
        place = junction and [_rounded(junction.x), _rounded(junction.y), _rounded(junction.radius), int(junction.linked)]
        record.append(place or 0)
    if edge.mark:
        record.append([_rounded(edge.mark[0]), _rounded(edge.mark[1])])
    return record


def _signs(edges: Iterable[Edge]) -> Mapping[str, str]:
    """Return the signs that occur, around the origin, by kind, radius and whether they are struck through."""
    wanted = {(edge.kind, SIGN_RADIUS, edge.rejected) for edge in edges if edge.mark}
    wanted |= {(edge.kind, edge.junction.radius, edge.rejected) for edge in edges if edge.junction and edge.junction.linked}
    return {
        f"{_KINDS.index(kind)} {_rounded(radius)} {int(rejected)}": _attributes(
            sign(kind, (0, 0), _PALETTE, radius=radius, rejected=rejected)
        )["d"]
        for kind, radius, rejected in sorted(wanted)
    }


def _attributes(markup: str) -> dict[str, str]:
    return dict(_ATTRIBUTE.findall(markup))


def _rounded(place: float) -> float:
    """Return a place with one decimal, whole where it can be."""
    tenths = round(place * 10)
    return tenths // 10 if tenths % 10 == 0 else tenths / 10
