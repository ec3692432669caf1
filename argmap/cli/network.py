"""`argmap network`: networks of actors and claims for Gephi, R and spreadsheets."""

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
    from argmap.comparison.networks.network import Network


class _Asked(NamedTuple):
    """What the formats may want to know."""

    language: str
    mark: bool


def _graphml(network: "Network", asked: _Asked) -> Iterable[str]:
    from argmap.comparison.networks.graphml import graphml_lines

    return graphml_lines(network, asked.language)


def _svg(network: "Network", asked: _Asked) -> str:
    from argmap.rendering.comparison.pictures import network_svg

    return network_svg(network, asked.language)


def _html(network: "Network", asked: _Asked) -> str:
    from argmap.rendering.comparison.network_page import network_page

    return network_page(network, asked.language)


_FORMATS: Final[Mapping[str, Callable[["Network", _Asked], str | Iterable[str]]]] = MappingProxyType(
    {
        "graphml": _graphml,
        "csv": lambda network, asked: network.to_csv(asked.language, mark=asked.mark),
        "svg": _svg,
        "html": _html,
    }
)
"""What a network can be written as, by suffix."""

_MODES = ("congruence", "conflict", "subtract", "ignore", "affiliation", "concept")
_NORMALISATIONS = ("no", "average", "jaccard", "dna-cosine", "cosine", "activity", "prominence")
_AGGREGATIONS = ("congruence", "conflict", "subtract", "ignore", "combine")


@click.command("network")
@options.annotations
@options.outputs(_FORMATS, "Name the file of the network: -o net.graphml, or .csv, .svg, .html.")
@click.option("--mode", type=click.Choice(_MODES), default="subtract", show_default=True, help="What is connected, and by what.")
@click.option(
    "--normalize",
    type=click.Choice(_NORMALISATIONS),
    default="no",
    show_default=True,
    metavar="NAME",
    help="By what weights are divided: no, average, jaccard, dna-cosine, cosine; for affiliation no, activity, prominence.",
)
@click.option(
    "--aggregate",
    type=click.Choice(_AGGREGATIONS),
    metavar="NAME",
    help="How stances become a weight: for concept congruence, conflict, subtract, ignore; for affiliation subtract, combine, "
    "ignore.",
)
@click.option("--lang", "language", metavar="TAG", help="Language of names, where they are there in it.")
@taking
@options.mark
def command(  # noqa: PLR0913, PLR0917 - one parameter an option
    paths: tuple[Path, ...],
    outputs: tuple[str, ...],
    to: str | None,
    mode: str,
    normalize: str,
    aggregate: str | None,
    language: str | None,
    mark: bool,  # noqa: FBT001 - click gives it by name
    **taken: Unpack[Taken],
) -> None:
    """Write a network of actors, of claims, or of both.

    The measures are those of Discourse Network Analyzer: congruence, conflict, what is left when conflict is taken from congruence
    (subtract), the claims on which actors take a stance (affiliation), the actors who connect claims (concept).
    """
    wanted = targets(outputs, to, _FORMATS)
    from argmap.api import load
    from argmap.api import network as network_of
    from argmap.cli.output import count, tell, write
    from argmap.comparison.request import ComparisonError
    from argmap.diagnostics import Severity
    from argmap.text import commonest_language

    annotated = load(paths)
    spare_what_was_read(outputs, annotated)
    errors = annotated.diagnostics_of({Severity.ERROR})
    tell(errors, annotated.files, err=True)
    linked = annotated.linked
    del annotated  # most of the memory, which what follows can use
    tell_missing_language(language_tag(language), linked.graph)
    try:
        found = network_of(linked, mode, normalize, aggregate=aggregate, **resolved(linked, taken))
    except ComparisonError as error:
        raise click.UsageError(str(error)) from None
    if not found.nodes:
        click.echo(f"argmap: {why_empty(linked, taken)}", err=True)
        sys.exit(1)
    shown = language or commonest_language(node.text for node in found.nodes if node.text)
    told = f" ({count(len(errors), 'error')}: what they concern may be missing)" if errors else ""
    none = "; no two of them share a claim" if not found.edges else ""
    for output, chosen in wanted:
        write(output, _FORMATS[chosen](found, _Asked(shown, mark)))
        if output != "-":
            click.echo(
                f"wrote {output}: {count(len(found.nodes), 'node')}, {count(len(found.edges), 'edge')}{none}{told}", err=True
            )
    if errors:
        sys.exit(1)
