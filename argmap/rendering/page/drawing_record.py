"""A drawing as data for the page: where the cards stand, and of a large map everything that is built when it comes into sight."""

from typing import Any, Final

from argmap.drawing import CardKind, Drawing

LARGE: Final = 1000
"""Above so many cards only what is visible is built."""


def drawing_record(drawing: Drawing) -> dict[str, Any]:
    """Return the drawing as plain lists; a card is [node, x, y, width, height], a question's node its id after a `?`."""
    cards = [
        [f"{'?' if card.kind is CardKind.QUESTION else ''}{card.id}", _rounded(x), _rounded(y), card.width, card.height]
        for card, (x, y) in zip(drawing.cards, drawing.corners, strict=True)
    ]
    return {"language": drawing.language, "large": len(cards) > LARGE, "origin": [_rounded(place) for place in drawing.origin], "cards": cards}


def _rounded(place: float) -> float:
    """A place with one decimal, whole where it can be."""
    tenths = round(place, 1)
    return int(tenths) if tenths == int(tenths) else tenths
