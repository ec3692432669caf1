"""What is to be written, and as what: the names given with `-o`, each with the format that its suffix names."""

from collections.abc import Collection, Iterable, Sequence
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
    folders = tuple(sources)
    for output in outputs:
        path = Path(output)
        if output != "-" and path.is_file() and any(path.samefile(one) for one in _read_as(path.name, annotated, folders)):
            raise click.UsageError(f"{output!r} was read, and would be lost; give another name with -o.")


def _read_as(name: str, annotated: "AnnotatedCorpus", folders: Iterable[Path]) -> Iterable[Path]:
    """The files of one name that were read and are there: asking the disk about each of thousands would take its time."""
    documents = annotated.corpus.documents
    texts = ((document.folder, one.file) for document in documents if (one := document.model.source) and one.file)
    files = [Path(file.name) for file in annotated.files]
    for folder, text in texts:
        files += (Path(folder, text), *(Path(other, tail) for other in folders for tail in (text, Path(text).name)))
    return [file for file in files if file.name.casefold() == name.casefold() and file.is_file()]
