"""The map's and the page's own words, one JSON file a language in `templates/`; adding a language is adding a file.

An entry is a text, with its variables in braces, or one text a plural category, or a list. The entry `plural` holds the rules
of the language as Unicode CLDR writes them, so that no code knows a language.
"""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

from argmap.shipped import shipped_file, shipped_text
from argmap.text import primary_tag

Entry: TypeAlias = str | Mapping[str, str] | list[str]

FALLBACK: Final = "en"

_PRIMARY_TAG: Final = re.compile("[a-z]{2,8}")


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The words of one language."""

    language: str
    entries: Mapping[str, Entry]

    def say(self, key: str, **values: object) -> str:
        """Return a text with its variables filled in.

        Raises:
            KeyError: the catalogue has no such text, or the text a variable that is not given.

        >>> catalogue_of("ru").say("holders.against", names="Сатпаев")
        'Против: Сатпаев'
        """
        entry = self.entries[key]
        if not isinstance(entry, str):
            raise KeyError(key)
        return entry.format_map(values) if values else entry

    def count(self, key: str, number: int) -> str:
        r"""Return a text that counts something, in the right plural.

        >>> [catalogue_of("ru").count("map.claims", number) for number in (1, 3, 11)]
        ['1\xa0тезис', '3\xa0тезиса', '11\xa0тезисов']
        """
        entry, rules = self.entries[key], self.entries["plural"]
        if not (isinstance(entry, Mapping) and isinstance(rules, Mapping)):
            raise KeyError(key)
        return entry[plural_category(rules, number)].format(count=self.number(number))

    def number(self, value: float, decimals: int = 0) -> str:
        """Return a number as the language writes it, as `Intl.NumberFormat` does on the page.

        >>> catalogue_of("en").number(12345), catalogue_of("ru").number(-0.5, 2)
        ('12,345', '−0,50')
        """
        signs = str.maketrans({",": self.say("number.group"), ".": self.say("number.decimal"), "-": "−"})
        return f"{value:,.{decimals}f}".translate(signs)

    def date(self, iso: str) -> str:
        r"""Return a date in words, as precisely as it is known; what is no date stays as it is.

        >>> catalogue_of("en").date("2025-12-10"), catalogue_of("ru").date("2025-12")
        ('10 December 2025', 'декабрь 2025\xa0г.')
        """
        match iso.split("-"):
            case [year, month, day] if month in _MONTHS and day.isdecimal():
                names = self.entries["date.months_after_day"]
                return self.say("date.day", day=int(day), month=names[_MONTHS.index(month)], year=year)  # type: ignore[index]
            case [year, month] if month in _MONTHS:
                names = self.entries["date.months"]
                return self.say("date.month", month=names[_MONTHS.index(month)], year=year)  # type: ignore[index]
            case _:
                return iso


_MONTHS: Final = tuple(f"{month:02}" for month in range(1, 13))


def catalogue_of(language: str) -> Catalogue:
    """Return the words for a language (a BCP 47 tag); those of its primary language, else English, where it has none.

    >>> catalogue_of("ru-KZ").language, catalogue_of("kk").language
    ('ru', 'en')
    """
    primary = primary_tag(language)
    # The tag comes from the command line: only what may be a language reaches a file name.
    known = _PRIMARY_TAG.fullmatch(primary) and shipped_file(f"words.{primary}.json")
    tag = primary if known else FALLBACK
    return Catalogue(tag, json.loads(shipped_text(f"words.{tag}.json")))


def plural_category(rules: Mapping[str, str], number: int) -> str:
    """Return the plural category of a whole number by CLDR plural rules (UTS #35, part 3, "Language Plural Rules").

    >>> plural_category({"one": "i = 1 and v = 0"}, 1), plural_category({"one": "i = 1 and v = 0"}, 2)
    ('one', 'other')
    """
    for category, rule in rules.items():
        if any(all(_holds(relation, number) for relation in either.split(" and ")) for either in rule.split(" or ")):
            return category
    return "other"


_RELATION: Final = re.compile(r"\s*([nivwft])(?:\s*%\s*(\d+))?\s*(!?=)\s*([\d.,\s]+)")


def _holds(relation: str, number: int) -> bool:
    parts = _RELATION.fullmatch(relation)
    if parts is None:
        raise ValueError(f"not a plural rule: {relation!r}")
    operand, modulus, sign, values = parts.groups()
    # n and i are the number itself; v, w, f and t count and give its decimals, of which a whole number has none.
    value = number if operand in "ni" else 0
    if modulus:
        value %= int(modulus)
    return any(value in span for span in _spans(values.split(","))) == (sign == "=")


def _spans(values: Iterable[str]) -> Iterable[range]:
    for value in values:
        first, _, last = value.partition("..")
        yield range(int(first), int(last or first) + 1)
