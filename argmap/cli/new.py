"""`argmap new`: a commented skeleton for the annotation of a text."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from argmap.cli.options import Wanted

if TYPE_CHECKING:
    from argmap.writing.skeleton import Text


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
@click.option("--encoding", metavar="NAME", help="The encoding of the text where it is not UTF-8, such as windows-1251.")
@click.option("--force", is_flag=True, help="Overwrite an annotation that is there.")
def command(texts: tuple[Path, ...], output: str, encoding: str | None, *, force: bool) -> None:
    """Start the annotation of a text: title, date, language and fingerprint filled in, the rest as examples to replace.

    A text is the article as a plain text file. Who annotates it besides somebody else puts a name of their own into that of the
    file: article.boris.yaml. Several texts make several annotations, in a folder: -o FOLDER/. The folder is
    made if it is not there.
    """
    is_folder = output != "-" and (output.endswith(("/", os.sep)) or Path(output).is_dir())
    if len(texts) > 1 and not is_folder:
        raise click.UsageError("Several texts make several annotations: give a folder, -o FOLDER/.")
    failed = False
    for text in texts:
        annotation = None if output == "-" else Path(output) / f"{text.stem}.yaml" if is_folder else Path(output)
        failed |= not _start(text, annotation, encoding, force=force)
    if failed:
        sys.exit(1)


def _start(path: Path, annotation: Path | None, encoding: str | None, *, force: bool) -> bool:
    """Write the annotation of one text; return whether that could be done, and tell why if not."""
    from argmap.cli.output import write
    from argmap.diagnostics import as_typed
    from argmap.writing.skeleton import skeleton

    if annotation is not None and annotation.exists() and not force:
        click.echo(f"argmap: {annotation.as_posix()!r} is there already; --force overwrites it", err=True)
        return False
    text = _read(path, Path.cwd() if annotation is None else annotation.parent, encoding)
    if text is None:
        return False
    if annotation is None:
        write("-", skeleton(text, path.stem))
        return True
    name, annotator = _named(path.stem, annotation.stem)
    write(str(annotation), skeleton(text, name, annotator))
    words = ["argmap", "check", annotation.as_posix(), *([] if text.is_beside else ["--sources", path.parent.as_posix()])]
    click.echo(f"wrote {annotation.as_posix()}; when it is filled in: {as_typed(words)}", err=True)
    return True


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
    if text is None:
        is_said = encoding is not None
        hint = (
            f"it is not in {encoding}"
            if is_said
            else "it is not UTF-8; save it as UTF-8, or name its encoding: --encoding windows-1251"
        )
        click.echo(f"argmap: {path.as_posix()!r} cannot be read as text: {hint}", err=True)
        return None
    if not text.strip():
        click.echo(f"argmap: {path.as_posix()!r} is empty", err=True)
        return None
    if (fault := not_plain(text)) is not None:
        click.echo(f"argmap: {path.as_posix()!r} {': '.join(fault)}", err=True)
        return None
    file = _relative(path, folder)
    return Text(text, path.name if file is None else file, is_beside=file is not None, encoding=encoding)


def _relative(path: Path, folder: Path) -> str | None:
    """The path of a text from the folder of its annotation; None where it does not lie in that folder or below."""
    real, base = Path(os.path.realpath(path)), Path(os.path.realpath(folder))
    return real.relative_to(base).as_posix() if real.is_relative_to(base) else None
