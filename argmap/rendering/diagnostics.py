"""Diagnostics as text: in full with the line and a caret, concise, as JSON, or as GitHub annotations."""

import json
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum
from types import MappingProxyType
from typing import Final, assert_never

from argmap.diagnostics import Diagnostic, Place, Severity, TextFile

Paint = Callable[[str, str], str]
"""Words and the name of a style (error, warning, note, dim, bold) → the words in that style."""

_UNPRINTABLE: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2028\u2029\u2066-\u2069\ud800-\udfff]")
_MAX_WIDTH: Final = 160
_TAB: Final = "    "


class DiagnosticFormat(StrEnum):
    """How diagnostics are written."""

    FULL = "full"
    CONCISE = "concise"
    JSON = "json"
    GITHUB = "github"


def plain(words: str, style: str) -> str:
    """Paint nothing: for files and pipes."""
    del style
    return words


def render_diagnostics(
    diagnostics: Sequence[Diagnostic], files: Iterable[TextFile], to: DiagnosticFormat = DiagnosticFormat.FULL, paint: Paint = plain
) -> str:
    """Return the diagnostics as text, each ending in a line break; empty where there are none (JSON: an empty list)."""
    match to:
        case DiagnosticFormat.FULL:
            texts = {file.name: file for file in files}
            return "\n".join(_full(diagnostic, texts, paint) for diagnostic in diagnostics)
        case DiagnosticFormat.CONCISE:
            return "".join(f"{_head(diagnostic, paint)}\n" for diagnostic in diagnostics)
        case DiagnosticFormat.JSON:
            return json.dumps([_record(diagnostic) for diagnostic in diagnostics], ensure_ascii=False, indent=2) + "\n"
        case DiagnosticFormat.GITHUB:
            return "".join(_github(diagnostic) for diagnostic in diagnostics)
        case _ as unreachable:
            assert_never(unreachable)


def printable(words: str) -> str:
    """Return words without what a terminal would obey or reorder: such characters are shown as escapes."""
    return _UNPRINTABLE.sub(lambda match: f"\\u{ord(match[0]):04x}", words)


def _head(diagnostic: Diagnostic, paint: Paint) -> str:
    rule, finding = diagnostic.rule, diagnostic.finding
    label = paint(f"{rule.severity}[{rule.code}]", rule.severity)
    return f"{paint(printable(str(finding.at)), 'bold')}: {label} {printable(finding.message)}"


def _full(diagnostic: Diagnostic, files: Mapping[str, TextFile], paint: Paint) -> str:
    finding = diagnostic.finding
    lines = [_head(diagnostic, paint)]
    margin = ""
    if finding.at.file in files:
        margin = " " * len(str(finding.at.line))
        lines += _excerpt(finding.at, files[finding.at.file], margin, paint, diagnostic.severity)
    remarks = [f"({printable(related.message)} {printable(str(related.at))})" for related in finding.related]
    if finding.hint is not None:
        remarks[:1] = ["  ".join((f"{paint('hint:', 'bold')} {printable(finding.hint)}", *remarks[:1]))]
    lines += [f"{margin} {paint('=', 'dim')} {remark}" for remark in remarks]
    return "\n".join(lines) + "\n"


def _excerpt(place: Place, file: TextFile, margin: str, paint: Paint, style: str) -> list[str]:
    """The line of a place with carets under it; of a long line the part around the place, of several lines the first."""
    line = file.line(place.line)
    start = min(place.column - 1, len(line))
    end = min(place.end_column - 1, len(line)) if place.end_line == place.line else len(line)
    first = max(0, start - _MAX_WIDTH // 2)
    last = first + _MAX_WIDTH
    opening, closing = "…" if first else "", "…" if last < len(line) else ""
    before = _expanded(opening + line[first:start])
    marked = _expanded(line[start : min(end, last)])
    bar = paint("|", "dim")
    return [
        f"{margin} {bar}",
        f"{paint(str(place.line), 'dim')} {bar} {_expanded(opening + line[first:last] + closing)}",
        f"{margin} {bar} {' ' * _columns(before)}{paint('^' * max(1, _columns(marked)), style)}",
    ]


def _expanded(words: str) -> str:
    return printable(words.replace("\t", _TAB))


def _columns(words: str) -> int:
    """How many columns of a terminal the words take."""
    return sum(
        0 if unicodedata.combining(character) else 2 if unicodedata.east_asian_width(character) in "WF" else 1
        for character in words
    )


def _record(diagnostic: Diagnostic) -> dict[str, object]:
    rule, finding = diagnostic.rule, diagnostic.finding
    return {
        "code": rule.code,
        "name": rule.name,
        "severity": rule.severity.value,
        "message": finding.message,
        "hint": finding.hint,
        **_place_record(finding.at),
        "related": [{"message": related.message, **_place_record(related.at)} for related in finding.related],
    }


def _place_record(place: Place) -> dict[str, object]:
    return {
        "file": place.file,
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
    }


_GITHUB_WORDS: Final[Mapping[Severity, str]] = MappingProxyType(
    {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
)


def _github(diagnostic: Diagnostic) -> str:
    rule, finding = diagnostic.rule, diagnostic.finding
    at = finding.at
    message = finding.message + (f"\nhint: {finding.hint}" if finding.hint else "")
    fields = {
        "file": at.file,
        "line": at.line,
        "col": at.column,
        "endLine": at.end_line,
        "endColumn": at.end_column,
        "title": f"{rule.code} {rule.name}",
    }
    properties = ",".join(f"{name}={_github_escaped(str(value), ',:')}" for name, value in fields.items())
    return f"::{_GITHUB_WORDS[rule.severity]} {properties}::{_github_escaped(message)}\n"


def _github_escaped(words: str, also: str = "") -> str:
    for character in "%\r\n" + also:
        words = words.replace(character, f"%{ord(character):02X}")
    return words
