"""Options that several commands share."""

from pathlib import Path
from typing import Any, Final

import click

annotations: Final[Any] = click.argument("paths", nargs=-1, required=True, metavar="PATH...", type=click.Path(path_type=Path))

sources: Final[Any] = click.option(
    "--sources",
    "-s",
    multiple=True,
    metavar="DIR",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Folder in which the texts of the articles lie; repeatable. Beside an annotation they are found without it.",
)
