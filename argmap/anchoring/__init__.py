"""Anchoring: a quote, given by its words, gets its place in the text of its source. Pure, and independent of the rest.

>>> from argmap.anchoring import find_quote, index_text
>>> article = "Japan, he said, finds itself in the rôle of a straggler."
>>> text = index_text(article)
>>> place = find_quote(text, Quote("Itself in the ro\u0302le"))
>>> place
Anchor(start=22, end=40, way=<Way.NORMALISED: 'normalised'>, score=100.0, lookalikes=False)
>>> article[place.start : place.end]
'itself in the rôle'
"""

from typing import TYPE_CHECKING, Any, Final

from argmap.anchoring.outcomes import Ambiguous, Anchor, Missing, Outcome, Reason, Way
from argmap.quote import Quote

if TYPE_CHECKING:
    from argmap.anchoring.differing import difference
    from argmap.anchoring.finding import APPROXIMATE_FROM, find_quote
    from argmap.anchoring.normalising import IndexedText, index_text, normalise
    from argmap.anchoring.places import Places

_ROOMS: Final = {
    "APPROXIMATE_FROM": "finding",
    "IndexedText": "normalising",
    "Places": "places",
    "difference": "differing",
    "find_quote": "finding",
    "index_text": "normalising",
    "normalise": "normalising",
}
"""What is imported when it is first asked for: a map without texts needs none of it."""

__all__ = [
    "APPROXIMATE_FROM",
    "Ambiguous",
    "Anchor",
    "IndexedText",
    "Missing",
    "Outcome",
    "Places",
    "Quote",
    "Reason",
    "Way",
    "difference",
    "find_quote",
    "index_text",
    "normalise",
]


def __getattr__(name: str) -> Any:
    from importlib import import_module

    if name not in _ROOMS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"argmap.anchoring.{_ROOMS[name]}"), name)
