"""How a text is written in YAML: plain where every reader takes it for that very text, else in quotes, long ones never folded.

YAML 1.1 and 1.2 differ in what a plain `no`, `1:20` or `2025-12-10` is. A text that any of them would read as something else than a
text is put in quotes, so that other programs see what ours see.
"""

import re
from types import MappingProxyType
from typing import Final

_RAW: Final = r"\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff"
_NOT_RAW: Final = re.compile(f"[^{_RAW}]")
"""What cannot stand in a YAML line as it is: control characters, line ends of all kinds, byte order marks, half characters."""
_SURROGATE: Final = re.compile(r"[\ud800-\udfff]")
_OTHER_THAN_TEXT: Final = re.compile(
    r"""
      (?i: y | yes | n | no | on | off | true | false | null | ~ | [-+]?\.inf | \.nan )
    | [-+]?[0-9.][0-9_.,:]*(?:[eE][-+]?[0-9]+)?              # numbers; 1:20 is eighty in YAML 1.1
    | [-+]?0(?:b[01_]+|o[0-7_]+|x[0-9a-fA-F_]+)
    | [0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:(?:[Tt]|[ ]+)[0-9].*)?  # days and moments
    | = | <<                                                   # default and merge keys of YAML 1.1
    """,
    re.VERBOSE,
)
_INDICATORS: Final = frozenset("-?:,[]{}#&*!|>'\"%@`")
_ESCAPES: Final = MappingProxyType(
    {
        "\0": "\\0",
        "\a": "\\a",
        "\b": "\\b",
        "\t": "\\t",
        "\n": "\\n",
        "\v": "\\v",
        "\f": "\\f",
        "\r": "\\r",
        "\x1b": "\\e",
        '"': '\\"',
        "\\": "\\\\",
        "\x85": "\\N",
        "\u2028": "\\L",
        "\u2029": "\\P",
    }
)
_TO_ESCAPE: Final = re.compile(f'[^{_RAW}]|["\\\\]')


def is_plain(text: str) -> bool:
    """Return whether a text may stand without quotes, and every YAML reader takes it for that text.

    >>> is_plain("Tokyo moves"), is_plain("no"), is_plain("2025-12-10"), is_plain("so: now")
    (True, False, False, False)
    """
    return (
        _can_be_plain(text) and text[0] not in _INDICATORS and not text.startswith("...") and not _OTHER_THAN_TEXT.fullmatch(text)
    )


def _can_be_plain(text: str) -> bool:
    """Whether the syntax allows a text without quotes, whatever a reader then takes it for."""
    if not text or text != text.strip() or text.endswith(":") or ": " in text or " #" in text or _NOT_RAW.search(text):
        return False
    return text[0] not in _INDICATORS or (text[0] in "-?:" and text[1:2] not in {"", " "})


def one_line(text: str) -> str:
    r"""Return a text as a scalar on one line.

    >>> print(one_line("yes"), one_line("so: 'now'"), one_line("two\nlines"))
    'yes' "so: 'now'" "two\nlines"

    Raises:
        ValueError: half a surrogate pair, which no file can hold.
    """
    return text if is_plain(text) else _quoted(text)


def one_line_in_brackets(text: str) -> str:
    """Return a text as a scalar on one line for a list in [brackets], where commas and colons mean something."""
    return text if is_plain(text) and not any(sign in text for sign in ",[]{}:?") else _quoted(text)


def as_written(text: str, *, plain: bool) -> str:
    """Return a value of a key of the user's own in the way it was written: a number without quotes stays a number to others."""
    return text if plain and _can_be_plain(text) else _quoted(text)


def lines(text: str) -> tuple[str, ...]:
    r"""Return a text as a scalar: its first line, then the lines of a literal block without their indentation.

    >>> lines("one"), lines("one\ntwo\n")
    (('one',), ('|', 'one', 'two'))
    """
    body = text.removesuffix("\n")
    if "\n" in body and _can_be_literal(body):
        return ("|" if body != text else "|-", *body.split("\n"))
    return (one_line(text),)


def _can_be_literal(body: str) -> bool:
    rows = body.split("\n")
    return bool(rows[0] and rows[-1]) and rows[0][0] != " " and not any(_NOT_RAW.search(row) or row != row.rstrip() for row in rows)


def _quoted(text: str) -> str:
    if _SURROGATE.search(text):
        raise ValueError("half a surrogate pair is no character; no file can hold it")
    if _NOT_RAW.search(text) or ("'" in text and '"' not in text and "\\" not in text):
        return f'"{_TO_ESCAPE.sub(_escaped, text)}"'
    return "'{}'".format(text.replace("'", "''"))


def _escaped(match: re.Match[str]) -> str:
    character = match.group()
    code = ord(character)
    return _ESCAPES.get(character) or (f"\\x{code:02X}" if code <= 0xFF else f"\\u{code:04X}")  # noqa: PLR2004 - two digits hold it
