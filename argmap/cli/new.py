"""`argmap new`: a commented skeleton for the annotation of a text."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from argmap.cli.options import Wanted

if TYPE_CHECKING:
    from argmap.writing.skeleton import Text


@dataclass(frozen=True, slots=True)
class _Asked:
    """How annotations are to be started."""

    annotator: str | None
    codebook: Path | None
    encoding: str | None
    force: bool


@click.command("new")
@click.argument(
    "texts",
    nargs=-1,
    required=True,
    metavar="TEXT...",
    type=Wanted("Name the article, a plain text file: article.txt.", path_type=Path),
)
@click.option(
    "-o",
    "--output",
    default="-",
    metavar="FILE",
    help="The annotation to write, or for several texts a folder; by default standard output.",
)
@click.option("--annotator", metavar="ID", help="Who annotates; in a folder it becomes part of the names: article.boris.yaml.")
@click.option("--include", "codebook", metavar="FILE", type=click.Path(path_type=Path), help="A codebook that is included.")
@click.option("--encoding", metavar="NAME", help="The encoding of the text where it is not UTF-8, such as windows-1251.")
@click.option("--force", is_flag=True, help="Overwrite an annotation that is there.")
def command(  # noqa: PLR0913 - one parameter an option
    texts: tuple[Path, ...], output: str, annotator: str | None, codebook: Path | None, encoding: str | None, *, force: bool
) -> None:
    """Start the annotation of a text: title, date, language and fingerprint filled in, the rest as examples to replace.

    A text is the article as a plain text file. Several texts make several annotations, in a folder: -o FOLDER/. A folder is made
    if it is not there. Where two people annotate one article, each has a file of their own: article.anna.yaml, article.boris.yaml.
    """
    from argmap.cli.output import is_folder
    from argmap.writing.skeleton import source_id

    in_folder = is_folder(output)
    if len(texts) > 1 and not in_folder:
        raise click.UsageError("Several texts make several annotations: give a folder, -o FOLDER/.")
    annotator = None if annotator is None else source_id(annotator)
    asked = _Asked(annotator, codebook, encoding, force)
    suffix = f".{annotator}.yaml" if annotator else ".yaml"
    annotations = [Path(output) / f"{text.stem}{suffix}" if in_folder else Path(output) for text in texts]
    for row, annotation in enumerate(annotations):
        if (first := annotations.index(annotation)) < row:
            both = f"{texts[first].as_posix()!r} and {texts[row].as_posix()!r}"
            raise click.UsageError(f"{both} would both be written to {annotation.as_posix()!r}; start them one by one.")
    started = [_start(text, None if output == "-" else one, asked) for text, one in zip(texts, annotations, strict=True)]
    if not all(started):
        sys.exit(1)


def _start(path: Path, annotation: Path | None, asked: "_Asked") -> bool:
    """Write the annotation of one text; return whether that could be done, and tell why if not."""
    from argmap.cli.output import write
    from argmap.diagnostics import as_typed
    from argmap.writing.skeleton import skeleton

    if annotation is not None and annotation.exists() and (hint := _why_kept(annotation, path, asked)):
        click.echo(f"argmap: {annotation.as_posix()!r} is there already; {hint}", err=True)
        return False
    folder = Path.cwd() if annotation is None else annotation.parent
    text = _read(path, folder, asked.encoding)
    if text is None:
        return False
    name, who = _named(path.stem, path.stem if annotation is None else annotation.stem)
    codebook = None if asked.codebook is None else Path(os.path.relpath(asked.codebook, folder)).as_posix()
    start = skeleton(text, name, asked.annotator or who, codebook)
    if annotation is None:
        write("-", start)
        return True
    write(str(annotation), start)
    words = ["argmap", "check", annotation.as_posix(), *([] if text.is_beside else ["--sources", path.parent.as_posix()])]
    click.echo(f"wrote {annotation.as_posix()}; when it is filled in: {as_typed(words)}", err=True)
    return True


def _why_kept(annotation: Path, text: Path, asked: "_Asked") -> str:
    """Why a file that is there is not overwritten; empty where it may be."""
    if not asked.force:
        return "--force overwrites it"
    if text.exists() and annotation.samefile(text):
        return "it is the text itself"
    is_codebook = asked.codebook is not None and asked.codebook.exists() and annotation.samefile(asked.codebook)
    return "it is the codebook" if is_codebook else ""


def _named(text: str, annotation: str) -> tuple[str, str | None]:
    """Return after what the source is called, and who annotates it: `article.boris.yaml` is how Boris reads `article.txt`.

    >>> _named("article", "article.boris"), _named("article", "rents")
    (('article', 'boris'), ('rents', None))
    """
    annotator = annotation.removeprefix(f"{text}.")
    from argmap.writing.skeleton import source_id

    return (annotation, None) if annotator in {annotation, ""} else (text, source_id(annotator))


def _read(path: Path, folder: Path, encoding: str | None) -> "Text | None":
    from argmap.cli.output import tell
    from argmap.reading.encodings import likely_encoding
    from argmap.reading.files import Unreadable, read_bytes
    from argmap.reading.texts import decoded, not_plain
    from argmap.writing.skeleton import Text

    try:
        data = read_bytes(path, path.as_posix())
        text = decoded(data, encoding)
    except Unreadable as error:
        tell((error.diagnostic,), (), err=True)
        return None
    except LookupError:
        raise click.UsageError(f"{encoding!r} is no known encoding; windows-1251, koi8-r and utf-8 are.") from None
    if (fault := not_plain(data, text)) is not None:
        click.echo(f"argmap: {path.as_posix()!r} {': '.join(fault)}", err=True)
        return None
    if text is None:
        is_said = encoding is not None
        hint = (
            f"it is not in {encoding}"
            if is_said
            else f"it is not UTF-8; save it as UTF-8, or name its encoding: --encoding {likely_encoding(data)}"
        )
        click.echo(f"argmap: {path.as_posix()!r} cannot be read as text: {hint}", err=True)
        return None
    if not text.strip():
        click.echo(f"argmap: {path.as_posix()!r} is empty", err=True)
        return None
    file = _relative(path, folder)
    return Text(text, path.name if file is None else file, is_beside=file is not None, encoding=encoding)


def _relative(path: Path, folder: Path) -> str | None:
    """The path of a text from the folder of its annotation; None where it does not lie in that folder or below."""
    real, base = Path(os.path.realpath(path)), Path(os.path.realpath(folder))
    return real.relative_to(base).as_posix() if real.is_relative_to(base) else None
