"""What was lost on the way into an annotation, as a comment at its head: whoever opens the file sees what it does not say."""

from argmap.exchange.building import Draft
from argmap.exchange.report import Outcome


def remark_losses(draft: Draft, origin: str) -> None:
    """Put above everything what a file could not keep; nothing, where it kept everything.

    Args:
        draft: finished, with a tally of its own.
        origin: what it was made of, for the first line.
    """
    lost = draft.tally.report().of(Outcome.LOST)
    if lost:
        lines = [f"  {item.number:,} × {item.what}" + (f" ({'; '.join(item.examples)})" if item.examples else "") for item in lost]
        draft.comments[()] = "\n".join((f"Made of {origin}. What could not be kept:", *lines))
