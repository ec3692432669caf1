"""What commands print, and files they write."""

import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from argmap.diagnostics import Diagnostic, Severity, TextFile

if TYPE_CHECKING:
    from argmap.rendering.diagnostics import DiagnosticFormat

_STYLES: Final = {
    "error": {"fg": "red", "bold": True},
    "warning": {"fg": "yellow", "bold": True},
    "note": {"fg": "cyan", "bold": True},
    "bold": {"bold": True},
    "dim": {"dim": True},
}


def paint(words: str, style: str) -> str:
    """Return words in a style; click takes it away again where the output is no terminal."""
    return click.style(words, **_STYLES[style])  # type: ignore[arg-type] # one table for all styles


def tell(
    diagnostics: Sequence[Diagnostic], files: Iterable[TextFile], to: "DiagnosticFormat | None" = None, *, err: bool = False
) -> None:
    """Print diagnostics, in full unless another format is asked for."""
    if to is None and not diagnostics:
        return
    from argmap.rendering.diagnostics import DiagnosticFormat, plain, render_diagnostics

    to = to or DiagnosticFormat.FULL
    colours = to in {DiagnosticFormat.FULL, DiagnosticFormat.CONCISE}
    click.echo(render_diagnostics(diagnostics, files, to, paint if colours else plain), nl=False, err=err)


def count(number: int, noun: str) -> str:
    """Return a number with its noun.

    >>> count(1, "error"), count(3_000, "error")
    ('1 error', '3,000 errors')
    """
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def tally(diagnostics: Iterable[Diagnostic]) -> str:
    """Return how many diagnostics there are of each severity, in words; empty where there are none."""
    numbers = dict.fromkeys(Severity, 0)
    for diagnostic in diagnostics:
        numbers[diagnostic.severity] += 1
    return ", ".join(count(number, severity.value) for severity, number in numbers.items() if number)


def write(output: str, content: str | bytes | Iterable[str]) -> None:
    """Write a text, bytes, or the parts of a text to a file, whole or not at all, or to standard output where the name is `-`."""
    parts = (content,) if isinstance(content, str | bytes) else content
    data = (part.encode("utf-8", "replace") if isinstance(part, str) else part for part in parts)
    if output == "-":
        sys.stdout.buffer.writelines(data)
        sys.stdout.buffer.flush()
        return
    from argmap.writing.files import write_atomically

    if is_folder(output):
        raise click.UsageError(f"{output!r} is a folder; give the name of a file in it.")
    path = Path(output)
    make_folder(path.parent)
    write_atomically(path, data)


def is_folder(output: str) -> bool:
    """Return whether an output is meant as a folder: it is one, or its name ends like that of one."""
    return output != "-" and (output.endswith(("/", os.sep)) or Path(output).is_dir())


def make_folder(folder: Path) -> None:
    """Make a folder that is not there, and say so."""
    if folder.is_dir():
        return
    try:
        folder.mkdir(parents=True)
    except (FileExistsError, NotADirectoryError):
        raise click.UsageError(f"{folder.as_posix()!r} cannot be a folder: a file of that name is there.") from None
    click.echo(f"made the folder {folder.as_posix()}", err=True)
