"""What libyaml says of broken syntax, in words that tell an analyst what to type."""

import re
from typing import TYPE_CHECKING, Any, Final

from argmap.diagnostics import Diagnostic, TextFile
from argmap.reading import rules

if TYPE_CHECKING:
    from yaml import MarkedYAMLError
    from yaml.reader import ReaderError

UNPRINTABLE: Final = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""A character that YAML does not allow, as XML does not: control characters and halves of surrogate pairs."""

_QUOTE_IT: Final = "put the whole text in quotes: '…' (write '' for a ' inside)"
_CLOSE_IT: Final = "close it, or put the text in quotes: '…'"
_INDENTATION: Final = "check the indentation"

_EXPLANATIONS: Final = (
    ("block sequence entries are not allowed", "a dash is not allowed here", f"begin the list on its own line, or {_QUOTE_IT}"),
    ("found a tab character", "a tab is used for indentation", "indent with spaces"),
    ("cannot start any token", "a text cannot begin with this sign", _QUOTE_IT),
    ("expected ',' or '}'", "the mapping {…} goes on after its value", _CLOSE_IT),
    ("expected ',' or ']'", "the list […] goes on after its item", _CLOSE_IT),
    (
        "expected '-' indicator",
        "this line does not continue the list above",
        "begin it with '- '; or, if it belongs to the entry above, indent it like the other lines of that",
    ),
    ("did not find expected key", "this line does not continue the mapping above", _INDENTATION),
    (
        "invalid Unicode character escape",
        "this \\ sequence stands for no character",
        "delete it; in '…' quotes \\ is an ordinary sign",
    ),
    ("unknown escape character", 'this \\ sequence is not known in "…"', "use '…' quotes, in which \\ is an ordinary sign"),
    ("expected comment or line break", "a | or > must end its line", f"begin the text on the next line; or {_QUOTE_IT}"),
    ("did not find expected node content", "a value is missing here", _QUOTE_IT),
    ("found incompatible YAML document", "this %YAML version is not read", "delete the line"),
    ("alphabetic or numeric character", "a text cannot begin with & or *", _QUOTE_IT),
    ("directive", "a line that begins with % is no part of the format", "delete the line; if it is text, put it in quotes: '…'"),
)
"""The parser's problem → our message and hint; the first that is contained in the problem counts."""

_HARD_SPACES: Final = re.compile("[ ]*(?P<wrong>\u00a0+)")
_HARD_SPACE_AFTER: Final = re.compile("[ ]*(?:- )?(?:[A-Za-z_]+:|-)(?P<wrong>\u00a0+)")
_LONG_DASH: Final = re.compile(r"[ ]*(?P<wrong>[‐-―−])(?P<rest>\s+[A-Za-z_]+:.*)")
_JOINED_DASH: Final = re.compile(r"[ ]*(?P<wrong>-)(?P<rest>(?:[A-Za-z_]+:|\{).*)")
_NO_SPACE: Final = re.compile(r"\s*(?:- )?(?P<key>[A-Za-z_]+)(?P<wrong>:)(?P<rest>[^\s:/][^:]*)$")
"""A key and its value without a space between them: `stance:for`, not `http://…`."""
_NO_COLON: Final = re.compile(r"\s*(?:- )?(?P<key>[A-Za-z_]+)[ ]+(?P<value>[^:]*)")
"""A key and its value with neither: `stance for`."""
_VALUE: Final = re.compile(r"\s*(?:- )?[^\s:#'\"{\[]+:\s+([^\s{\[].*)")
_ENTRY_INSIDE: Final = re.compile(r"\n[ ]*(?:- |[^\s:#'\"{\[]+:\s)")
_LONG_LINE: Final = 500
"""Longer lines are not taken apart, which could take its time."""
_SHOWN: Final = 80
"""A text of so many characters is shown as it is to be typed."""
_KEY: Final = re.compile(r"\s*(- )?[^\s:#'\"]+")
_FIRST_SURROGATE: Final = 0xD800
_LAST_SURROGATE: Final = 0xDFFF


def explained(
    file: TextFile, error: "MarkedYAMLError | ReaderError | UnicodeEncodeError", scalar: tuple[int, int] = (0, 0)
) -> Diagnostic:
    """Return the diagnostic for an error of the YAML parser.

    Args:
        file: the text that it stopped in.
        error: what it says.
        scalar: the span [start, end) of the last text that it read.
    """
    from yaml.reader import ReaderError

    if isinstance(error, UnicodeEncodeError | ReaderError):
        return _not_text(file)
    problem = str(error.problem)
    if (mistyped := _mistyped_sign(file, error)) is not None:
        return mistyped
    at, opened = _index(file, error.problem_mark), _index(file, error.context_mark)
    start, end, message, hint = at, at + 1, f"this is not YAML: {problem}", None
    if (quotation := _open_quotation(file, error, scalar)) is not None:
        start, closed = quotation
        end, message = start + 1, f"a quotation mark is opened here and {closed}"
        hint = "close it; a ' inside '…' is written ''"
    elif "flow" in str(error.context) and file.place(opened, at).end_line > file.place(opened, at).line:
        start, end, message, hint = opened, opened + 1, f"this {file.text[opened : opened + 1]} is never closed", _CLOSE_IT
        if " #" in file.text[opened:].partition("\n")[0]:
            hint = "a # after a space begins a comment: put the text in quotes, '…'"
    elif "mapping values are not allowed" in problem:
        start, end, message, hint = _misplaced_colon(file, at)
    elif "could not find expected ':'" in problem and error.context_mark is not None:
        start, end, message, hint = _missing_colon(file, opened, at)
    elif file.text[at : at + 1] == "\t":
        message, hint = "a tab is used for indentation", "indent with spaces"
    elif _line_before(file, at).rstrip().endswith(("'", '"')):
        message, hint = "the text goes on after its closing quotation mark", _quoted(file, at)
    else:
        message, hint = next(((message, hint) for part, message, hint in _EXPLANATIONS if part in problem), (message, hint))
    return rules.YAML_SYNTAX.at(file.place(start, end), message, hint)


def _open_quotation(file: TextFile, error: "MarkedYAMLError", scalar: tuple[int, int]) -> tuple[int, str] | None:
    """Where a text in quotes begins that goes on over lines which look like entries of their own, and where it ends, in words."""
    start, end = scalar
    if "quoted scalar" in str(error.context) and "end of stream" in str(error.problem):
        return _index(file, error.context_mark), "never closed"
    if file.text[start : start + 1] in {"'", '"'} and _ENTRY_INSIDE.search(file.text, start, end):
        return start, f"closed only on line {file.place(end, end).line}"
    return None


def _not_text(file: TextFile) -> Diagnostic:
    found = UNPRINTABLE.search(file.text)  # the parser counts bytes
    index = found.start() if found else 0
    code = ord(found[0]) if found else 0
    what = "half of a surrogate pair," if _FIRST_SURROGATE <= code <= _LAST_SURROGATE else "control character"
    return rules.NOT_TEXT.at(
        file.place(index, index + 1), f"{what} U+{code:04X} in the text", "delete it; or is this no text file?"
    )


def _mistyped_sign(file: TextFile, error: "MarkedYAMLError") -> Diagnostic | None:
    """A space or a dash of the wrong kind, or none where one is needed, on the line of an error or the one above it."""
    number = file.place(index := _index(file, error.problem_mark), index).line
    for line in (number - 1, number):
        for pattern, message, hint in _MISTYPED:
            if found := pattern.match(file.line(line)):
                start = file.line_starts[line - 1] + found.start("wrong")
                place = file.place(start, start + len(found["wrong"]))
                values = {name: value.strip() for name, value in found.groupdict().items()}
                return rules.YAML_SYNTAX.at(place, message.format(**values), hint.format(**values))
    return None


_COPIED: Final = "replace it by an ordinary space; such spaces come along when text is copied from Word or a web page"
_MISTYPED: Final = (
    (
        _HARD_SPACES,
        "this line is indented with no-break spaces",
        _COPIED.replace("it by an ordinary space", "them by ordinary ones"),
    ),
    (_HARD_SPACE_AFTER, "this space is a no-break space", _COPIED),
    (_NO_SPACE, "a space is missing after this colon", "write `{key}: {rest}`"),
    (_LONG_DASH, "an entry of a list begins with a hyphen, not with {wrong}", "write `- {rest}`"),
    (_JOINED_DASH, "a space is missing after this dash", "write `- {rest}`"),
)
"""How a sign is mistyped, message and hint."""


def _missing_colon(file: TextFile, start: int, at: int) -> tuple[int, int, str, str]:
    """What a key without a colon is a sign of, which YAML notices at the line below it only: span, message, hint."""
    place = file.place(start, start)
    line = file.line(place.line)
    if place.line == file.place(at, at).line:
        start = at
    message, hint = "this line is no 'key: value'", f"put a colon and a space after the key, or {_INDENTATION}"
    if len(line) <= _LONG_LINE and (found := _NO_COLON.fullmatch(line)):
        hint = f"write `{found['key']}: {found['value'].strip()}`; or, if it goes on with the text above, indent it further"
    return start, max(start + 1, file.line_starts[place.line - 1] + len(line)), message, hint


def _misplaced_colon(file: TextFile, at: int) -> tuple[int, int, str, str]:
    """What a second colon on a line, or one on a line where no key can stand, is a sign of: span, message, hint."""
    if ": " in _line_before(file, at):
        return at, at + 1, "a colon with a space after it stands in a text without quotes", _quoted(file, at)
    place = file.place(at, at)
    line, above = file.line(place.line), file.line(place.line - 1)
    if _KEY.fullmatch(above):
        end = at - place.column + 1 - 1
        return end, end + 1, "a colon is missing here", f"write `{above.strip()}:`"
    indent, usual = (len(one) - len(one.lstrip("- ")) for one in (line, above))
    if 0 < usual < indent and ": " in above:
        start = file.line_starts[place.line - 1] + indent
        message = "this line is indented deeper than the one above, and so goes on with its text"
        return start, at, message, f"indent it with {usual} spaces; if it belongs to the text, {_QUOTE_IT}"
    return at, at + 1, "a colon is not allowed here", f"{_INDENTATION}; if it belongs to the text, {_QUOTE_IT}"


def _quoted(file: TextFile, at: int) -> str:
    """What to type for a text that needs quotes: the text itself in them, where it is one line and not too long."""
    line = file.line(file.place(at, at).line)
    found = _VALUE.match(line) if len(line) <= _LONG_LINE else None
    words = found[1].rstrip() if found else ""
    if not 0 < len(words) <= _SHOWN or " #" in words:
        return _QUOTE_IT
    plain = "'" in words and not re.search(r'["\\]', words)
    quoted = f'"{words}"' if plain else "'{}'".format(words.replace("'", "''"))
    return f"put the whole text in quotes: {quoted}"


def _line_before(file: TextFile, index: int) -> str:
    place = file.place(index, index)
    return file.line(place.line)[: place.column - 1]


def _index(file: TextFile, mark: Any) -> int:
    return 0 if mark is None else min(int(mark.index), len(file.text))
