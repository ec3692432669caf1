"""Diagnostics: what is wrong, exactly where, and what to type instead.

A *finding* is what a check has seen; a *diagnostic* is a finding under the rule that it breaks. Rules have stable codes whose
hundreds digit is the stage: 0 file and YAML, 1 shape, 2 identity, 3 provenance, 4 structure, 5 stance. Codes are never reused.
"""

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import chain
from typing import Final, NamedTuple

_LINE_END: Final = re.compile(r"\r\n|\n|\r")
_LOOK_ALIKE: Final = frozenset({"LATIN", "CYRILLIC", "GREEK"})
_PLAIN_WORD: Final = re.compile(r"[\w@%+=:,./-]+")
_SPACED_WORD: Final = re.compile(r"[\w@+=:,./() -]+")


class Severity(StrEnum):
    """How much a diagnostic matters."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Place(NamedTuple):
    """A stretch of a file; lines and columns count from 1, columns in code points, the end is exclusive."""

    file: str
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True)
class TextFile:
    """The text of a file under the name it is shown by; finds the line and column of a code point."""

    name: str
    text: str

    @cached_property
    def line_starts(self) -> Sequence[int]:
        """The index of the first code point of every line."""
        return array("Q", chain((0,), (match.end() for match in _LINE_END.finditer(self.text))))

    def place(self, start: int, end: int) -> Place:
        """Return the place of the code points from `start` to before `end`."""
        starts = self.line_starts
        first = bisect_right(starts, start) - 1
        last = bisect_right(starts, max(start, end)) - 1
        return Place(self.name, first + 1, start - starts[first] + 1, last + 1, max(start, end) - starts[last] + 1)

    def start(self, offset: int) -> tuple[int, int]:
        """Return the line and the column of a code point, both counted from 1."""
        starts = self.line_starts
        line = bisect_right(starts, offset)
        return line, offset - starts[line - 1] + 1

    def line(self, number: int) -> str:
        """Return the words of a line, counted from 1; empty where there is no such line."""
        starts = self.line_starts
        if not 1 <= number <= len(starts):
            return ""
        end = starts[number] if number < len(starts) else len(self.text)
        return self.text[starts[number - 1] : end].rstrip("\r\n")


class Related(NamedTuple):
    """Another place that a finding speaks of, with what is there."""

    message: str
    at: Place


class Finding(NamedTuple):
    """What a check has seen: one sentence, where, and what to type instead."""

    at: Place
    message: str
    hint: str | None = None
    related: tuple[Related, ...] = ()


class Rule(NamedTuple):
    """What can be wrong, under a stable code; its text (first sentence, Why, Bad, Good) is its documentation."""

    code: str
    name: str
    severity: Severity
    text: str

    @property
    def title(self) -> str:
        """The first sentence of the text."""
        return self.text.strip().partition("\n")[0]

    def at(self, place: Place, message: str, hint: str | None = None, related: Iterable[Related] = ()) -> "Diagnostic":
        """Return a diagnostic under this rule."""
        return Diagnostic(self, Finding(place, message, hint, tuple(related)))


class Diagnostic(NamedTuple):
    """A finding under the rule that it breaks."""

    rule: Rule
    finding: Finding

    @property
    def severity(self) -> Severity:
        """The severity of the rule."""
        return self.rule.severity


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return the diagnostics by file, place and code, each once."""
    unique = dict.fromkeys(diagnostics)
    return tuple(sorted(unique, key=lambda one: (one.finding.at, one.rule.code, one.finding.message)))


def as_typed(words: Iterable[str]) -> str:
    """Return a command as it is typed. What has a space stands in double quotes, which the shells of all systems know.

    >>> as_typed(["check", "статья.yaml"]), as_typed(["check", "my article.yaml"]), as_typed(["check", "$(ls).yaml"])
    ('check статья.yaml', 'check "my article.yaml"', "check '$(ls).yaml'")
    """
    from shlex import quote

    return " ".join(
        word if _PLAIN_WORD.fullmatch(word) else f'"{word}"' if _SPACED_WORD.fullmatch(word) else quote(word) for word in words
    )


def strange_letters(word: str) -> str:
    """Return a sentence about the letters of a word that only look like the others, after a space; empty where there are none.

    >>> strange_letters("stаnce"), strange_letters("stance"), strange_letters("С5+1")
    (" Your 'а' is a Cyrillic letter", '', '')
    """
    import unicodedata

    by_script: dict[str, list[str]] = {}
    for letter in dict.fromkeys(word):
        script = unicodedata.name(letter, "").partition(" ")[0]
        if script in _LOOK_ALIKE:
            by_script.setdefault(script, []).append(letter)
    if len(by_script) < 2:  # noqa: PLR2004 - a word in one script
        return ""
    script = min(by_script, key=lambda one: (sum(map(word.count, by_script[one])), one))
    letters = by_script[script]
    named = ", ".join(map(repr, letters))
    return f" Your {named} is a {script.title()} letter" if len(letters) == 1 else f" Your {named} are {script.title()} letters"


def did_you_mean(name: str, known: Iterable[str]) -> str | None:
    """Return the known name that is most like a mistyped one, or None where nothing is near.

    >>> did_you_mean("low-prioritty", ["low-priority", "high-priority"])
    'low-priority'
    """
    from difflib import get_close_matches

    candidates = sorted(known)
    folded = {candidate.casefold(): candidate for candidate in reversed(candidates)}
    if name.casefold() in folded:
        return folded[name.casefold()]
    near = [candidate for candidate in candidates if abs(len(candidate) - len(name)) <= max(2, len(name) // 3)]
    matches = get_close_matches(name, near[:5000], n=1, cutoff=0.7)
    return matches[0] if matches else None
