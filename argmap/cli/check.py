"""`argmap check`: everything that is wrong with annotations, exactly where, and what to type instead."""

import sys
from pathlib import Path

import click

from argmap.cli import options
from argmap.rendering.diagnostics import DiagnosticFormat


@click.command("check")
@options.annotations
@options.sources
@click.option(
    "-f",
    "--format",
    "to",
    type=click.Choice(list(DiagnosticFormat), case_sensitive=False),
    default=DiagnosticFormat.FULL,
    show_default="full",
    metavar="[full|concise|json|github]",
    help="How the findings are printed.",
)
@click.option("--strict", is_flag=True, help="Let warnings count as errors (exit status 1).")
def command(paths: tuple[Path, ...], sources: tuple[Path, ...], to: DiagnosticFormat, *, strict: bool) -> None:
    """Check annotation files and folders: every reference, every quote, every argument.

    A folder means every *.yaml and *.yml below it. Exit status: 0 no errors, 1 errors (with --strict also warnings), 2 misuse.
    """
    from argmap.api import load
    from argmap.cli.output import count, tally, tell
    from argmap.diagnostics import Severity

    annotated = load(paths, sources)
    diagnostics = annotated.diagnostics
    machine = to in {DiagnosticFormat.JSON, DiagnosticFormat.GITHUB}
    tell(diagnostics, annotated.files, to)
    if not machine:
        if diagnostics:
            click.echo()
        graph, provenance = annotated.graph, annotated.provenance
        quotes = sum(len(statement.quotes) for statement in graph.statements.values())
        evidence = sum(claim.evidence for claim in graph.claims.values())
        found = f"{provenance.found} of {count(quotes, 'quote')} found"
        if provenance.searched == quotes:
            found = f"all {count(quotes, 'quote')} found" if provenance.found == quotes and quotes else found
        elif not provenance.searched:
            found = f"{count(quotes, 'quote')} not checked"
        else:
            found += f", {quotes - provenance.searched} not checked"
        parts = (
            count(len(annotated.files), "file"),
            count(len(graph.claims) - evidence, "claim"),
            f"{evidence} evidence",
            count(len(graph.arguments), "argument"),
            count(len(graph.statements), "statement"),
            found,
        )
        click.echo(f"{', '.join(parts)}: {tally(diagnostics) or 'no errors'}")
    severities = {diagnostic.severity for diagnostic in diagnostics}
    if Severity.ERROR in severities or (strict and Severity.WARNING in severities):
        sys.exit(1)
