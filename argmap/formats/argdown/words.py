"""What stands in a statement of Argdown: title, text, tags, links, mentions and data."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from sys import intern
from types import MappingProxyType
from typing import Any, Final

from argmap.diagnostics import TextFile
from argmap.exchange.contract import refuse_many, too_many
from argmap.exchange.spacing import on_one_line
from argmap.formats.argdown.debate import Link
from argmap.reading.values import TooManyValues, parse

TAG_LETTERS: Final = r"[A-Za-z0-9_\-\u00A0-\uD7FF\uF900-\uFDCF\uFDF0-\uFFEF]"
"""What a tag without brackets is made of."""

_TITLE: Final = re.compile(r"\s*(?:\[(?P<statement>[^\[\]\n]+)\]|<(?P<argument>[^<>\n-][^<>\n]*)>)(?:(?P<colon>:)|(?!\())")
_CODES: Final = (
    "A ∀ E ∃ O 𝗢 P 𝗣 -> → <-> ↔ ~ ¬ ^ ∧ v ∨ v_ ⊻ <> ◇ [] ◻ y ✔ agree ✔ n ❌ disagree ❌ ? ❓ question ❓ +1 👍 up 👍 -1 👎 down 👎",
    "happy 😀 smile ☺ smiley ☺ laugh 😆 lol 😆 rofl 🤣 joy 😂 heart ❤ love 😍 wink 😉 shush 🤫 meh 😐 eye-roll 🙄 sad 😢 star ⭐",
    "disappointed 😞 scream 😱 think 🤔",
)
SHORTCODES: Final = MappingProxyType(
    {code: sign for row in _CODES for code, sign in zip(row.split()[::2], row.split()[1::2], strict=True)}
)
"""What is written between two dots or two colons, and the sign that it stands for."""
_PIECE: Final = re.compile(
    r"\\(?P<escaped>[^\n])"
    r"|\[(?P<link>[^\[\]\n]{1,400})\]\((?P<url>[^()\n]{1,2000})\)"
    r"|@\[(?P<statement>[^\[\]\n]{1,400})\]"
    r"|@<(?P<argument>[^<>\n]{1,400})>"
    r"|#(?:\((?P<phrase>[^()\n]{1,400})\)|" + rf"(?P<word>{TAG_LETTERS}+))"
    r"|(?P<special>(?P<dot>[.:])(?P<code>" + "|".join(sorted(map(re.escape, SHORTCODES), reverse=True)) + r")(?P=dot))"
    r"|(?P<mark>\*\*|__|\*|_)"
)
_CLOSES: Final = frozenset(" \t\n)}_.,!?;:-*")
_BRACE: Final = re.compile(r"\\.|[{]", re.DOTALL)
_IN_BRACES: Final = re.compile(r'\\.|"(?:[^"\\\n]|\\.)*"|[{}]', re.DOTALL)
_BLOCK: Final = re.compile(r"\{[ \t]*\n")


@dataclass(slots=True)
class Words:
    """What one piece of Argdown says."""

    statement: str | None = None
    """The title of a statement."""
    argument: str | None = None
    """The title of an argument."""
    has_colon: bool = False
    """The title is followed by a text; else it only refers."""
    text: str = ""
    tags: dict[str, None] = field(default_factory=dict)
    links: dict[Link, None] = field(default_factory=dict)
    data: dict[str, Any] = field(default_factory=dict)
    emphases: int = 0
    """Stretches in bold or italics."""
    mentions: int = 0
    """Mentions of other statements and arguments."""
    problem: str = ""
    """What cannot be read, in words."""

    @property
    def values(self) -> int:
        """How many values are in the data, at any depth."""
        return _size(self.data) - 1


def braces(text: str) -> list[tuple[int, int]]:
    r"""Return the stretches [start, end) between braces, the outermost only; a brace that is never closed is a sign like others.

    >>> braces('a {b: {c: "}"}} \\{ { d {e: f}')
    [(2, 15), (23, 29)]
    """
    outermost: list[tuple[int, int]] = []
    opened: list[int] = []
    position = 0
    while (found := (_IN_BRACES if opened else _BRACE).search(text, position)) is not None:
        position = found.end()
        if found[0] == "{":
            opened.append(found.start())
        elif found[0] == "}":
            start = opened.pop()
            while outermost and outermost[-1][0] > start:
                outermost.pop()
            outermost.append((start, position))
    return outermost


def words_of(content: str, most: int) -> Words:
    """Return what a piece of Argdown says: of a statement, a member of a relation, a heading.

    Raises:
        FormatError: there are more values, or is more markup, in it than there may be entries.
    """
    words = Words()
    content = without_data(content, words, most)
    title = _TITLE.match(content)
    if title is not None:
        words.statement = title["statement"]
        words.argument = title["argument"]
        words.has_colon = title["colon"] is not None
        content = content[title.end() :]
    words.text = plain(content, words, most)
    if title is not None and words.text and not words.has_colon:
        words.problem = words.problem or f"a colon is missing after the title {words.statement or words.argument!r}"
        words.has_colon = True
    return words


def plain(content: str, words: Words, most: int) -> str:
    """Return a text without its markup, and note in `words` the tags, links, mentions and emphases it had.

    Raises:
        FormatError: there is more markup in it than there may be entries.
    """
    parts = list(_parts(content, words, most))
    while parts and (parts[-1].is_tag or not parts[-1].text.strip()):
        parts.pop()
    _emphases(parts, words)
    return on_one_line("".join(part.text for part in parts))


@dataclass(slots=True)
class _Part:
    text: str
    is_tag: bool = False
    mark: str = ""
    opens: bool = False
    closes: bool = False


def _parts(content: str, words: Words, most: int) -> Iterator[_Part]:
    said: list[str] = []
    """Before the next tag or mark."""
    position = 0
    for number, found in enumerate(_PIECE.finditer(content)):
        refuse_many(number, most)
        said.append(content[position : found.start()])
        position = found.end()
        match found.lastgroup:
            case "escaped":
                said.append(found["escaped"])
            case "url":
                if found["url"].strip():
                    words.links[Link(found["link"], found["url"].strip())] = None
                said.append(found["link"])
            case "statement" | "argument":
                words.mentions += 1
                said.append(found["statement"] or found["argument"])
            case "special":
                said.append(SHORTCODES[found["code"]])
            case "phrase" | "word":
                yield _Part("".join(said))
                said = []
                tag = intern(found["phrase"] or found["word"])
                words.tags[tag] = None
                yield _Part(tag, is_tag=True)
            case _:
                yield _Part("".join(said))
                said = []
                after = content[position : position + 1]
                yield _Part(found[0], mark=found[0], opens=not after.isspace(), closes=not after or after in _CLOSES)
    said.append(content[position:])
    yield _Part("".join(said))


def _emphases(parts: list[_Part], words: Words) -> None:
    """Take out the signs that are opened and closed; one without the other is a sign like others."""
    opened: list[_Part] = []
    waiting: dict[str, int] = {}
    for part in parts:
        if part.closes and waiting.get(part.mark):
            while (inner := opened.pop()).mark != part.mark:
                waiting[inner.mark] -= 1
            waiting[part.mark] -= 1
            inner.text = part.text = ""
            words.emphases += 1
        elif part.opens:
            opened.append(part)
            waiting[part.mark] = waiting.get(part.mark, 0) + 1


def without_data(content: str, words: Words, most: int) -> str:
    """Return a piece of Argdown without the data at its end, which are noted in `words`.

    Raises:
        FormatError: there are more values in the data than there may be entries.
    """
    stripped = content.rstrip()
    if not stripped.endswith("}"):
        return content
    spans = braces(stripped)
    if not spans or spans[-1][1] != len(stripped):
        return content
    start = spans[-1][0]
    data = mapping_of(stripped[start:], most)
    if data is None:
        words.problem = "the data in braces are not YAML"
        return content
    words.data = data
    return content[:start]


def mapping_of(yaml: str, most: int) -> dict[str, Any] | None:
    """Return a mapping in YAML, with or without braces around its lines; None where it is none.

    Raises:
        FormatError: there are more values in it than there may be entries.
    """
    block = _BLOCK.match(yaml)
    try:
        parsed = parse(TextFile("data", yaml[block.end() : -1] if block else yaml), most)
    except TooManyValues:
        raise too_many(most) from None
    if parsed.diagnostics or not parsed.whole:
        return None
    return parsed.value if isinstance(parsed.value, dict) else {} if parsed.value is None else None


def _size(value: object) -> int:
    """How many values there are in one, with itself."""
    match value:
        case dict():
            return 1 + sum(map(_size, value.values()))
        case list():
            return 1 + sum(map(_size, value))
        case _:
            return 1
