"""A quote: a passage of a text, given by its words."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage given by its words and, where these occur more than once, what stands right before and behind them.

    W3C Web Annotation calls this a TextQuoteSelector.
    """

    exact: str
    prefix: str = ""
    suffix: str = ""
