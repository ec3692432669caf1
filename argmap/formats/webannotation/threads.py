"""Annotations that claim nothing of their own: replies to others, and notes on a whole text → words of a note."""

from collections.abc import Iterable, Mapping, Sequence

from argmap.formats.webannotation.parsing import Note
from argmap.formats.webannotation.vocabulary import COMMENTING, LINKING, REPLYING, TAGGING


def threads(notes: Iterable[Note]) -> tuple[list[Note], dict[str, list[Note]]]:
    """Return annotations without the replies, and the replies, by the IRI of what they answer in the end, in the order of time.

    Replies to what is not there stand under an empty IRI.
    """
    told: list[Note] = []
    answering: list[Note] = []
    for note in notes:
        (answering if note.answers else told).append(note)
    known = {note.iri for note in told} - {""}
    parents = {note.iri: note.answers for note in answering if note.iri}
    roots = {iri: iri for iri in known}
    replies: dict[str, list[Note]] = {}
    for note in sorted(answering, key=lambda one: one.created):
        replies.setdefault(_root(note, roots, parents), []).append(note)
    return told, replies


def _root(note: Note, roots: dict[str, str], parents: Mapping[str, tuple[str, ...]]) -> str:
    """The annotation that a reply answers in the end, empty for none; that of those in between is added to the roots."""
    seen: dict[str, None] = {}
    answers = note.answers
    while not (root := next((roots[iri] for iri in answers if roots.get(iri)), "")):
        parent = next((iri for iri in answers if iri in parents and iri not in seen and iri not in roots), None)
        if parent is None:
            break
        seen[parent] = None
        answers = parents[parent]
    roots |= dict.fromkeys(seen, root)
    return root


def is_on_the_whole(note: Note) -> bool:
    """Return whether an annotation only notes something on a text, and on no passage of it."""
    has_passage = any(one.exact.strip() or one.position or one.value or one.other_selectors for one in note.passages)
    notes_only = all(body.purpose in {COMMENTING, REPLYING, TAGGING} for body in note.bodies)
    return LINKING not in note.motivations and not has_passage and notes_only and any(body.value for body in note.bodies)


def noted(note: Note, replies: Sequence[Note]) -> str:
    """Return what an annotation and the replies to it say, a reply a line, with who wrote it."""
    lines = [" ".join(note.values(COMMENTING))]
    lines += [_said(body.creator, body.value) for body in note.bodies if body.purpose == REPLYING and body.value]
    lines += [_said(reply.creator, words) for reply in replies if (words := " ".join(_words(reply)))]
    return "\n".join(filter(None, lines))


def _words(reply: Note) -> list[str]:
    return [body.value for body in reply.bodies if body.purpose in {COMMENTING, REPLYING} and body.value]


def _said(creator: str, words: str) -> str:
    who = creator.removeprefix("acct:").partition("@")[0] if creator.startswith("acct:") else creator
    return f"{who}: {words}" if who else words
