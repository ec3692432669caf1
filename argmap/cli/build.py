"""`argmap build`: a static site of all annotations."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from argmap.cli import options
from argmap.cli.languages import language_tag, tell_missing_language
from argmap.layout.plan import Engine
from argmap.rendering.colours import Theme
from argmap.rendering.page.passages import Share

if TYPE_CHECKING:
    from argmap.api import AnnotatedCorpus
    from argmap.site.folder import Done
    from argmap.site.material import Material

_THEMES: Final = (Theme.LIGHT, Theme.DARK, Theme.AUTO)
"""Paper is printed black on white whatever the theme."""


@click.command("build")
@options.annotations
@click.option(
    "-o",
    "--output",
    "output",
    metavar="DIR",
    required=True,
    type=options.Wanted("Name the folder of the site: -o site/.", path_type=Path),
    help="The folder of the site: new, empty, or one that was built before.",
)
@options.sources
@click.option(
    "--lang", "language", metavar="TAG", help="Language of the site (en, ru) and of its texts, where they are there in it."
)
@click.option(
    "--theme",
    type=click.Choice([one.value for one in _THEMES]),
    default="auto",
    show_default="the reader's setting",
    help="Colours.",
)
@click.option(
    "--engine",
    type=click.Choice([one.value for one in Engine]),
    help="The layout engine of the maps; by default by their size and shape.",
)
@click.option(
    "--text",
    "share",
    type=click.Choice([one.value for one in Share]),
    help="How much of the articles goes along; by default all of a text that lies beside its annotation, and excerpts of one found "
    "in --sources, which you may not be free to pass on.",
)
def command(  # noqa: PLR0913, PLR0917 - one parameter an option
    paths: tuple[Path, ...],
    output: Path,
    sources: tuple[Path, ...],
    language: str | None,
    theme: str,
    engine: str | None,
    share: str | None,
) -> None:
    """Build a static site: a start page, a reading room per source, a page per question, actor and claim, the comparison.

    It needs no server and no network. Only pages whose content changed are written, each whole or not at all; pages that no longer
    belong are removed; nothing else in the folder is touched. What is wrong in the annotations is told; exit status 1 then.
    """
    from argmap.api import load
    from argmap.cli.output import count, tell
    from argmap.diagnostics import Severity
    from argmap.layout.plan import LayoutError
    from argmap.site.folder import Done, FolderError, claim_folder, write_pages
    from argmap.site.pages import all_paths, site_pages

    annotated = load(paths, sources)
    errors = annotated.diagnostics_of({Severity.ERROR})
    tell(errors, annotated.files, err=True)
    tell_missing_language(language_tag(language), annotated.graph)
    if not annotated.graph.claims:
        hint = "" if errors else "; `argmap check` says what is there"
        click.echo(f"argmap: there is no claim to make pages of{hint}", err=True)
        sys.exit(1)
    material = _material(annotated, language, theme, engine, share)
    numbers = dict.fromkeys(Done, 0)
    try:
        wanted = all_paths(material)
        known = claim_folder(output, wanted)
        for done in _shown(write_pages(output, site_pages(material), known), len(wanted)):
            numbers[done] += 1
    except (FolderError, LayoutError) as error:
        click.echo(f"argmap: {error}", err=True)
        sys.exit(2 if isinstance(error, FolderError) else 1)
    told = ", ".join(f"{number:,} {done}" for done, number in numbers.items() if number)
    suffix = f" ({count(len(errors), 'error')}: what they concern may be missing)" if errors else ""
    click.echo(f"{(output / 'index.html').as_posix()}: {count(len(wanted), 'page')}; {told}{suffix}", err=True)
    if errors:
        sys.exit(1)


def _material(annotated: "AnnotatedCorpus", language: str | None, theme: str, engine: str | None, share: str | None) -> "Material":
    from argmap.api import commonest_language
    from argmap.comparison.comparing import compare
    from argmap.rendering.comparison.naming import naming_of
    from argmap.site.material import Material
    from argmap.view import build_view

    view = build_view(annotated.graph)
    return Material(
        graph=annotated.graph,
        corpus=annotated.corpus,
        provenance=annotated.provenance,
        apart=annotated.texts_apart,
        view=view,
        comparison=compare(annotated.graph, None, lambda _: annotated.provenance),
        naming=naming_of(annotated.graph, language or commonest_language(view)),
        theme=Theme(theme),
        share=Share(share) if share else None,
        engine=engine,
    )


def _shown(steps: "Iterable[tuple[str, Done]]", pages: int) -> "Iterator[Done]":
    """Yield what became of each page, with a bar that grows where a terminal is looked at."""
    if not sys.stderr.isatty():
        yield from (done for _, done in steps)
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    with Progress(
        BarColumn(), MofNCompleteColumn(), TextColumn("{task.description}"), console=Console(stderr=True), transient=True
    ) as progress:
        task = progress.add_task("", total=pages)
        for path, done in steps:
            progress.update(task, advance=1, description=path[:60])
            yield done
