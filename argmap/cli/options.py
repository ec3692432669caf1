"""Options that several commands share."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., Any])


def annotations(command: Command) -> Command:
    """Add the argument PATH…, annotation files and folders."""
    return click.argument("paths", nargs=-1, required=True, metavar="PATH...", type=click.Path(path_type=Path, readable=False))(
        command
    )


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
