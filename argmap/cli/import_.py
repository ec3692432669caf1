"""`argmap import`: foreign files become annotation files."""

import sys
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from argmap.cli.languages import language_tag
from argmap.cli.options import Wanted
from argmap.cli.waiting import waiting

if TYPE_CHECKING:
    from argmap.cli.gathering import Gathered
    from argmap.exchange.contract import Format, Imported, ReadOptions
    from argmap.exchange.counting import Sums
    from argmap.exchange.report import Report
    from argmap.model import AnnotationFile
    from argmap.reading.values import KeyPath

_STANDARD_OUTPUT = "-"


@click.command("import")
@click.argument(
    "paths",
    nargs=-1,
    required=True,
    metavar="PATH...",
    type=Wanted("Name files of other programs, or a folder of them: debate.json.", exists=True, path_type=Path),
)
@click.option(
    "-o",
    "--output",
    required=True,
    metavar="FILE|DIR",
    type=Wanted("Name the annotation to write, -o debate.yaml, or a folder for several, -o debates/.", allow_dash=True),
    help="The annotation to write, or a folder for several.",
)
@click.option("--from", "format_name", metavar="FORMAT", help="The format; by default it is told by what is in the files.")
@click.option("--language", metavar="TAG", help="Language of the texts (en, ru, …), where the format does not tell.")
@click.option("--encoding", metavar="NAME", help="Encoding of text files that are not in UTF-8.")
@click.option("--column", "columns", multiple=True, metavar="ROLE=NAME", help="Which column of a table holds what; repeatable.")
@click.option("--force", is_flag=True, help="Replace files that are there.")
def command(  # noqa: PLR0913, PLR0917 - one parameter an option
    paths: tuple[Path, ...],
    output: str,
    format_name: str | None,
    language: str | None,
    encoding: str | None,
    columns: tuple[str, ...],
    *,
    force: bool,
) -> None:
    """Make annotation files of files and folders in other formats.

    Says what was kept, what was changed and what could not be kept. `argmap formats` lists the formats.
    Exit status: 0 all was read, 1 something could not be, 2 misuse.
    """
    from argmap.exchange.contract import FormatError, ReadOptions
    from argmap.formats.table import format_named

    options = ReadOptions(language=language_tag(language), encoding=_encoding(encoding), columns=_columns(columns))
    aside = output == _STANDARD_OUTPUT
    try:
        chosen = format_named(format_name) if format_name is not None else None
    except FormatError as error:
        raise click.UsageError(str(error)) from None
    result = _read(paths, options, chosen)
    _tell(result, aside=aside)
    sound = True
    if result.files:
        with waiting(f"writing {_count_of(len(result.files))}", result.size):
            written = _write(result, output, force=force)
        click.echo(f"wrote {output}: {_count_of(len(result.files))}: {result.sums}", err=aside)
        with waiting("checking what was written", result.size):
            sound = _check(written, aside=aside)
    if result.faults or not result.sums or not sound:
        sys.exit(1)


@dataclass(slots=True)
class _Result:
    """What the foreign files became, by bare name, and what is to be told."""

    files: "dict[str, AnnotationFile]" = field(default_factory=dict)
    comments: "dict[str, Mapping[KeyPath, str]]" = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    reports: "list[tuple[str, Report]]" = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    read: tuple[Path, ...] = ()
    """The foreign files."""
    size: int = 0
    """Their bytes."""
    sums: "Sums | None" = None
    language: str = ""
    """What is to be said of the languages of the texts."""

    def add(self, title: str, imported: "Imported") -> None:
        from argmap.exchange.contract import FormatError
        from argmap.exchange.counting import sums_of_files

        for name in (*imported.files, *imported.texts):
            if name in self.files or name in self.texts:
                raise FormatError(f"two formats would both be written to {name!r}", hint="import them one by one, with --from")
        self.reports.append((title, imported.report))
        self.faults += map(str, imported.faults)
        self.files |= imported.files
        self.comments |= imported.comments
        self.texts |= imported.texts
        sums = sums_of_files(imported.files.values())
        self.sums = sums if self.sums is None else self.sums + sums

    def guess_languages(self) -> None:
        """Give the files the languages that their words tell, where nobody tells another."""
        from argmap.exchange.contract import UNDETERMINED
        from argmap.exchange.languages import with_languages

        guessed = with_languages(self.files, self.texts)
        self.files = dict(guessed.files)
        unknown = f"written as {UNDETERMINED}; --language en says which"
        known = f"the language of the texts is not told; by their words it is {' or '.join(guessed.languages)}"
        match bool(guessed.languages), guessed.is_whole:
            case True, True:
                self.language = f"{known}; --language says another"
            case True, False:
                self.language = f"{known}, and where that is not certain it is {unknown}"
            case False, False:
                self.language = f"the language of the texts is not told: it is {unknown}"
            case _:
                pass


def _read(paths: tuple[Path, ...], options: "ReadOptions", chosen: "Format | None") -> _Result:
    """Read the files, format by format; one format that cannot be read does not take the others along."""
    from argmap.cli.gathering import gather
    from argmap.cli.strangers import why_strange
    from argmap.exchange.contract import FormatError, most_entries
    from argmap.formats.table import FORMATS

    companions = sorted({suffix for one in FORMATS for suffix in one.companions})
    gathered = gather(paths, max(one.largest for one in FORMATS), companions)
    groups, strange = _groups(gathered, chosen, options.encoding)
    reasons = ((name, why_strange(name, gathered.files[name], options.encoding)) for name in strange)
    for name, reason in (*gathered.passed_over, *reasons):
        click.echo(f"passed over {name}: {reason}", err=True)
    result = _Result(read=tuple(map(Path, gathered.files)), size=sum(map(len, gathered.files.values())))
    for one, files in groups:
        try:
            _refuse_large(one, files)
            with waiting(f"reading {_count_of(len(files))}: {one.title}", result.size):
                imported = one.read(files, replace(options, most=most_entries(files))) if one.read else _cannot_read(one)
            result.add(one.title, imported)
        except FormatError as error:
            result.faults.append(str(error))
    result.guess_languages()
    if not groups:
        result.faults.append("there is no file of a known format; `argmap formats` lists them, --from names one")
    return result


def _tell(result: _Result, *, aside: bool) -> None:
    from argmap.cli.reports import tell_report

    for title, report in result.reports:
        click.echo(f"read {title}:", err=aside)
        tell_report(report, err=aside)
    if result.language:
        click.echo(result.language, err=True)
    for fault in result.faults:
        click.echo(f"argmap: {fault}", err=True)


def _groups(
    gathered: "Gathered", chosen: "Format | None", encoding: str | None
) -> "tuple[list[tuple[Format, Mapping[str, bytes]]], list[str]]":
    """The files by format, and the names of those of no format; what is given by name with `--from` is of that format."""
    from argmap.formats.table import grouped

    groups, strange = grouped(gathered.files, chosen, gathered.given, encoding, gathered.beside)
    return list(groups), [name for name in strange if name not in gathered.beside]


def _refuse_large(one: "Format", files: Mapping[str, bytes]) -> None:
    from argmap.exchange.contract import MEBIBYTE, FormatError

    for name, data in files.items():
        if len(data) > one.largest:
            message = f"it has {len(data) // MEBIBYTE:,} MiB; of {one.title} at most {one.largest // MEBIBYTE} are read"
            raise FormatError(message, file=name, hint="split it")


def _cannot_read(one: "Format") -> "Imported":
    from argmap.exchange.contract import FormatError

    raise FormatError(f"{one.title} can be written, but not read", hint="`argmap formats` says what can be read")


def _check(written: "Mapping[Path, AnnotationFile]", *, aside: bool) -> bool:
    """Say what `argmap check` says of the new files, errors in full; return whether there is none.

    What was written is at hand as models; the files are read only where there is something to be shown in their lines.
    """
    from argmap.api import load, load_models
    from argmap.cli.output import tally, tell
    from argmap.diagnostics import Severity
    from argmap.reading.files import MAX_BYTES

    if not written:
        return True
    diagnostics = load_models(written).diagnostics
    is_large = any(path.stat().st_size > MAX_BYTES for path in written)
    if is_large or any(diagnostic.severity is Severity.ERROR for diagnostic in diagnostics):
        annotated = load(list(written))
        diagnostics = annotated.diagnostics
        tell([one for one in diagnostics if one.severity is Severity.ERROR], annotated.files, err=True)
    click.echo(f"argmap check: {tally(diagnostics) or 'no errors'}", err=aside)
    return not any(diagnostic.severity is Severity.ERROR for diagnostic in diagnostics)


def _write(result: _Result, output: str, *, force: bool) -> "Mapping[Path, AnnotationFile]":
    """Write the files; return the annotations."""
    from argmap.cli.output import make_folder
    from argmap.cli.targets import first_among
    from argmap.writing.emitting import emitted
    from argmap.writing.files import write_atomically

    if output == _STANDARD_OUTPUT:
        if len(result.files) > 1 or result.texts:
            raise click.UsageError(f"There are {len(result.files) + len(result.texts)} files to write; name a folder with -o.")
        ((name, annotation),) = result.files.items()
        sys.stdout.buffer.writelines(piece.encode("utf-8") for piece in emitted(annotation, result.comments.get(name, {})))
        return {}
    path = Path(output)
    if path.suffix.lower() in {".yaml", ".yml"} and not path.is_dir():
        if len(result.files) > 1:
            raise click.UsageError(f"There are {len(result.files)} annotations to write; name a folder with -o.")
        folder, paths = path.parent, dict.fromkeys(result.files, path)
    else:
        folder, paths = path, {name: path / name for name in result.files}
    make_folder(folder)
    texts = {folder / name: text for name, text in result.texts.items() if not _holds(folder / name, text)}
    there = [target.as_posix() for target in (*paths.values(), *texts) if target.exists() or target.is_symlink()]
    if there and not force:
        more = f" and {len(there) - 1} more" if len(there) > 1 else ""
        raise click.UsageError(f"{there[0]}{more} would be replaced; give another place with -o, or --force.")
    lost = first_among((*paths.values(), *texts), result.read)
    if lost is not None:
        raise click.UsageError(f"{lost.as_posix()} was read, and would be lost; give another place with -o.")
    for name, target in paths.items():
        pieces = emitted(result.files[name], result.comments.get(name, {}))
        write_atomically(target, (piece.encode("utf-8") for piece in pieces), durable=False)  # it can be made again
    for target, text in texts.items():
        write_atomically(target, text.encode("utf-8"), durable=False)
    return {paths[name]: annotation for name, annotation in result.files.items()}


def _holds(path: Path, text: str) -> bool:
    """Whether a file is there that holds this already: a text that is imported to where it lies."""
    try:
        return path.read_bytes() == text.encode("utf-8")
    except OSError:
        return False


def _encoding(name: str | None) -> str | None:
    if name is not None:
        try:
            b"a".decode(name, "replace")
        except LookupError:
            raise click.UsageError(f"{name!r} is no encoding of texts; write one such as windows-1251 or utf-16.") from None
    return name


def _columns(given: tuple[str, ...]) -> dict[str, str]:
    columns = {}
    for one in given:
        role, sign, name = one.partition("=")
        if not sign or not role or not name:
            raise click.UsageError(f"{one!r}: write it as ROLE=NAME, such as person=Speaker.")
        columns[role.strip().lower()] = name.strip()
    return columns


def _count_of(number: int) -> str:
    from argmap.cli.output import count

    return count(number, "file")
