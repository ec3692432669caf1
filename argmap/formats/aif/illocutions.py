"""Illocutions of AIF dialogues, as Inference Anchoring Theory names them, and the stances that they show.

Budzynska & Reed (2011), "Whence inference?"; the labels are those of AIFdb. A label that is not in the table is kept as it is, and
its stance is told as neutral: what it means is not guessed.
"""

from types import MappingProxyType
from typing import Final

from argmap.words import Act, Stance

REJECTING: Final = "Rejecting"
"""Ours: a speaker denies an inference. Inference Anchoring Theory has no word for it."""

_STANCES: Final = MappingProxyType(
    {
        "asserting": (Stance.FOR, Act.ASSERT),
        "default illocuting": (Stance.FOR, Act.ASSERT),
        "arguing": (Stance.FOR, Act.ASSERT),
        "agreeing": (Stance.FOR, Act.ASSERT),
        "restating": (Stance.FOR, Act.ASSERT),
        "assertive questioning": (Stance.FOR, Act.ASSERT),
        "rhetorical questioning": (Stance.FOR, Act.ASSERT),
        "conceding": (Stance.FOR, Act.CONCEDE),
        "popular conceding": (Stance.FOR, Act.CONCEDE),
        "retracting": (Stance.FOR, Act.RETRACT),
        "disagreeing": (Stance.AGAINST, Act.ASSERT),
        "rejecting": (Stance.AGAINST, Act.ASSERT),
        "pure questioning": (Stance.NEUTRAL, Act.ASSERT),
        "questioning": (Stance.NEUTRAL, Act.ASSERT),
        "default questioning": (Stance.NEUTRAL, Act.ASSERT),
        "challenging": (Stance.NEUTRAL, Act.ASSERT),
        "pure challenging": (Stance.NEUTRAL, Act.ASSERT),
    }
)


def stance_of(label: str, content: str) -> tuple[Stance, Act] | None:
    """Return the stance and act that an illocution shows; None where its label is unknown.

    Args:
        label: the text of a YA node.
        content: the kind of the node it leads to. Who disagrees *by* an attack (CA) draws that very inference.
    """
    found = _STANCES.get(label.lower())
    if found is not None and content == "CA" and label.lower() == "disagreeing":
        return Stance.FOR, Act.ASSERT
    return found


def label_of(stance: Stance, act: Act, content: str) -> str:
    """Return the usual illocution for a stance on a node of kind I, RA or CA; mixed counts as its side that is for."""
    if stance is Stance.NEUTRAL:
        return "Pure Questioning"
    if stance is Stance.AGAINST:
        return "Disagreeing" if content == "I" else REJECTING
    match act:
        case Act.CONCEDE:
            return "Conceding"
        case Act.RETRACT:
            return "Retracting"
        case Act.ASSERT:
            return {"I": "Asserting", "CA": "Disagreeing"}.get(content, "Arguing")
