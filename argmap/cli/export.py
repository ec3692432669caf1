"""`argmap export`: annotations become files of other formats."""

import sys
from collections.abc import Mapping
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from argmap.cli import options
from argmap.cli.languages import language_tag, tell_missing_language
from argmap.cli.targets import spare_what_was_read


class _FormatName(options.Wanted):
    """A name that the table of formats has; looked up when the command runs, which says what may be meant."""

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        """Return the names that begin so, of the formats that can be written."""
        del ctx, param
        from argmap.formats.table import FORMATS

        return [CompletionItem(one.name, help=one.title) for one in FORMATS if one.write and one.name.startswith(incomplete)]


@click.command("export")
@options.annotations
@click.option(
    "-f",
    "--format",
    "format_name",
    required=True,
    metavar="FORMAT",
    type=_FormatName("Name one: -f csv, xlsx, argdown, aif, graphml, …; `argmap formats` lists them all."),
    help="The format; `argmap formats` lists them.",
)
@click.option(
    "-o",
    "--output",
    required=True,
    metavar="FILE|DIR",
    type=options.Wanted("Name the file: -o statements.csv; `-` is standard output.", allow_dash=True),
    help="The file to write, or a folder; `-` is standard output.",
)
@options.sources
@click.option("--lang", "language", metavar="TAG", help="Language of the texts (ru, en, …); one that is there where it is missing.")
def command(paths: tuple[Path, ...], format_name: str, output: str, sources: tuple[Path, ...], language: str | None) -> None:
    """Write annotation files and folders in another format.

    Says what was kept, what was changed and what could not be kept. What is wrong in the annotations is told, and the rest is
    written; exit status 1 then.
    """
    from argmap.api import commonest_language, load
    from argmap.cli.output import is_folder, tell, write
    from argmap.cli.reports import tell_report
    from argmap.diagnostics import Severity
    from argmap.exchange.contract import FormatError, WriteOptions
    from argmap.exchange.counting import sums_of_graph
    from argmap.formats.table import format_named
    from argmap.view import build_view

    try:
        chosen = format_named(format_name)
    except FormatError as error:
        raise click.UsageError(str(error)) from None
    if chosen.write is None:
        raise click.UsageError(f"{chosen.title} can be read, but not written; `argmap formats` says what can be written.")
    annotated = load(paths, sources)
    errors = annotated.diagnostics_of({Severity.ERROR})
    tell(errors, annotated.files, err=True)
    tell_missing_language(language_tag(language), annotated.graph)
    graph = annotated.graph
    name = "map" if output == "-" or is_folder(output) else Path(output).stem
    shown = language or commonest_language(build_view(graph))
    exported = chosen.write(graph, annotated.provenance, WriteOptions(name=name, language=shown))
    files = _placed(exported.files, output)
    spare_what_was_read(files, annotated, sources)
    for target, data in files.items():
        write(target, data)
    aside = output == "-"
    click.echo(f"wrote {output}: {chosen.title}: {sums_of_graph(graph)}", err=aside)
    tell_report(exported.report, err=aside)
    if errors:
        sys.exit(1)


def _placed(files: Mapping[str, bytes], output: str) -> Mapping[str, bytes]:
    """The files by what they are to be called where they are written."""
    from argmap.cli.output import is_folder

    if output == "-" and len(files) > 1:
        raise click.UsageError(f"There are {len(files)} files to write; name a folder with -o.")
    if len(files) > 1 or is_folder(output):
        return {str(Path(output, name)): data for name, data in files.items()}
    return {output: next(iter(files.values()))}
