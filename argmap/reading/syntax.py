"""What libyaml says of broken syntax, in words that tell an analyst what to type."""

import re
from typing import Any, Final

from yaml import MarkedYAMLError
from yaml.reader import ReaderError

from argmap.diagnostics import Diagnostic, TextFile
from argmap.reading import rules

UNPRINTABLE: Final = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""A character that YAML does not allow, as XML does not: control characters and halves of surrogate pairs."""

_QUOTE_IT: Final = "put the whole text in quotes: '…' (write '' for a ' inside)"
_INDENTATION: Final = "check the indentation"

_EXPLANATIONS: Final = (
    (
        "mapping values are not allowed",
        "a colon is not allowed here",
        f"if it belongs to the text, {_QUOTE_IT}; else {_INDENTATION}",
    ),
    ("block sequence entries are not allowed", "a dash is not allowed here", f"begin the list on its own line, or {_QUOTE_IT}"),
    ("found a tab character", "a tab is used for indentation", "indent with spaces"),
    ("cannot start any token", "a text cannot begin with this sign", _QUOTE_IT),
    ("expected ',' or '}'", "the mapping {…} goes on after its value", "close it with }, or put the text in quotes: '…'"),
    ("expected ',' or ']'", "the list […] goes on after its item", "close it with ], or put the text in quotes: '…'"),
    ("expected '-' indicator", "this line does not continue the list above", f"begin it with '- ', or {_INDENTATION}"),
    ("did not find expected key", "this line does not continue the mapping above", f"{_INDENTATION}; if it is text, {_QUOTE_IT}"),
    ("could not find expected ':'", "this line is no 'key: value'", f"put a colon and a space after the key, or {_INDENTATION}"),
    ("unknown escape character", 'this \\ sequence is not known in "…"', "use '…' quotes, in which \\ is an ordinary sign"),
    ("expected comment or line break", "a | or > must end its line", f"begin the text on the next line; or {_QUOTE_IT}"),
    ("did not find expected node content", "a value is missing here", _QUOTE_IT),
    ("found incompatible YAML document", "this %YAML version is not read", "delete the line"),
    ("directive", "a line that begins with % is no part of the format", _QUOTE_IT),
)
"""The parser's problem → our message and hint; the first that is contained in the problem counts."""


def explained(file: TextFile, error: MarkedYAMLError | ReaderError | UnicodeEncodeError) -> Diagnostic:
    """Return the diagnostic for an error of the YAML parser."""
    text = file.text
    if isinstance(error, UnicodeEncodeError | ReaderError):
        found = UNPRINTABLE.search(text)  # the parser counts bytes
        index = found.start() if found else 0
        code = ord(found[0]) if found else 0
        what = "half a character (lone surrogate" if 0xD800 <= code <= 0xDFFF else "a control character ("  # noqa: PLR2004
        message = f"{what} U+{code:04X}) stands in the text"
        return rules.NOT_TEXT.at(file.place(index, index + 1), message, "delete it; or is this a binary file?")
    problem = str(error.problem)
    at, started = _index(error.problem_mark), _index(error.context_mark)
    if "unexpected end of stream" in problem and error.context_mark is not None:
        message = "a quotation mark is opened here and never closed" if "quoted" in str(error.context) else "this is never closed"
        return rules.YAML_SYNTAX.at(file.place(started, started + 1), message, "close it; a ' inside '…' is written ''")
    at = min(at, len(text))
    for part, message, hint in _EXPLANATIONS:
        if part in problem:
            return rules.YAML_SYNTAX.at(file.place(at, at + 1), message, hint)
    return rules.YAML_SYNTAX.at(file.place(at, at + 1), f"this is not YAML: {problem}")


def _index(mark: Any) -> int:
    return 0 if mark is None else int(mark.index)
