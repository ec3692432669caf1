"""`argmap compare`: who stands where, who stands together, over what they split, and what changed."""

import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple, Unpack

import click

from argmap.cli import options
from argmap.cli.comparing import Taken, resolved, taking, why_empty
from argmap.cli.languages import language_tag, tell_missing_language
from argmap.cli.targets import spare_what_was_read, targets

if TYPE_CHECKING:
    from argmap.comparison.comparing import Comparison
    from argmap.comparison.facing import FaceToFace


class _Asked(NamedTuple):
    """What the formats may want to know."""

    language: str
    table: str
    mark: bool
    picture: str
    facing: "FaceToFace | None"


def _json(comparison: "Comparison", _: _Asked) -> Iterable[str]:
    from argmap.comparison.records import json_parts

    return json_parts(comparison)


def _csv(comparison: "Comparison", asked: _Asked) -> str:
    return comparison.to_csv(asked.table, asked.language, mark=asked.mark)


def _html(comparison: "Comparison", asked: _Asked) -> str:
    from argmap.rendering.comparison.page import comparison_page

    return comparison_page(comparison, asked.language, faced=asked.facing)


def _svg(comparison: "Comparison", asked: _Asked) -> str:
    from argmap.rendering.comparison.pictures import comparison_svg, faces_svg

    if asked.facing is not None:
        return faces_svg(comparison, asked.facing, asked.language)
    return comparison_svg(comparison, asked.language, picture=asked.picture)


_FORMATS: Final[Mapping[str, Callable[["Comparison", _Asked], str | Iterable[str]]]] = MappingProxyType(
    {"html": _html, "svg": _svg, "csv": _csv, "json": _json}
)
"""What a comparison can be written as, by suffix."""

_PICTURES: Final = ("matrix", "bars", "agreement", "network", "timeline")
_TABLES: Final = ("statements", "matrix", "agreement", "claims")
_LEAST_WIDTH: Final = 60
_PLAIN_WIDTH: Final = 100


@click.command("compare")
@options.annotations
@options.outputs(_FORMATS)
@options.sources
@click.option("--lang", "language", metavar="TAG", help="Language of the words and, where they are there in it, of the texts.")
@click.option("--actors", nargs=2, metavar="A B", help="Show two actors side by side, with quotes and evidence.")
@taking
@click.option(
    "--least", type=click.IntRange(min=1), default=2, show_default=True, help="Claims two actors must share for a verdict."
)
@click.option("--table", type=click.Choice(_TABLES), default="statements", show_default=True, help="Which table a CSV file holds.")
@click.option("--picture", type=click.Choice(_PICTURES), default="matrix", show_default=True, help="What an SVG file shows.")
@options.mark
def command(  # noqa: PLR0913, PLR0917 - one parameter an option
    paths: tuple[Path, ...],
    outputs: tuple[str, ...],
    to: str | None,
    sources: tuple[Path, ...],
    language: str | None,
    actors: tuple[str, str] | None,
    least: int,
    table: str,
    picture: str,
    mark: bool,  # noqa: FBT001 - click gives it by name
    **taken: Unpack[Taken],
) -> None:
    """Compare positions across articles.

    The stance matrix, who agrees, what splits and what unites, coalitions, who changed their mind, which evidence nobody answers,
    and how far annotators agree. Without a format it is printed for reading.
    """
    wanted = targets(outputs, to, _FORMATS)
    if actors and any(chosen not in {"svg", "html"} for _, chosen in wanted):
        raise click.UsageError("--actors shows two actors for reading: leave out -o and -f, or name an .html or .svg file.")
    from argmap.api import compare, load
    from argmap.cli.output import count, tell, write
    from argmap.comparison.request import ComparisonError
    from argmap.diagnostics import Severity
    from argmap.text import commonest_language

    annotated = load(paths, sources)
    spare_what_was_read(outputs, annotated, sources)
    errors = annotated.diagnostics_of({Severity.ERROR})
    tell(errors, annotated.files, err=True)
    linked = annotated.linked
    del annotated  # most of the memory, which what follows can use
    tell_missing_language(language_tag(language), linked.graph)
    try:
        comparison = compare(linked, least_shared=least, **resolved(linked, taken))
    except ComparisonError as error:
        raise click.UsageError(str(error)) from None
    if not comparison.parties:
        click.echo(f"argmap: {why_empty(linked, taken)}", err=True)
        sys.exit(1)
    shown = language or commonest_language(linked.graph.claims[claim].text for claim in comparison.claims)
    facing = _facing(comparison, actors)
    if not wanted:
        _print(comparison, shown, facing)
    numbers = ((comparison.parties, "actor"), (comparison.claims, "claim"), (comparison.events, "stance"))
    told = f" ({count(len(errors), 'error')}: what they concern may be missing)" if errors else ""
    for output, chosen in wanted:
        write(output, _FORMATS[chosen](comparison, _Asked(shown, table, mark, picture, facing)))
        if output != "-":
            click.echo(f"wrote {output}: {', '.join(count(len(found), noun) for found, noun in numbers)}{told}", err=True)
    if errors:
        sys.exit(1)


def _facing(comparison: "Comparison", actors: tuple[str, str] | None) -> "FaceToFace | None":
    if not actors:
        return None
    from argmap.cli.lookup import find_ids
    from argmap.comparison.facing import face_to_face

    known = {name: party.name or {} for name, party in comparison.parties.items()}
    found = [find_ids("actor", [actor], known) for actor in actors]
    for name, ids in zip(actors, found, strict=True):
        if len(ids) > 1:
            raise click.UsageError(f"There are several actors {name!r}: {', '.join(ids)}. Say which one.")
    (first,), (second,) = found
    if first == second:
        raise click.UsageError(f"--actors takes two different actors, not {actors[0]!r} twice.")
    return face_to_face(comparison, first, second)


def _print(comparison: "Comparison", language: str, facing: "FaceToFace | None") -> None:
    import os
    import shutil

    from argmap.cli.terminal.page import comparison_words

    width = max(_LEAST_WIDTH, shutil.get_terminal_size((_PLAIN_WIDTH, 24)).columns)
    coloured = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    click.echo(comparison_words(comparison, language, width, facing=facing, coloured=coloured), nl=False, color=coloured)
