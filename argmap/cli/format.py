"""`argmap format`: annotations in the house style, comments kept."""

import os
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from argmap.cli import options

if TYPE_CHECKING:
    from argmap.diagnostics import Diagnostic, TextFile
    from argmap.reading.files import Given


@click.command("format")
@options.annotations
@click.option("--check", is_flag=True, help="Write nothing; name the files that would change, and exit with 1 if there are any.")
@click.option("--diff", is_flag=True, help="Write nothing; print what would change.")
def command(paths: tuple[Path, ...], *, check: bool, diff: bool) -> None:
    """Rewrite annotation files in the house style; the meaning and all comments stay.

    A folder means every *.yaml and *.yml below it. A file with errors, or one that cannot be written, is left as it is, and that
    is told. Exit status: 0 all files are in the style now, 1 one is not (with --check also: a file would change), 2 misuse.
    """
    from argmap.cli.output import count
    from argmap.reading.files import given_files

    outcomes = {
        "reformatted": 0,
        "would be reformatted": 0,
        "left unchanged": 0,
        "with errors": 0,
        "passed over, being no annotation": 0,
    }
    seen: set[str] = set()
    for given in given_files(paths):
        if (outcome := _outcome(given, seen, check=check, diff=diff)) is not None:
            outcomes[outcome] += 1
    click.echo(", ".join(f"{count(number, 'file')} {outcome}" for outcome, number in outcomes.items() if number), err=diff)
    if outcomes["with errors"] or (check and outcomes["would be reformatted"]):
        sys.exit(1)


def _outcome(  # noqa: PLR0911 - one return an outcome
    given: "Given | Diagnostic", seen: set[str], *, check: bool, diff: bool
) -> str | None:
    """Rewrite a file, or say how it would be; return what became of it, None where that was done before."""
    from argmap.cli.output import tell
    from argmap.diagnostics import Diagnostic
    from argmap.reading.files import Unreadable, is_annotation, read_text
    from argmap.writing.files import rewrite

    if isinstance(given, Diagnostic):
        tell((given,), (), err=True)
        return "with errors"
    real = os.path.realpath(given.path)
    if real in seen:
        return None
    seen.add(real)
    try:
        file = read_text(given.path, given.shown)
    except Unreadable as error:
        tell((error.diagnostic,), (), err=True)
        return "with errors"
    if not given.named and not is_annotation(file.text):
        return "passed over, being no annotation"
    after = _formatted(file)
    if after is None:
        return "with errors"
    if after.encode("utf-8") == given.path.read_bytes():
        return "left unchanged"
    if diff:
        _print_difference(file.text, after, given.shown)
    elif check:
        click.echo(f"would reformat {given.shown}")
    else:
        try:
            rewrite(given.path, file.text, after, keep_mark=False)
        except OSError as error:
            click.echo(f"argmap: cannot write {given.shown!r}: {error.strerror}", err=True)
            return "with errors"
        click.echo(f"reformatted {given.shown}")
    return "would be reformatted" if check or diff else "reformatted"


def _formatted(file: "TextFile") -> str | None:
    """The text of a file in the house style, with the line ends it has; None, and it is told why, where that cannot be had."""
    from argmap.cli.output import tell
    from argmap.writing.formatting import CannotFormat, MeaningWouldChange, format_text

    try:
        after = format_text(file.text, file.name)
    except CannotFormat as error:
        tell(error.diagnostics, error.files, err=True)
        return None
    except MeaningWouldChange as error:
        click.echo(f"argmap: {error}; the file is left as it is. This is a fault of argmap, please report it.", err=True)
        return None
    return after.replace("\n", "\r\n") if "\r\n" in file.text[: file.text.find("\n") + 1] else after


def _print_difference(before: str, after: str, name: str) -> None:
    from difflib import unified_diff

    old, new = ([line for line in re.split(r"(?<=\n)", text) if line] for text in (before, after))
    for line in unified_diff(old, new, f"{name} (now)", f"{name} (formatted)"):
        click.echo(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n", nl=False)
