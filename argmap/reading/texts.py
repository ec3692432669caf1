"""The texts of the sources: where they lie, in which encoding, and whether they are the ones that were annotated.

A text may be absent on this machine; everything works without it. The fingerprint of a text is the same however its file spells
letters and line ends.
"""

import codecs
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Final

from argmap.diagnostics import Diagnostic, TextFile
from argmap.model import Source
from argmap.reading import encodings, rules
from argmap.reading.document import Document
from argmap.reading.files import Folders, Unreadable, is_file, is_folder, read_bytes

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_PAGE: Final = re.compile(r"\s*(<!--.*?-->\s*)*<(!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
"""How a web page begins."""
_PROGRAMS: Final = MappingProxyType(
    {
        b"%PDF-": "a PDF file",
        b"{\\rtf": "an RTF file",
        b"PK\x03\x04": "a file of Word, LibreOffice or the like, or an archive",
        b"\xd0\xcf\x11\xe0": "a file of an older Word",
        b"\x89PNG": "a picture",
        b"\xff\xd8\xff": "a picture",
    }
)
"""How files begin that articles come as."""


@dataclass(frozen=True, slots=True)
class Texts:
    """The texts that are on this machine, by the id of their source, and what is wrong with the others."""

    files: Mapping[str, TextFile]
    diagnostics: tuple[Diagnostic, ...]
    apart: frozenset[str] = frozenset()
    """The sources whose text does not lie beside its annotation but was found in one of the given folders."""


def load_texts(documents: Mapping[str, Document], roots: Sequence[Path], folders: Iterable[str | Path] = ()) -> Texts:
    """Return the texts of some documents, by their ids, looked for beside the annotation and in the given folders."""
    finder = _Finder(roots, tuple(Path(folder) for folder in folders))
    files: dict[str, TextFile] = {}
    apart: set[str] = set()
    diagnostics: list[Diagnostic] = []
    for name, document in documents.items():
        source = document.model.source
        if source is None or source.file is None or not document.folder:
            continue
        try:
            text = _text_of(document, source.file, source, finder)
        except Unreadable as error:
            diagnostics.append(error.diagnostic)
            continue
        files[name] = TextFile(source.file, text)
        if not finder.is_beside(Path(document.folder, source.file)):
            apart.add(name)
        if source.sha256 is not None and fingerprint(text) != source.sha256:
            message = f"the text {source.file!r} is not the one that was annotated: its sha256 differs"
            hint = f"look the quotes over, then write `sha256: {fingerprint(text)}`"
            diagnostics.append(rules.TEXT_CHANGED.at(document.place("source", "sha256"), message, hint))
    return Texts(files, tuple(diagnostics), frozenset(apart))


def fingerprint(text: str) -> str:
    r"""Return the SHA-256 of a text in NFC with LF line ends, in hexadecimal.

    >>> fingerprint("a\r\nb") == fingerprint("a\nb")
    True
    """
    import hashlib

    canonical = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    return hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()


def decoded(data: bytes, encoding: str | None = None, sha256: str | None = None) -> str | None:
    """Return the text of some bytes where its encoding is certain, else None.

    Certain is what a byte order mark says, a declared encoding, valid UTF-8, and an old encoding under which the fingerprint is
    the declared one.

    Raises:
        LookupError: the declared encoding is unknown.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _try(data, name)
    if encoding is not None:
        return _try(data, encoding)
    text = _try(data, "utf-8")
    if text is not None or sha256 is None:
        return text
    candidates = (candidate for name in encodings.OLD if (candidate := _try(data, name)) is not None)
    return next((candidate for candidate in candidates if fingerprint(candidate) == sha256), None)


def not_plain(data: bytes, text: str | None) -> tuple[str, str] | None:
    """Return what a file is that is no plain text, and what to do; None for a plain text, and for one in another encoding.

    The article is not drawn out of a web page: what is taken for the article differs from one version of an extractor to the
    next, and with it the places of the quotes and the fingerprint. A text that is saved once stays.
    """
    for beginning, what in _PROGRAMS.items():
        if data.startswith(beginning):
            return f"is {what}", "save the article as plain text in UTF-8 (.txt), or copy it into an editor and save that"
    if text is None:
        return None
    if _PAGE.match(text):
        return "is a web page (HTML)", "open it in a browser, and save or copy the article as plain text (.txt)"
    if "\0" in text:
        return "is no text file", "save the article as plain text in UTF-8 (.txt)"
    return None


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except ValueError:
        return None


def _text_of(document: Document, name: str, source: Source, finder: "_Finder") -> str:
    place = document.place("source", "file")
    beside = Path(document.folder, name)
    path = finder.find(beside, name)
    if path is None:
        if not finder.allowed.hold(beside):
            hint = "give the folder of the text with --sources FOLDER, and its bare name here"
            raise Unreadable(rules.OUTSIDE.at(place, f"{name!r} leads out of the folder", hint))
        if is_folder(beside):
            raise Unreadable(
                rules.TEXT_UNREADABLE.at(place, f"{name!r} is a folder, not a text", "name the file of the text in it")
            )
        hint = "its quotes are not checked; give the folder of the text with --sources FOLDER"
        raise Unreadable(rules.TEXT_MISSING.at(place, f"the text {name!r} is not on this machine", hint))
    try:
        data = read_bytes(path, path.as_posix())
    except Unreadable as error:
        message = f"the text {name!r} cannot be read: {error.diagnostic.finding.message}"
        raise Unreadable(rules.TEXT_UNREADABLE.at(place, message, error.diagnostic.finding.hint)) from error
    try:
        text = decoded(data, source.encoding, source.sha256)
    except LookupError:
        message = f"{source.encoding!r} is no known encoding"
        at = document.place("source", "encoding")
        raise Unreadable(rules.TEXT_UNREADABLE.at(at, message, "write one such as windows-1251, koi8-r or utf-8")) from None
    if (fault := not_plain(data, text)) is not None:
        what, hint = fault
        raise Unreadable(rules.TEXT_UNREADABLE.at(place, f"{name!r} {what}", hint))
    if text is not None:
        return text
    if source.encoding is None:
        message = f"the encoding of the text {name!r} is not certain; it is not UTF-8"
        hint = f"save it as UTF-8, or write in which encoding it is: `encoding: {encodings.likely_encoding(data)}`"
        raise Unreadable(rules.TEXT_UNREADABLE.at(place, message, hint))
    message = f"the text {name!r} is not in the encoding {source.encoding!r}"
    raise Unreadable(
        rules.TEXT_UNREADABLE.at(document.place("source", "encoding"), message, "save it as UTF-8 and delete `encoding`")
    )


class _Finder:
    """Where texts may lie: beside their annotation, inside the given folders, and in the folders of texts."""

    def __init__(self, roots: Sequence[Path], folders: Sequence[Path]) -> None:
        self.allowed = Folders((*roots, *folders))
        self._folders = tuple((folder, Folders((folder,))) for folder in folders)

    def is_beside(self, path: Path) -> bool:
        """Tell whether a text lies there, beside its annotation."""
        return is_file(path) and self.allowed.hold(path)

    def find(self, beside: Path, name: str) -> Path | None:
        """Return the path of a text: beside the annotation, else in the folders under its whole name, else under its last part."""
        if self.is_beside(beside):
            return beside
        tails = dict.fromkeys((name, name.replace("\\", "/").rpartition("/")[2]))
        paths = ((folder / tail, inside) for folder, inside in self._folders for tail in tails)
        return next((path for path, inside in paths if is_file(path) and inside.hold(path)), None)
