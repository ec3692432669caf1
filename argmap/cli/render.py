"""`argmap render`: draw an argument map."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from argmap.cli import options
from argmap.cli.languages import language_tag, tell_missing_language
from argmap.cli.targets import spare_what_was_read, targets
from argmap.layout.plan import Direction, Engine
from argmap.rendering.colours import Theme
from argmap.rendering.page.passages import Share

if TYPE_CHECKING:
    from argmap.api import AnnotatedCorpus
    from argmap.graph import Graph
    from argmap.selection import Selection

_FORMATS = ("svg", "html", "json", "dot", "png")


@click.command("render")
@options.annotations
@options.outputs(_FORMATS, "Name the file of the map: -o map.svg, or .html, .json, .dot, .png.")
@options.sources
@click.option("--lang", "language", metavar="TAG", help="Language of the texts (ru, en, …); one that is there where it is missing.")
@click.option("--question", "questions", multiple=True, metavar="ID", help="Show what bears on this question; repeatable.")
@click.option(
    "--actor",
    "actors",
    multiple=True,
    metavar="ID",
    help="Show what this actor, by id or name, holds, what that bears on, and what bears on it; repeatable.",
)
@click.option("--tag", "tags", multiple=True, metavar="TAG", help="Show what bears this tag and what bears on it; repeatable.")
@click.option("--depth", type=click.IntRange(min=0), metavar="N", help="Show at most N steps of reasons.")
@click.option(
    "--direction",
    type=click.Choice([one.value for one in Direction]),
    default=Direction.AUTO.value,
    show_default=True,
    metavar="[auto|up|right]",
    help="Where edges run.",
)
@click.option(
    "--engine", type=click.Choice([one.value for one in Engine]), help="The layout engine; by default by the map's size and shape."
)
@click.option(
    "--theme",
    type=click.Choice([one.value for one in Theme]),
    help="Colours; by default light for SVG, the reader's setting for HTML.",
)
@click.option(
    "--text",
    "share",
    type=click.Choice([one.value for one in Share]),
    help="How much of the articles goes along with a page; by default all of a text that lies beside its annotation, and excerpts "
    "of one found in --sources, which you may not be free to pass on.",
)
def command(  # noqa: PLR0913, PLR0917 - one parameter an option
    paths: tuple[Path, ...],
    outputs: tuple[str, ...],
    to: str | None,
    sources: tuple[Path, ...],
    language: str | None,
    questions: tuple[str, ...],
    actors: tuple[str, ...],
    tags: tuple[str, ...],
    depth: int | None,
    direction: Direction,
    engine: str | None,
    theme: str | None,
    share: str | None,
) -> None:
    """Draw the argument map of annotation files and folders.

    What cannot be drawn because it is wrong is told, and the rest is drawn; exit status 1 then.
    """
    wanted = targets(outputs, to, _FORMATS)
    from argmap.api import load, render
    from argmap.cli.output import count, tell, write
    from argmap.diagnostics import Severity
    from argmap.layout.plan import LayoutError
    from argmap.rendering.png import PngError, png_of
    from argmap.selection import selected

    annotated = load(paths, sources)
    spare_what_was_read(outputs, annotated, sources)
    errors = annotated.diagnostics_of({Severity.ERROR})
    tell(errors, annotated.files, err=True)
    graph = annotated.graph
    tell_missing_language(language_tag(language), graph)
    if not graph.claims and not graph.questions:
        why = "nothing was written" if errors else "there is no claim to draw; `argmap check` says what is there"
        click.echo(f"argmap: {why}", err=True)
        sys.exit(1)
    _tell_readings(graph)
    selection = _selection(annotated, questions, actors, tags, depth)
    shown = selected(graph, selection)
    claims = [claim.evidence for claim in graph.claims.values() if claim.id in shown]
    arguments = sum(argument in shown for argument in graph.arguments)
    counts = f"{count(len(claims) - sum(claims), 'claim')}, {sum(claims)} evidence, {count(arguments, 'argument')}"
    told = f" ({count(len(errors), 'error')}: what they concern may be missing)" if errors else ""
    for output, chosen in wanted:
        try:
            made: str | bytes = render(
                annotated,
                "svg" if chosen == "png" else chosen,
                language=language,
                selection=selection,
                direction=direction,
                engine=engine,
                theme=theme,
                share=share,
            )
            if chosen == "png":
                made = png_of(str(made))
        except (LayoutError, PngError) as error:
            click.echo(f"argmap: {error}", err=True)
            sys.exit(1)
        write(output, made)
        if output != "-":
            click.echo(f"wrote {output}: {counts}{told}", err=True)
            if chosen == "html" and share is None and annotated.texts_apart:
                texts = count(len(annotated.texts_apart), "text")
                hint = "you may not be free to pass more on; --text full takes all of it"
                click.echo(f"{texts} from --sources only in excerpts: {hint}", err=True)
    if errors:
        sys.exit(1)


def _tell_readings(graph: "Graph") -> None:
    """Say of which sources the map joins the readings of several annotators."""
    if sum(source.annotator is not None for source in graph.sources.values()) <= 1:
        return
    from argmap.comparison.record.readings import read_sources

    for source in read_sources(graph):
        if len(source.readings) > 1:
            who = " and ".join(reading.annotator or "one who is not named" for reading in source.readings)
            click.echo(f"{source.id}: what {who} read is drawn together; for one reading alone name its files", err=True)


def _selection(
    annotated: "AnnotatedCorpus", questions: tuple[str, ...], actors: tuple[str, ...], tags: tuple[str, ...], depth: int | None
) -> "Selection":
    from argmap.cli.lookup import find_ids, find_tags
    from argmap.selection import Selection

    graph = annotated.graph
    return Selection(
        questions=find_ids("question", questions, {name: question.text for name, question in graph.questions.items()}),
        actors=find_ids("actor", actors, {name: actor.name for name, actor in graph.actors.items()}),
        tags=find_tags(tags, graph),
        depth=depth,
    )
