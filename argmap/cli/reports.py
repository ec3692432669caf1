"""Reports of imports and exports as they are printed."""

from collections.abc import Iterator

import click

from argmap.cli.output import paint
from argmap.exchange.report import Outcome, Report


def tell_report(report: Report, *, err: bool = False) -> None:
    """Print what was kept, what was changed and what could not be kept."""
    for line in _lines(report):
        click.echo(line, err=err)


def _lines(report: Report) -> Iterator[str]:
    kept = ", ".join(f"{item.what}: {item.number:,}" for item in report.of(Outcome.KEPT))
    if kept:
        yield f"  {paint('kept', 'bold')}      {kept}"
    for outcome in (Outcome.CHANGED, Outcome.LOST):
        for item in report.of(outcome):
            shown = "; ".join(_brief(example) for example in item.examples)
            more = "; …" if shown and item.number > len(item.examples) else ""
            yield f"  {paint(f'{outcome:<9}', 'warning')} {item.number:,} × {item.what}{f' ({shown}{more})' if shown else ''}"


def _brief(example: str, longest: int = 80) -> str:
    return example if len(example) <= longest else f"{example[: longest - 1]}…"
