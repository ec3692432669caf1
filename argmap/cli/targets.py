"""What is to be written, and as what: the names given with `-o`, each with the format that its suffix names."""

import stat
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

import click

if TYPE_CHECKING:
    from argmap.api import AnnotatedCorpus

_OTHER_SUFFIXES: Final = MappingProxyType({"htm": "html", "gv": "dot"})
_INSTEAD: Final = MappingProxyType(
    {
        "pdf": ("svg", "For a PDF write .html and print it from a browser, or write .svg and convert it."),
        "docx": ("svg", "For Word write .svg and insert it as a picture."),
        "pptx": ("svg", "For slides write .svg and insert it as a picture."),
        "xlsx": ("csv", "For a spreadsheet write .csv, or use `argmap export -f xlsx`."),
    }
)
"""What people ask for first → a format that must be among those of the command, and what to do with it."""


def targets(outputs: Sequence[str], to: str | None, formats: Collection[str]) -> tuple[tuple[str, str], ...]:
    """Return what is to be written: names of files, `-` for standard output, each with its format; empty where nothing is asked.

    Raises:
        click.UsageError: the suffix of a file names no format, or standard output has none.
    """
    if to is not None:
        return tuple((output, to) for output in outputs or ("-",))
    return tuple((output, _format_of(output, formats)) for output in outputs)


def _format_of(output: str, formats: Collection[str]) -> str:
    if output == "-":
        *others, last = formats
        raise click.UsageError(f"Say which format standard output gets: -f {', '.join(others)} or {last}.")
    suffix = Path(output).suffix.lower().removeprefix(".")
    found = _OTHER_SUFFIXES.get(suffix, suffix)
    if found not in formats:
        suffixes = ", ".join(f".{name}" for name in formats)
        needed, instead = _INSTEAD.get(suffix, ("", ""))
        hint = f" {instead}" if needed in formats else ""
        raise click.UsageError(f"{output!r}: the format is named by the suffix ({suffixes}), or with -f.{hint}")
    return found


def spare_what_was_read(outputs: Iterable[str], annotated: "AnnotatedCorpus", sources: Iterable[Path] = ()) -> None:
    """Refuse to write over an annotation that was read, or over its text.

    Args:
        outputs: what is to be written.
        annotated: what was read.
        sources: the folders besides in which texts were looked for.

    Raises:
        click.UsageError: an output was read.
    """
    written = {Path(output): output for output in outputs if output != "-"}
    lost = first_among(written, _read(annotated, tuple(sources)))
    if lost is not None:
        raise click.UsageError(f"{written[lost]!r} was read, and would be lost; give another name with -o.")


def first_among(outputs: Iterable[Path], read: Iterable[Path]) -> Path | None:
    """Return an output that is one of the files that were read, whatever links lead to it; None where there is none."""
    there = {identity: output for output in outputs if (identity := _identity(output)) is not None}
    found = (there[identity] for one in read if (identity := _identity(one)) in there) if there else ()
    return next(iter(found), None)


def _identity(path: Path) -> tuple[int, int] | None:
    """The disk and the number on it of a file that is there."""
    try:
        status = path.stat()
    except (OSError, ValueError):  # no file can have such a name
        return None
    return (status.st_dev, status.st_ino) if stat.S_ISREG(status.st_mode) else None


def _read(annotated: "AnnotatedCorpus", folders: Iterable[Path]) -> Iterator[Path]:
    """The files that were read, and where else their texts may lie."""
    yield from (Path(file.name) for file in annotated.files)
    for document in annotated.corpus.documents:
        if (source := document.model.source) is not None and source.file:
            yield Path(document.folder, source.file)
            for folder in folders:
                yield from (folder / source.file, folder / source.file.replace("\\", "/").rpartition("/")[2])
