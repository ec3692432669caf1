"""Anchoring: a quote, given by its words, gets its place in the text of its source. Pure, and independent of the rest.

>>> article = "Japan, he said, finds itself in the rôle of a straggler."
>>> text = index_text(article)
>>> place = find_quote(text, Quote("Itself in the ro\u0302le"))
>>> place
Anchor(start=22, end=40, way=<Way.NORMALISED: 'normalised'>, score=100.0, lookalikes=False)
>>> article[place.start : place.end]
'itself in the rôle'
"""

from argmap.anchoring.difference import difference, line_of
from argmap.anchoring.finding import APPROXIMATE_FROM, Ambiguous, Anchor, Missing, Quote, Reason, Way, find_quote
from argmap.anchoring.normalising import IndexedText, index_text

__all__ = [
    "APPROXIMATE_FROM",
    "Ambiguous",
    "Anchor",
    "IndexedText",
    "Missing",
    "Quote",
    "Reason",
    "Way",
    "difference",
    "find_quote",
    "index_text",
    "line_of",
]
