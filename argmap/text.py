"""Texts in several languages, and which of them a reader gets."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

Text: TypeAlias = Mapping[str, str]
"""Words by BCP 47 language tag, in the order of the file; never empty."""


class InOneLanguage(Mapping[str, str]):
    """A text in one language, as nearly all are: a dict of one key takes four times the memory."""

    __slots__ = ("_language", "_words")

    def __init__(self, language: str, words: str) -> None:
        self._language = language
        self._words = words

    def __getitem__(self, language: str) -> str:
        if language != self._language:
            raise KeyError(language)
        return self._words

    def __contains__(self, language: object) -> bool:
        return language == self._language

    def __iter__(self) -> Iterator[str]:
        return iter((self._language,))

    def __len__(self) -> int:
        return 1

    def __repr__(self) -> str:
        return repr(dict(self))


def primary_tag(tag: str) -> str:
    """Return the language of a tag without its script, region and variants.

    >>> primary_tag("pt-BR"), primary_tag("EN")
    ('pt', 'en')
    """
    return tag.partition("-")[0].lower()


def language_of(text: Text, wanted: str) -> str:
    """Return the tag of the version to show: the wanted one, else one of the same language, else English, else the first.

    >>> language_of({"ru": "Мир", "en": "Peace"}, "en-GB")
    'en'
    >>> language_of({"ru": "Мир", "en": "Peace"}, "ja")
    'en'
    >>> language_of({"ru": "Мир"}, "en")
    'ru'
    """
    if wanted in text:
        return wanted
    primary = primary_tag(wanted)
    for tag in text:
        if primary_tag(tag) == primary:
            return tag
    return "en" if "en" in text else next(iter(text))


def words_of(text: Text, wanted: str) -> str:
    """Return the words to show to a reader of the wanted language.

    >>> words_of({"ru": "Мир", "en": "Peace"}, "ru")
    'Мир'
    """
    return text[language_of(text, wanted)]


def languages_of(texts: Iterable[Text]) -> tuple[str, ...]:
    """Return every language tag in use, sorted."""
    return tuple(sorted({tag for text in texts for tag in text}))


def commonest_language(texts: Iterable[Text]) -> str:
    """Return the language in which most texts are there; of several English, else the first by name.

    >>> commonest_language([{"ru": "Мир", "en": "Peace"}, {"en": "War"}])
    'en'
    """
    count: dict[str, int] = {}
    for text in texts:
        for tag in text:
            count[tag] = count.get(tag, 0) + 1
    return min(count, key=lambda tag: (-count[tag], tag != "en", tag), default="en")
