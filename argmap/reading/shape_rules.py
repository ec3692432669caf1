"""The rules of the shape of what files hold (AM1xx)."""

from typing import Final

from argmap.diagnostics import Rule, Severity

MISSING_FIELD: Final = Rule(
    "AM101",
    "missing-field",
    Severity.ERROR,
    """Report an entry that lacks a field it cannot do without.

    Why: a claim without text or a statement without a stance says nothing.

    Bad:   `- {by: satpaev, claim: catch-up-player}`
    Good:  `- {by: satpaev, claim: catch-up-player, stance: for}`
    """,
)
UNKNOWN_FIELD: Final = Rule(
    "AM102",
    "unknown-field",
    Severity.ERROR,
    """Report a key that the format does not know.

    Why: a mistyped key would be ignored, and what it says lost. Keys that begin with `x-` are free for your own use.

    Bad:   `suports: low-priority`
    Good:  `supports: low-priority`
    """,
)
WRONG_KIND: Final = Rule(
    "AM103",
    "wrong-kind-of-value",
    Severity.ERROR,
    """Report a text where a list or a mapping is needed, or the other way round.

    Why: the value cannot be understood.

    Bad:   `premises: {rare-visits: 1}`
    Good:  `premises: [rare-visits]`
    """,
)
BAD_ID: Final = Rule(
    "AM104",
    "bad-id",
    Severity.ERROR,
    """Report an id with other signs than letters, digits, `-` and `_`.

    Why: ids stand in links, in file names and in `premise>target`.

    Bad:   `low priority: {text: …}`
    Good:  `low-priority: {text: …}`
    """,
)
BAD_DATE: Final = Rule(
    "AM105",
    "bad-date",
    Severity.ERROR,
    """Report a date that is not a year, a month or a day of the calendar in ISO 8601.

    Why: 10.12.2025 is December in Moscow and October in New York.

    Bad:   `date: 10.12.2025`
    Good:  `date: 2025-12-10`, `date: 2025-12` or `date: 2025`
    """,
)
OUT_OF_RANGE: Final = Rule(
    "AM106",
    "number-out-of-range",
    Severity.ERROR,
    """Report a weight that is not a number from 0 to 1.

    Why: a weight is a share of certainty: 0 is none, 1 is full.

    Bad:   `rare-visits: 90%`
    Good:  `rare-visits: 0.9`
    """,
)
UNKNOWN_WORD: Final = Rule(
    "AM107",
    "unknown-word",
    Severity.ERROR,
    """Report a value that is not one of the words the field allows.

    Why: a stance that is guessed at is a false report.

    Bad:   `stance: pro`
    Good:  `stance: for`
    """,
)
NO_VALUE: Final = Rule(
    "AM108",
    "no-value",
    Severity.ERROR,
    """Report a key without a value.

    Why: something was meant to stand there. In a flow mapping an unquoted comma ends the text, and its rest becomes a key without
    a value.

    Bad:   `{by: satpaev, quote: slow, but thought out}`
    Good:  `{by: satpaev, quote: 'slow, but thought out'}`
    """,
)
NEWER_VERSION: Final = Rule(
    "AM109",
    "newer-format",
    Severity.ERROR,
    """Report a file written for a newer major version of the format.

    Why: it may say things that this program would silently drop.

    Bad:   `argmap: 2`
    Good:  `argmap: 1`, or a newer argmap
    """,
)
CHOOSE_ONE: Final = Rule(
    "AM110",
    "one-of-several",
    Severity.ERROR,
    """Report an entry that has two, or none, of the fields of which it needs exactly one.

    Why: a statement is about one claim or one argument; an argument supports, attacks or undercuts one thing.

    Bad:   `{premises: [a], supports: b, attacks: c}`
    Good:  two arguments, one for each target
    """,
)
BAD_LANGUAGE: Final = Rule(
    "AM111",
    "bad-language",
    Severity.ERROR,
    """Report a language tag that is not of the form of BCP 47.

    Why: the tag tells the page which text to show and a screen reader how to speak it.

    Bad:   `{russian: Токио}`
    Good:  `{ru: Токио}`
    """,
)

RULES: Final = (
    MISSING_FIELD,
    UNKNOWN_FIELD,
    WRONG_KIND,
    BAD_ID,
    BAD_DATE,
    OUT_OF_RANGE,
    UNKNOWN_WORD,
    NO_VALUE,
    NEWER_VERSION,
    CHOOSE_ONE,
    BAD_LANGUAGE,
)
