"""What libyaml says of broken syntax, in words that tell an analyst what to type."""

from typing import Any, Final

from yaml import MarkedYAMLError
from yaml.reader import ReaderError

from argmap.diagnostics import Diagnostic, TextFile
from argmap.reading import rules

_QUOTE_IT: Final = "put the whole text in quotes: '…' (write '' for a ' inside)"

# the parser's problem → our message and hint; the first that is contained in the problem counts
_EXPLANATIONS: Final = (
    ("mapping values are not allowed", "a colon is not allowed here", f"if it belongs to the text, {_QUOTE_IT}; else check the indentation"),
    ("block sequence entries are not allowed", "a dash is not allowed here", f"begin the list on a line of its own; if it belongs to the text, {_QUOTE_IT}"),
    ("found a tab character", "a tab is used for indentation", "indent with spaces"),
    ("cannot start any token", "a text cannot begin with this sign", _QUOTE_IT),
    ("expected ',' or '}'", "the flow mapping {…} goes on after its value", "close it with }, separate entries with a comma, or put the text in quotes"),
    ("expected ',' or ']'", "the list […] goes on after its item", "close it with ], separate items with a comma, or put the text in quotes"),
    ("expected '-' indicator", "this line does not continue the list above", "begin it with '- ', or check the indentation"),
    ("did not find expected key", "this line does not continue the mapping above", f"check the indentation; if a quoted text goes on here, {_QUOTE_IT}"),
    ("could not find expected ':'", "this line is no 'key: value'", "put a colon and a space after the key, or check the indentation"),
    ("unknown escape character", "this \\ sequence is not known inside \"…\"", "use '…' quotes, in which \\ is an ordinary sign"),
    ("expected comment or line break", "a | or > must be followed by a line break", f"begin the text on the next line; or {_QUOTE_IT}"),
    ("did not find expected node content", "a value is missing here", _QUOTE_IT),
    ("found incompatible YAML document", "this %YAML version is not read", "delete the line"),
    ("directive", "a line that begins with % is no part of the format", _QUOTE_IT),
)  # fmt: skip


def explained(file: TextFile, error: MarkedYAMLError | ReaderError | UnicodeEncodeError) -> Diagnostic:
    """Return the diagnostic for an error of the YAML parser."""
    text = file.text
    if isinstance(error, UnicodeEncodeError):
        place = file.place(error.start, error.start + 1)
        return rules.NOT_TEXT.at(place, f"half a character (lone surrogate U+{ord(text[error.start]):04X})", "delete it and type it again")
    if isinstance(error, ReaderError):
        code, index = _bad_character(text)
        place = file.place(index, index + 1)
        return rules.NOT_TEXT.at(place, f"control character U+{code:04X} in a text file", "delete it; is this a text file?")
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


def _bad_character(text: str) -> tuple[int, int]:
    """The first character that YAML does not allow, and its index (the parser counts bytes, so it is looked for again)."""
    for index, character in enumerate(text):
        code = ord(character)
        allowed = code in {0x9, 0xA, 0xD, 0x85} or 0x20 <= code <= 0x7E or 0xA0 <= code <= 0xD7FF or 0xE000 <= code <= 0xFFFD or code >= 0x10000
        if not allowed:
            return code, index
    return 0, 0
