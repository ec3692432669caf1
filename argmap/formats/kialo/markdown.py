"""The Markdown in Kialo's claims: links, emphasis, escapes."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from argmap.exchange.contract import ALWAYS, refuse_many
from argmap.exchange.spacing import on_one_line

_PIECE: Final = re.compile(
    r"\\(?P<escaped>[^\w\s]|_)"
    r"|\[(?P<title>(?:[^\[\]\n\\]|\\.){1,1000})\]\((?P<url>(?:[^()\s\\]|\\.|\([^()\s]{0,200}\)){1,2000})\)"
    r"|(?<!\w)(?P<mark>\*\*|__|\*|_)(?P<words>(?=\S)[^*_\n]{0,1000}\S)(?P=mark)(?!\w)"
)
_MARKUP: Final = re.compile(r"[\\\[\]()*_]")
_REFERENCE: Final = re.compile(r"->\s*See")
_LABEL: Final = re.compile(r"(?:Thesis|Question|Pro|Con)(?=:)")
_ENDS: Final = tuple(".!?…:;)]\"”»’'")
_DASH: Final = "—"


class Link(NamedTuple):
    """A link in a claim; the title is empty where it is only the address."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Plain:
    """A claim without its markup."""

    text: str
    links: tuple[Link, ...] = ()
    emphases: int = 0


@dataclass(slots=True)
class _Taking:
    links: dict[Link, None] = field(default_factory=dict)
    emphases: int = 0


def plain(words: str, most: int = ALWAYS) -> Plain:
    r"""Return a claim without its markup; links behind its last sentence are no part of the text.

    >>> plain(r"Free *speech* \(here\). [law.org](https://law.org/a_(b)) [x](https://x.org)")
    Plain(text='Free speech (here).', links=(Link(title='law.org', url='https://law.org/a_(b)'),
    Link(title='x', url='https://x.org')), emphases=1)

    Raises:
        FormatError: there is more markup in it than there may be entries.
    """
    if _PIECE.search(words) is None:
        return Plain(on_one_line(words))
    taking = _Taking()
    parts: list[tuple[str, bool]] = []
    position = 0
    for number, found in enumerate(_PIECE.finditer(words)):
        refuse_many(number, most)
        parts.append((words[position : found.start()], False))
        position = found.end()
        match found.lastgroup:
            case "escaped":
                parts.append((found["escaped"], False))
            case "url":
                title, url = " ".join(unescaped(found["title"]).split()), unescaped(found["url"])
                taking.links[Link("" if title == url else title, url)] = None
                parts.append((title, True))
            case _:
                taking.emphases += 1
                parts.append((unescaped(found["words"]), False))
    parts.append((words[position:], False))
    kept = list(parts)
    while kept and (kept[-1][1] or not kept[-1][0].strip()):
        kept.pop()
    text = on_one_line("".join(part for part, _ in kept))
    if len(kept) < len(parts) and text.endswith(_DASH):
        text = text.removesuffix(_DASH).rstrip()
    elif len(kept) < len(parts) and not text.endswith(_ENDS):
        text = on_one_line("".join(part for part, _ in parts))
    return Plain(text, tuple(taking.links), taking.emphases)


def unescaped(words: str) -> str:
    """Return words with each escaped sign for itself."""
    return re.sub(r"\\([^\w\s]|_)", r"\1", words)


def marked(text: str, links: Iterable[Link]) -> str:
    r"""Return a claim with its links: on the words that are their title, else behind it.

    >>> print(marked("See the law", [Link("the law", "https://law.org/a_(b)"), Link("", "https://x.org")]))
    See [the law](https://law.org/a_%28b%29) — [https://x.org](https://x.org)
    """
    behind: list[Link] = []
    places: list[tuple[int, int, Link]] = []
    for link in links:
        start = text.find(link.title) if link.title else -1
        end = start + len(link.title)
        if start < 0 or any(start < other_end and other_start < end for other_start, other_end, _ in places):
            behind.append(link)
        else:
            places.append((start, end, link))
    parts: list[str] = []
    position = 0
    for start, end, link in sorted(places):
        parts += [escaped(text[position:start]), _link(link)]
        position = end
    parts.append(escaped(text[position:]))
    written = "".join(parts)
    if behind:
        ends = text.endswith(_ENDS) and not any(end == len(text) for _, end, _ in places)
        written += " ".join([*([""] if ends else [f" {_DASH}"]), *map(_link, behind)])
    if _REFERENCE.match(written):
        return f"\\{written}"
    label = _LABEL.match(written)
    return f"{label[0]}\\{written[label.end() :]}" if label else written


def escaped(text: str) -> str:
    """Return a text in which no sign is markup."""
    return _MARKUP.sub(r"\\\g<0>", text)


def _link(link: Link) -> str:
    url = link.url.replace("(", "%28").replace(")", "%29").replace("\\", "%5C")
    return f"[{escaped(link.title or url)}]({''.join(url.split())})"
