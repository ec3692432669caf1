"""Bytes → text, JSON and XML, all of them hostile: clear errors, no entities, no recursion that a file could exhaust."""

import json
import re
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final, Protocol, TypeVar
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from argmap.exchange.contract import FormatError
from argmap.reading.encodings import likely_encoding
from argmap.reading.syntax import UNPRINTABLE
from argmap.reading.texts import decoded

_T = TypeVar("_T")
_MAX_DEPTH: Final = 200
_FEW: Final = 200_000
_BYTES_OF_AN_OBJECT: Final = 24
"""So many objects and lists are read of any JSON, and of large ones as many as there would be if each had so many bytes: an empty
one takes two bytes of a file, and seventy of the memory."""
_PIECE: Final = 64 * 1024
_LONGEST_TAG: Final = 1_000_000
"""Bytes of XML, up to the end of a tag, that the parser keeps until it has read all of them; a text is handed on in pieces."""
_STRETCH: Final = 10_000
"""So many characters, and on to the end of a line, are cut into lines at a time."""
_GONE: Final = re.compile(rf"\A\ufeff|\r(?=\n)|{UNPRINTABLE.pattern}")


def text_of(data: bytes, name: str, encoding: str | None = None) -> str:
    """Return the text of a file, with LF line ends and without the characters that no text holds.

    Raises:
        FormatError: the encoding is not certain, or unknown.
    """
    return cleaned(decoded_text(data, name, encoding))


def decoded_text(data: bytes, name: str, encoding: str | None = None) -> str:
    """Return the text of a file as it is, for those who count its characters.

    Raises:
        FormatError: the encoding is not certain, or unknown.
    """
    try:
        text = decoded(data, encoding)
    except LookupError:
        raise FormatError(f"{encoding!r} is no known encoding", hint="write one such as windows-1252 or utf-8") from None
    if text is None:
        known = f"it is not in {encoding}" if encoding else "its encoding is not certain; it is not UTF-8"
        hint = f"save it as UTF-8, or say in which encoding it is: --encoding {likely_encoding(data)}"
        raise FormatError(known, file=name, hint=hint)
    return text


def cleaned(text: str) -> str:
    """Return a text with LF line ends, without a byte order mark and without the characters that no text holds."""
    return UNPRINTABLE.sub("", text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n"))


def lines_of(text: str) -> Iterator[str]:
    """Yield the lines of a text, without their ends, as `splitlines` would return them: a large text is not in memory twice."""
    start = 0
    while start < len(text):
        end = text.find("\n", start + _STRETCH) + 1 or len(text)
        yield from text[start:end].splitlines()
        start = end


def cleaned_with_places(text: str) -> tuple[str, Callable[[int], int]]:
    r"""Return a text cleaned, and a function from offsets in it as it was to offsets in it as it is.

    >>> text, place = cleaned_with_places("one\r\ntwo")
    >>> text[place(5) :]
    'two'
    """
    result = cleaned(text)
    if result == text:
        return text, lambda offset: offset
    gone = array("Q", (match.start() for match in _GONE.finditer(text)))
    return result, lambda offset: offset - bisect_left(gone, offset)


def json_of(data: bytes, name: str, encoding: str | None = None) -> Any:
    """Return the value of a JSON file.

    Raises:
        FormatError: it is not JSON, nested too deeply, or next to nothing but brackets; the line says where.
    """
    most = max(_FEW, len(data) // _BYTES_OF_AN_OBJECT)
    if max(data.count(b"{") + data.count(b"["), data.count(b'":') // 2) > most:  # two keys take as much as an object
        message = f"there are more than {most:,} objects and lists in it, or twice as many keys, too many for its size"
        raise FormatError(message, file=name, hint="split it")
    text = text_of(data, name, encoding)
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        is_cut = error.pos >= len(text.rstrip()) or error.msg.startswith("Unterminated")
        cut = " (is the file cut off?)" if is_cut else ""
        raise FormatError(f"this is not JSON: {error.msg[:1].lower()}{error.msg[1:]}{cut}", file=name, line=error.lineno) from None
    except RecursionError:
        raise FormatError("this is nested too deeply", file=name) from None
    except ValueError:  # a number of thousands of digits
        raise FormatError("a number in it is too long", file=name) from None


def taken(entries: list[_T]) -> Iterator[_T]:
    """Yield the entries of a list, which is empty in the end: what a large file says is not in memory twice."""
    entries.reverse()
    while entries:
        yield entries.pop()


def words_in(value: Any) -> str:
    r"""Return a value of JSON as a text on one line, without characters that no text holds: empty for what is no text or number.

    >>> words_in(" two\nlines "), words_in(12), words_in(None), words_in(["a"])
    ('two lines', '12', '', '')
    """
    match value:
        case str():
            return " ".join(UNPRINTABLE.sub("", value).split())
        case bool():
            return ""
        case int() | float():
            return str(value)
        case _:
            return ""


class Handlers(Protocol):
    """What is done with the parts of an XML file, as they are met."""

    def start(self, tag: str, attributes: dict[str, str], /) -> object:
        """Begin an element."""

    def end(self, tag: str, /) -> object:
        """End it."""

    def data(self, words: str, /) -> object:
        """Take a piece of text."""


def xml_of(data: bytes, name: str) -> Element:
    """Return the root of an XML file; entities are refused, nothing is fetched.

    Raises:
        FormatError: it is not XML, declares entities, or is nested too deeply.
    """
    builder = TreeBuilder()
    parse_xml(data, name, builder)
    return builder.close()


def parse_xml(data: bytes | Iterable[bytes], name: str, handlers: Handlers) -> None:
    """Walk over an XML file, whole or piece by piece; entities are refused, nothing is fetched.

    Raises:
        FormatError: it is not XML, declares entities, or is nested too deeply.
    """
    parser = expat.ParserCreate()
    parser.buffer_text = True
    depth = 0

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > _MAX_DEPTH:
            raise FormatError(f"this is nested more than {_MAX_DEPTH} levels deep", file=name, line=parser.CurrentLineNumber)
        handlers.start(tag, attributes)

    def end(tag: str) -> None:
        nonlocal depth
        depth -= 1
        handlers.end(tag)

    def refuse(*_: object) -> None:
        message = "it declares XML entities, which can blow up or reach into other files; they are refused"
        raise FormatError(message, file=name, line=parser.CurrentLineNumber, hint="write out what they stand for")

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = handlers.data
    parser.EntityDeclHandler = refuse
    parser.UnparsedEntityDeclHandler = refuse
    parser.SkippedEntityHandler = refuse
    fed = 0
    try:
        for piece in _pieces_of(data) if isinstance(data, bytes) else data:
            parser.Parse(piece)
            fed += len(piece)
            if fed - parser.CurrentByteIndex > _LONGEST_TAG:
                message = f"a tag in it has more than {_LONGEST_TAG:,} bytes"
                raise FormatError(message, file=name, line=parser.CurrentLineNumber)
        parser.Parse(b"", True)  # noqa: FBT003 - "this was all of it"
    except expat.ExpatError as error:
        raise FormatError(f"this is not XML: {expat.ErrorString(error.code)}", file=name, line=error.lineno) from None
    except (ValueError, LookupError) as error:
        if isinstance(error, FormatError):
            raise
        raise FormatError(f"this is not XML: {error}", file=name) from None
    finally:  # the functions refer to the parser: they would hold each other, and what was read, until somebody looks for circles
        parser.StartElementHandler = parser.EndElementHandler = parser.CharacterDataHandler = None
        parser.EntityDeclHandler = parser.UnparsedEntityDeclHandler = parser.SkippedEntityHandler = None


def _pieces_of(data: bytes) -> Iterator[bytes]:
    yield from (data[start : start + _PIECE] for start in range(0, len(data), _PIECE))


def local_name(tag: str) -> str:
    """Return the name of an element without its prefix.

    >>> local_name("qde:Project")
    'Project'
    """
    return tag.rpartition(":")[2]
