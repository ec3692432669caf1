"""What is worth saying about how a comparison was made, in words."""

from typing import assert_never

from argmap.comparison.comparing import Comparison
from argmap.comparison.record.readings import annotators_of
from argmap.comparison.request import Note, NoteKind
from argmap.graph import declared_id
from argmap.rendering.comparison.naming import Naming


def note_words(note: Note, comparison: Comparison, naming: Naming) -> str:
    """Return one note in the reader's language."""
    say, count = naming.catalogue.say, naming.catalogue.count
    match note.kind:
        case NoteKind.ANNOTATORS:
            names = annotators_of(comparison.sources)
            called = [names.get(name) or name or say("comparison.nameless_annotator") for name in note.names]
            titles = {declared_id(source): naming.source(source.id).words for source in comparison.graph.sources.values()}
            about = [say("page.quoted", words=titles[name]) for name in note.about]
            sources = ", ".join(about[:5]) + (" …" if len(about) > 5 else "")  # noqa: PLR2004 - enough to tell
            return say("comparison.note.annotators", taken=called[0], left=", ".join(called[1:]), sources=sources)
        case NoteKind.UNDATED:
            return count("comparison.note.undated", note.number)
        case NoteKind.NOTHING:
            return say("comparison.note.nothing")
        case NoteKind.NO_SHARED_CLAIMS:
            return say("comparison.note.no_shared_claims")
        case NoteKind.FEW:
            return count("comparison.note.few", note.number) if note.number else say("comparison.note.none_tied")
        case NoteKind.ONE_BLOCK:
            return count("comparison.note.one_block", note.number)
        case _ as unreachable:
            assert_never(unreachable)
