"""Options that several commands share."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., Any])


class Wanted(click.Path):
    """A path that must be given; where it is missing, the message says what to type."""

    def __init__(self, example: str, **options: Any) -> None:
        super().__init__(**options)
        self._example = example

    def get_missing_message(self, param: click.Parameter, ctx: click.Context | None) -> str:
        """Return what to type."""
        del param, ctx
        return self._example


def annotations(command: Command) -> Command:
    """Add the argument PATH…, annotation files and folders."""
    wanted = Wanted("Name annotation files, or a folder of them: article.yaml, or annotations/.", path_type=Path, readable=False)
    return click.argument("paths", nargs=-1, required=True, metavar="PATH...", type=wanted)(command)


def sources(command: Command) -> Command:
    """Add the option --sources, the folders of texts."""
    return click.option(
        "--sources",
        "-s",
        multiple=True,
        metavar="DIR",
        type=click.Path(exists=True, file_okay=False, path_type=Path),
        help="Folder in which the texts of the articles lie; repeatable. Beside an annotation they are found without it.",
    )(command)


def outputs(formats: Iterable[str], example: str | None = None) -> Callable[[Command], Command]:
    """Return what adds the options -o, files to write, and -f, their format where no suffix says it.

    Args:
        formats: the names of the formats.
        example: what to type where no file is named; None where a command prints something then.
    """
    what = "Write a file instead" if example is None else "The file to write"
    output = click.option(
        "-o",
        "--output",
        "outputs",
        metavar="FILE",
        multiple=True,
        required=example is not None,
        type=str if example is None else Wanted(example, allow_dash=True),
        help=f"{what}; its suffix names the format; repeatable. `-` is standard output.",
    )
    to = click.option("-f", "--format", "to", type=click.Choice(sorted(formats)), help="The format, where no suffix says it.")
    return lambda command: output(to(command))


def mark(command: Command) -> Command:
    """Add the option --bom, by which spreadsheets know UTF-8."""
    return click.option(
        "--bom", "mark", is_flag=True, help="Begin a CSV file with a byte order mark, for spreadsheets that ask for it."
    )(command)
