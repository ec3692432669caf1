"""What `compare` and `network` share: which statements are taken."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final, TypedDict, TypeVar

import click

if TYPE_CHECKING:
    from argmap.api import Linked

Command = TypeVar("Command", bound=Callable[..., Any])

_BY: Final = ("actor", "affiliation", "outlet", "kind")
_DUPLICATES: Final = ("all", "document", "day", "week", "month", "year", "once")


class Taken(TypedDict):
    """Which statements are taken, and how; as `argmap.compare` wants it."""

    questions: tuple[str, ...]
    since: str | None
    until: str | None
    by: str
    annotator: str | None
    derived: bool
    duplicates: str


_OPTIONS: Final = (
    click.option("--question", "questions", multiple=True, metavar="ID", help="Take what bears on this question; repeatable."),
    click.option("--from", "since", metavar="DATE", help="The first day, month or year that counts (2025-12-10, 2025-12, 2025)."),
    click.option("--to", "until", metavar="DATE", help="The last one."),
    click.option("--by", type=click.Choice(_BY), default="actor", show_default=True, help="Who speaks: what one row or node is."),
    click.option("--annotator", metavar="ID", help="Whose reading counts where a source has several; else the first one's."),
    click.option(
        "--no-derived",
        "derived",
        is_flag=True,
        flag_value=False,
        default=True,
        help="Leave out stances that only follow from others.",
    ),
    click.option(
        "--duplicates",
        type=click.Choice(_DUPLICATES),
        default="all",
        show_default=True,
        metavar="NAME",
        help=f"How often the same stance counts: {', '.join(_DUPLICATES)}.",
    ),
)


def taking(command: Command) -> Command:
    """Add the options that say which statements are taken."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def resolved(linked: "Linked", taken: Taken) -> Taken:
    """Return the same with the global ids of questions.

    Raises:
        click.UsageError: a question is unknown.
    """
    from argmap.cli.lookup import find_ids

    known = {name: question.text for name, question in linked.graph.questions.items()}
    return {**taken, "questions": find_ids("question", taken["questions"], known)}


def why_empty(linked: "Linked", taken: Taken) -> str:
    """Return why there is nothing to compare, in words."""
    graph = linked.graph
    if not any(statement.target_kind != "argument" for statement in graph.statements.values()):
        return "there is nothing to compare: no statement takes a stance on a claim; `argmap check` says what is there"
    if taken["since"] or taken["until"]:
        match sorted({source.date for source in graph.sources.values() if source.date is not None}):
            case []:
                dated = "no source has a date"
            case [only]:
                dated = f"what has a date is of {only}"
            case [first, *_, last]:
                dated = f"the sources are from {first} to {last}"
        return f"there is nothing to compare in this period; {dated}"
    return "there is nothing to compare: nobody takes a stance on what was asked for"
