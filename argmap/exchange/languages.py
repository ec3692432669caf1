"""The languages of imported files of which the format tells none, as their words tell."""

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Final, NamedTuple

from argmap.exchange.contract import UNDETERMINED
from argmap.model import AnnotationFile
from argmap.writing.guessing import language_of

_ENTRIES: Final = 300
_CHARACTERS: Final = 20_000
"""So much of a file is looked at."""


class Guessed(NamedTuple):
    """Files with languages, as far as these can be told."""

    files: Mapping[str, AnnotationFile]
    languages: tuple[str, ...]
    """BCP 47 tags that were guessed."""
    is_whole: bool
    """No file is left whose language is not known."""


def with_languages(files: Mapping[str, AnnotationFile], texts: Mapping[str, str]) -> Guessed:
    """Return files with the languages that their words tell; one of few words has that of all, where there is only one.

    Args:
        files: by name.
        texts: of the sources, by the name that `source.file` bears.
    """
    samples = {name: _sample(file, texts) for name, file in files.items() if file.language == UNDETERMINED}
    told = {name: language_of(sample) for name, sample in samples.items()}
    known = {language for language in told.values() if language is not None}
    common = language_of(" ".join(islice(samples.values(), _ENTRIES))) if None in told.values() else None
    if common is not None and known <= {common}:
        told = dict.fromkeys(told, common)
    found = {name: language for name, language in told.items() if language is not None}
    return Guessed(
        {name: file.model_copy(update={"language": found[name]}) if name in found else file for name, file in files.items()},
        tuple(sorted(set(found.values()))),
        len(found) == len(told),
    )


def _sample(file: AnnotationFile, texts: Mapping[str, str]) -> str:
    source = file.source
    article = texts.get(source.file or "", "") if source is not None else ""
    return " ".join(islice(_words(file), _ENTRIES))[:_CHARACTERS] + " " + article[:_CHARACTERS]


def _words(file: AnnotationFile) -> Iterator[str]:
    """What claims and questions say, and those who are quoted."""
    for claim in file.claims.values():
        if isinstance(claim.text, str):
            yield claim.text
    for question in file.questions.values():
        if isinstance(question.text, str):
            yield question.text
    for statement in file.statements:
        yield from (quote.exact for quote in statement.quote)
