"""The texts of the sources: where they lie, in which encoding, and whether they are the ones that were annotated.

A text may be absent on this machine; everything works without it. A fingerprint is the SHA-256 of the text in NFC with LF line ends.
"""

import codecs
import hashlib
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from argmap.corpus import Corpus
from argmap.diagnostics import Diagnostic, TextFile
from argmap.model import Source
from argmap.reading import rules
from argmap.reading.document import Document
from argmap.reading.files import Unreadable, is_inside, read_bytes

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_OLD_ENCODINGS: Final = ("cp1251", "koi8-r", "cp866", "cp1252", "cp1250", "cp1253", "cp1254", "iso8859-5", "mac-cyrillic", "cp437")
"""Tried only where the declared fingerprint tells for certain which of them is right."""


@dataclass(frozen=True, slots=True)
class Texts:
    """The texts that are on this machine, by the id of their source, and what is wrong with the others."""

    files: Mapping[str, TextFile]
    diagnostics: tuple[Diagnostic, ...]


def load_texts(corpus: Corpus, roots: Sequence[Path], folders: Iterable[str | Path] = ()) -> Texts:
    """Return the texts of a corpus's sources, looked for beside their annotation and in the given folders."""
    source_folders = tuple(Path(folder) for folder in folders)
    files: dict[str, TextFile] = {}
    diagnostics: list[Diagnostic] = []
    read: dict[Path, bytes] = {}
    for name, document in zip(corpus.ids, corpus.documents, strict=True):
        source = document.model.source
        if source is None or source.file is None or not document.folder:
            continue
        try:
            files[name] = _load(document, source, roots, source_folders, diagnostics, read)
        except Unreadable as error:
            diagnostics.append(error.diagnostic)
    return Texts(files, tuple(diagnostics))


def fingerprint(text: str) -> str:
    """Return the SHA-256 of a text in NFC with LF line ends, in hexadecimal.

    >>> fingerprint("a\\r\\nb") == fingerprint("a\\nb")
    True
    """
    canonical = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    return hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()


def decoded(data: bytes, encoding: str | None = None, sha256: str | None = None) -> str | None:
    """Return the text of some bytes where its encoding is certain, else None.

    Certain is: a byte order mark, valid UTF-8, a declared encoding, or an old encoding under which the fingerprint is the declared one.

    Raises:
        LookupError: the declared encoding is unknown.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _try(data, name)
    if encoding is not None:
        return _try(data, codecs.lookup(encoding).name)
    text = _try(data, "utf-8")
    if text is not None or sha256 is None:
        return text
    candidates = (candidate for name in _OLD_ENCODINGS if (candidate := _try(data, name)) is not None)
    return next((candidate for candidate in candidates if fingerprint(candidate) == sha256), None)


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except ValueError:
        return None


def _load(
    document: Document,
    source: Source,
    roots: Sequence[Path],
    folders: Sequence[Path],
    diagnostics: list[Diagnostic],
    read: dict[Path, bytes],
) -> TextFile:
    name = source.file or ""
    place = document.place("source", "file")
    candidates = [Path(document.folder, name)] if "\0" not in name else []
    inside = [path for path in candidates if is_inside(path, (*roots, *folders))]
    path = next((path for path in inside if path.is_file()), None) or _in_folders(name, folders)
    if path is None:
        if candidates and not inside:
            hint = "give the folder of the text with --sources FOLDER, and its bare name here"
            raise Unreadable(rules.OUTSIDE.at(place, f"{name!r} leads out of the folder", hint))
        hint = "its quotes are not checked; give the folder of the text with --sources FOLDER"
        raise Unreadable(rules.TEXT_MISSING.at(place, f"the text {name!r} is not on this machine", hint))
    data = read.setdefault(path, read_bytes(path, path.as_posix()) if path not in read else b"")
    try:
        text = decoded(data, source.encoding, source.sha256)
    except LookupError:
        message = f"{source.encoding!r} is no known encoding"
        raise Unreadable(rules.TEXT_UNREADABLE.at(document.place("source", "encoding"), message, "such as windows-1251, koi8-r, utf-8")) from None
    if text is None:
        hint = "save it as UTF-8, or say in which encoding it is: `encoding: windows-1251`"
        raise Unreadable(rules.TEXT_UNREADABLE.at(place, f"the encoding of {name!r} is not certain; it is not UTF-8", hint))
    if source.sha256 is not None and fingerprint(text) != source.sha256:
        message = f"the text {name!r} is not the one that was annotated: its sha256 differs"
        diagnostics.append(rules.TEXT_CHANGED.at(document.place("source", "sha256"), message, f"if it is the right one, write `sha256: {fingerprint(text)}`"))
    return TextFile(name, text)


def _in_folders(name: str, folders: Sequence[Path]) -> Path | None:
    """The text in the `--sources` folders: under its whole path, else under its bare name."""
    if "\0" in name:
        return None
    for folder in folders:
        for tail in dict.fromkeys((name, name.replace("\\", "/").rpartition("/")[2])):
            path = folder / tail
            if is_inside(path, [folder]) and path.is_file():
                return path
    return None
