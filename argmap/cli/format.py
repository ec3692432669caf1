"""`argmap format`: annotations in the house style, comments kept."""

import os
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from argmap.cli import options

if TYPE_CHECKING:
    from argmap.reading.files import Given


@click.command("format")
@options.annotations
@click.option("--check", is_flag=True, help="Write nothing; name the files that would change, and exit with 1 if there are any.")
@click.option("--diff", is_flag=True, help="Write nothing; print what would change.")
def command(paths: tuple[Path, ...], *, check: bool, diff: bool) -> None:
    """Rewrite annotation files in the house style; the meaning and all comments stay.

    A folder means every *.yaml and *.yml below it. A file with errors is left as it is, and they are told. Exit status: 0 all files
    are in the style now, 1 a file has errors (with --check also: a file would change), 2 misuse.
    """
    from argmap.cli.output import count, tell
    from argmap.diagnostics import Diagnostic
    from argmap.reading.files import given_files
    from argmap.writing.files import write_atomically

    changed = unchanged = failed = 0
    seen: set[str] = set()
    for given in given_files(paths):
        if isinstance(given, Diagnostic):
            tell((given,), (), err=True)
            failed += 1
            continue
        real = os.path.realpath(given.path)
        if real in seen:
            continue
        seen.add(real)
        texts = _formatted(given)
        if texts is None:
            failed += 1
            continue
        before, after = texts
        if after.encode("utf-8") == given.path.read_bytes():
            unchanged += 1
            continue
        changed += 1
        if diff:
            _print_difference(before, after, given.shown)
        elif check:
            click.echo(f"would reformat {given.shown}")
        else:
            write_atomically(given.path, after.encode("utf-8"))
            click.echo(f"reformatted {given.shown}")
    words = (
        (changed, "would be reformatted" if check or diff else "reformatted"),
        (unchanged, "left unchanged"),
        (failed, "with errors"),
    )
    click.echo(", ".join(f"{count(number, 'file')} {outcome}" for number, outcome in words if number), err=diff)
    if failed or (check and changed):
        sys.exit(1)


def _formatted(given: "Given") -> tuple[str, str] | None:
    """The text of a file, and the same in the house style; None, and it is told why, where that cannot be had."""
    from argmap.cli.output import tell
    from argmap.reading.files import Unreadable, read_text
    from argmap.writing.formatting import CannotFormat, MeaningWouldChange, format_text

    try:
        before = read_text(given.path, given.shown).text
        return before, format_text(before, given.shown)
    except Unreadable as error:
        tell((error.diagnostic,), (), err=True)
    except CannotFormat as error:
        tell(error.diagnostics, error.files, err=True)
    except MeaningWouldChange as error:
        click.echo(f"argmap: {error}; the file is left as it is. This is a fault of argmap, please report it.", err=True)
    return None


def _print_difference(before: str, after: str, name: str) -> None:
    from difflib import unified_diff

    old, new = ([line for line in re.split(r"(?<=\n)", text) if line] for text in (before, after))
    for line in unified_diff(old, new, f"{name} (now)", f"{name} (formatted)"):
        click.echo(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n", nl=False)
