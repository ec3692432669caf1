"""`argmap anchors`: where every quote stands in its text, and quotes that are not word for word put right."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from argmap.cli import options

if TYPE_CHECKING:
    from argmap.api import AnnotatedCorpus


@click.command("anchors")
@options.annotations
@options.sources
@click.option(
    "-f", "--format", "to", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How the list is printed."
)
@click.option("--fix", is_flag=True, help="Show how quotes that are not word for word would be put right.")
@click.option("--yes", is_flag=True, help="With --fix: write it. Only the quotes change, everything else is kept byte for byte.")
def command(paths: tuple[Path, ...], sources: tuple[Path, ...], to: str, *, fix: bool, yes: bool) -> None:
    """List every quote with its place in the text and the way it was found.

    Ways: exact, normalised (other spaces, quotation marks, dashes, letter case), approximate (a few other words), or not found.
    Exit status 1 where a quote that was looked for was not found.
    """
    from argmap.anchoring import Anchor
    from argmap.api import load
    from argmap.cli.output import tell
    from argmap.diagnostics import Severity

    if yes and not fix:
        raise click.UsageError("--yes goes with --fix.")
    annotated = load(paths, sources)
    reading = [one for one in annotated.diagnostics_of({Severity.ERROR}) if one.rule.code < "AM2"]
    tell(reading, annotated.files, err=True)
    if fix:
        _fix(annotated, paths, write=yes)
    elif to == "json":
        _print_json(annotated)
    else:
        _print_table(annotated)
    outcomes = [outcome for outcomes in annotated.provenance.anchors.values() for outcome in outcomes]
    if reading or not all(isinstance(outcome, Anchor) for outcome in outcomes):
        sys.exit(1)


def _print_json(annotated: "AnnotatedCorpus") -> None:
    import json

    from argmap.anchoring import Anchor, Way

    order = list(Way)
    records = []
    for statement in annotated.graph.statements.values():
        if not statement.quotes:
            continue
        outcomes = annotated.provenance.anchors.get(statement.id, ())
        parts = [outcome if isinstance(outcome, Anchor) else None for outcome in outcomes] or [None] * len(statement.quotes)
        found = [part for part in parts if part is not None]
        whole = found if len(found) == len(parts) else []
        record: dict[str, object] = {
            "statement": statement.id,
            "source": statement.source,
            "start": min((part.start for part in whole), default=None),
            "end": max((part.end for part in whole), default=None),
            "way": max((part.way for part in whole), key=order.index, default=None),
            "score": min((round(part.score, 1) for part in whole), default=None),
        }
        if len(parts) > 1:
            record["parts"] = [None if part is None else {"start": part.start, "end": part.end, "way": part.way} for part in parts]
        records.append(record)
    click.echo(json.dumps(records, ensure_ascii=False, indent=1))


def _print_table(annotated: "AnnotatedCorpus") -> None:
    from argmap.anchoring import Ambiguous, Anchor
    from argmap.cli.output import count, paint
    from argmap.rendering.diagnostics import printable

    graph, provenance = annotated.graph, annotated.provenance
    ways: dict[str, int] = {}
    width = max((len(statement.source) for statement in graph.statements.values() if statement.quotes), default=0)
    for statement in graph.statements.values():
        outcomes = provenance.anchors.get(statement.id)
        for row, quote in enumerate(statement.quotes):
            outcome = outcomes[row] if outcomes else None
            match outcome:
                case Anchor():
                    place = provenance.texts[statement.source].place(outcome.start, outcome.end)
                    way, where, style = (
                        outcome.way.value,
                        f"{place.line}:{place.column}",
                        "note" if outcome.way == "exact" else "warning",
                    )
                case Ambiguous():
                    way, where, style = "ambiguous", f"{len(outcome.places)} places", "error"
                case None:
                    way, where, style = "no text", "–", "dim"
                case _:
                    way, where, style = "not found", "–", "error"
            ways[way] = ways.get(way, 0) + 1
            words = " ".join(quote.exact.split())
            shown = words if len(words) <= 70 else f"{words[:69]}…"  # noqa: PLR2004 - what fits a line
            click.echo(f"{statement.source:<{width}}  {where:>10}  {paint(f'{way:<11}', style)}  {printable(shown)}")
    total = ", ".join(f"{number} {way}" for way, number in ways.items())
    click.echo(f"{count(sum(ways.values()), 'quote')}: {total}" if ways else "no statement has a quote")
    _tell_unread(annotated)


def _tell_unread(annotated: "AnnotatedCorpus") -> None:
    """Say of how many quotes the text is not there, and what to do."""
    from argmap.cli.output import count

    anchors = annotated.provenance.anchors
    unread = sum(len(one.quotes) for one in annotated.graph.statements.values() if one.id not in anchors)
    if unread:
        click.echo(f"{count(unread, 'quote')} not looked for; give the folder of the text with --sources FOLDER", err=True)


def _fix(annotated: "AnnotatedCorpus", paths: tuple[Path, ...], *, write: bool) -> None:
    import difflib
    import os

    from argmap.anchoring import Anchor
    from argmap.cli.output import count
    from argmap.reading.files import Given, given_files
    from argmap.writing.files import rewrite
    from argmap.writing.requoting import Correction, corrected, corrections

    given = {os.path.realpath(one.path) for one in given_files(paths) if isinstance(one, Given)}
    documents = dict(zip(annotated.corpus.ids, annotated.corpus.documents, strict=True))
    by_file: dict[str, list[Correction]] = {}
    for one in corrections(annotated.graph, annotated.provenance):
        if os.path.realpath(documents[one.statement.file].file.name) in given:  # not one that is included from elsewhere
            by_file.setdefault(one.statement.file, []).append(one)
    outcomes = [outcome for outcomes in annotated.provenance.anchors.values() for outcome in outcomes]
    lost = sum(not isinstance(outcome, Anchor) for outcome in outcomes)
    if not by_file:
        click.echo("every quote that was found is word for word: nothing to put right")
    for file, wanted in by_file.items():
        document = documents[file]
        before, after = document.file.text, corrected(document, wanted)
        name = document.file.name
        lines = difflib.unified_diff(before.splitlines(), after.splitlines(), name, name, "as it is", "put right", lineterm="")
        click.echo("\n".join(lines))
        if write:
            rewrite(Path(name), before, after)
            click.echo(f"wrote {name}: {count(len(wanted), 'quote')} put right", err=True)
    if by_file and not write:
        click.echo(f"{count(sum(map(len, by_file.values())), 'quote')} would be put right; add --yes to write it", err=True)
    _tell_unread(annotated)
    if lost:
        click.echo(f"{count(lost, 'quote')} could not be placed, left as written; `argmap check` says what is nearest", err=True)
