"""`argmap check`: everything that is wrong with annotations, exactly where, and what to type instead."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from argmap.cli import options
from argmap.rendering.diagnostics import DiagnosticFormat

if TYPE_CHECKING:
    from argmap.api import AnnotatedCorpus


_MANY: Final = 20
"""From more findings on it is said how to see them at a glance."""


@click.command("check")
@options.annotations
@options.sources
@click.option(
    "-f",
    "--format",
    "to",
    type=click.Choice([one.value for one in DiagnosticFormat], case_sensitive=False),
    default=DiagnosticFormat.FULL.value,
    show_default=True,
    metavar="[full|concise|json|github]",
    help="How the findings are printed.",
)
@click.option("--strict", is_flag=True, help="Let warnings count as errors (exit status 1).")
def command(paths: tuple[Path, ...], sources: tuple[Path, ...], to: DiagnosticFormat, *, strict: bool) -> None:
    """Check annotation files and folders: every reference, every quote, every argument.

    A folder means every *.yaml and *.yml below it. Exit status: 0 no errors, 1 errors (with --strict also warnings), 2 misuse.
    """
    from argmap.api import load
    from argmap.cli.output import tally, tell
    from argmap.diagnostics import Severity
    from argmap.reading.rules import YAML_SYNTAX

    annotated = load(paths, sources)
    diagnostics = annotated.diagnostics
    machine = to in {DiagnosticFormat.JSON, DiagnosticFormat.GITHUB}
    tell(diagnostics, annotated.files, to)
    if not machine:
        if diagnostics:
            click.echo()
        click.echo(f"{_summary(annotated)}: {tally(diagnostics) or 'no errors'}")
        if to == DiagnosticFormat.FULL and len(diagnostics) > _MANY:
            click.echo("-f concise shows each in one line")
        unread = dict.fromkeys(one.finding.at.file for one in diagnostics if one.rule is YAML_SYNTAX)
        if unread:
            more = f" and {len(unread) - 1} more" if len(unread) > 1 else ""
            click.echo(f"what {next(iter(unread))}{more} says is checked once the syntax is mended")
        if annotated.graph.sources and not diagnostics:
            if not annotated.graph.claims:
                click.echo("nothing is claimed yet: write what the article says under `claims:`")
            elif not annotated.graph.statements:
                click.echo("nobody says anything yet: write who says what, in which words, under `statements:`")
    severities = {diagnostic.severity for diagnostic in diagnostics}
    if Severity.ERROR in severities or (strict and Severity.WARNING in severities):
        sys.exit(1)


def _summary(annotated: "AnnotatedCorpus") -> str:
    """What was looked at, in words; of quotes how many were found."""
    from argmap.cli.output import count

    graph, provenance = annotated.graph, annotated.provenance
    evidence = sum(claim.evidence for claim in graph.claims.values())
    parts = [
        count(len(annotated.files), "file"),
        count(len(graph.claims) - evidence, "claim"),
        f"{evidence:,} evidence",
        count(len(graph.arguments), "argument"),
        count(len(graph.statements), "statement"),
    ]
    quotes = sum(len(statement.quotes) for statement in graph.statements.values())
    unchecked = quotes - provenance.searched
    if provenance.searched:
        found = provenance.found
        every = "all " if quotes > 1 else ""
        parts.append(f"{every}{count(found, 'quote')} found" if found == quotes else f"{found:,} of {count(quotes, 'quote')} found")
    if unchecked:
        parts.append(f"{count(unchecked, 'quote')} not checked" if unchecked == quotes else f"{unchecked:,} not checked")
    return ", ".join(parts)
