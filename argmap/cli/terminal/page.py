"""A comparison, or two parties of it, as lines for a terminal."""

from collections.abc import Iterator
from io import StringIO

from rich.console import Console, RenderableType
from rich.text import Text

from argmap.cli.terminal.annotators import annotators
from argmap.cli.terminal.changes import changes, evidence
from argmap.cli.terminal.facing import face_to_face_words
from argmap.cli.terminal.pairs import agreement, coalitions, splitting
from argmap.cli.terminal.stances import stances, two_minds
from argmap.cli.terminal.writing import Teller
from argmap.comparison.comparing import Comparison
from argmap.comparison.facing import FaceToFace
from argmap.rendering.comparison.naming import naming_of, scope_line, title_of
from argmap.rendering.comparison.notes import note_words
from argmap.view import short_ids


def comparison_words(
    comparison: Comparison, language: str, width: int, *, facing: FaceToFace | None = None, coloured: bool = False
) -> str:
    """Return a comparison, or two of its rows face to face, as lines of a width.

    Args:
        comparison: what was compared.
        language: of the words and, where they are there in it, of the texts.
        width: of the lines, in characters.
        facing: two rows, to show only these.
        coloured: with the codes of a terminal for colours.
    """
    naming = naming_of(comparison.graph, language)
    teller = Teller(comparison, naming, short_ids(comparison.parties))
    out = StringIO()
    console = Console(
        file=out,
        width=width,
        force_terminal=coloured,
        color_system="standard" if coloured else None,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
    for part in _parts(teller, width, facing):
        console.print(part)
    # Grids fill their lines with spaces, which are of no use to anybody.
    return "".join(line.rstrip() + "\n" for line in out.getvalue().splitlines())


def _parts(teller: Teller, width: int, facing: FaceToFace | None) -> Iterator[RenderableType]:
    comparison = teller.comparison
    yield Text(title_of(comparison, teller.naming).words, style="bold")
    yield Text(scope_line(comparison, teller.naming), style="dim")
    for note in comparison.notes:
        yield Text(note_words(note, comparison, teller.naming), style="dim")
    if facing is not None:
        yield from face_to_face_words(teller, facing)
        return
    yield from stances(teller, width)
    yield from two_minds(teller)
    yield from agreement(teller)
    yield from splitting(teller)
    yield from coalitions(teller)
    yield from changes(teller)
    yield from evidence(teller)
    # Annotators are compared over all they read: beside a part of it their numbers would mislead.
    asked = comparison.request
    if not (asked.questions or asked.since or asked.until):
        yield from annotators(teller)
