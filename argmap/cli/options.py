"""Options that several commands share."""

from collections.abc import Callable
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
