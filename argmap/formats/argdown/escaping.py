"""Words → Argdown, such that no sign in them is taken for markup."""

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any, Final

from argmap.formats.argdown.words import SHORTCODES, TAG_LETTERS
from argmap.reading.syntax import UNPRINTABLE

_MARKUP: Final = re.compile(
    r"[\\#*_\[<{]|/(?=[/*])|=(?==)|(?P<dot>[.:])(?=(?:" + "|".join(map(re.escape, sorted(SHORTCODES))) + r")(?P=dot))"
)
_BEFORE_ESCAPES: Final = re.compile(r"(?<!\\)([.:])(?=[^\s]{0,200}?\\[^\s]{1,200}?\1)")
"""What Argdown's own tool would take for a code that it does not know, with the signs that escape what is in it."""
_BARE_TAG: Final = re.compile(rf"{TAG_LETTERS}+")
_IN_STRINGS: Final = re.compile(r'"(?:[^"\\]|\\.)*"')
_UNSAFE: Final = re.compile("[{}/\x85\u2028\u2029\ufeff]|=(?==)")
_IN_TITLES: Final = str.maketrans({"[": "(", "]": ")", "<": "‹", ">": "›", "{": "(", "}": ")"})
_NUMBER: Final = re.compile(r"-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,15})?")
_DEEPEST: Final = 20


def one_line(words: str) -> str:
    """Return words on one line."""
    return " ".join(words.split())


def escaped(words: str) -> str:
    r"""Return words as the text of a statement.

    >>> print(escaped("see_this #1 [a] // {b} :x_y:"))
    see\_this \#1 \[a] \// \{b} \:x\_y:
    """
    return _BEFORE_ESCAPES.sub(r"\\\1", _MARKUP.sub(lambda found: f"\\{found[0]}", one_line(words)))


def safe_title(words: str) -> str:
    """Return words as a title, which has no signs that are escaped: brackets become round ones.

    >>> safe_title("a [b] // c"), safe_title("-")
    ('a (b) / / c', '–')
    """
    title = one_line(words).translate(_IN_TITLES).replace("//", "/ /").replace("/*", "/ *").replace("==", "= =")
    title = title.replace("//", "/ /").replace("==", "= =")
    return f"–{title[1:]}" if title.startswith("-") else title or "…"


def tags(names: Iterable[str]) -> str:
    """Return tags, with a blank before each.

    >>> tags(["pro", "two words"])
    ' #pro #(two words)'
    """
    return "".join(f" #{name}" if _BARE_TAG.fullmatch(name) else f" #({_in_brackets(name)})" for name in names)


def _in_brackets(name: str) -> str:
    return one_line(name).translate(str.maketrans("()", "[]")) or "…"


def braced(data: Mapping[str, Any]) -> str:
    r"""Return data as they are written in braces: JSON, in which no sign in a text is taken for something else.

    >>> print(braced({"note": "a } b // c"}))
    {"note": "a \u007d b \u002f\u002f c"}
    """
    return quoted(plain(data))


def quoted(value: Any) -> str:
    """Return a value as JSON, which is YAML too."""
    written = json.dumps(value, ensure_ascii=False)
    return _IN_STRINGS.sub(lambda found: _UNSAFE.sub(lambda sign: f"\\u{ord(sign[0]):04x}", found[0]), written)


def plain(value: Any, depth: int = 0) -> Any:
    """Return a value as YAML holds it: no null, no control characters, nothing nested beyond twenty levels."""
    match value:
        case str():
            return UNPRINTABLE.sub("", value)
        case dict() if depth < _DEEPEST:
            return {plain(str(name)): plain(one, depth + 1) for name, one in value.items() if one is not None}
        case list() | tuple() if depth < _DEEPEST:
            return [plain(one, depth + 1) for one in value if one is not None]
        case dict() | list() | tuple():
            return "…"
        case _:
            return value


def typed(value: Any) -> Any:
    """Return data as Argdown's tools take them: annotations hold switches and numbers as texts.

    >>> typed({"isInMap": "false", "uses": ["1", "2"]})
    {'isInMap': False, 'uses': [1, 2]}
    """
    match value:
        case dict():
            return {name: typed(one) for name, one in value.items()}
        case list():
            return [typed(one) for one in value]
        case "true" | "false":
            return value == "true"
        case str() if _NUMBER.fullmatch(value):
            return json.loads(value)
        case _:
            return value
