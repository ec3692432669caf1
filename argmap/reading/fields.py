"""Which entry of a file a path leads to, in words, and which fields it may have."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from pydantic import BaseModel

from argmap import model
from argmap.reading.values import KeyPath

_MODELS: Final[Mapping[str, type[BaseModel]]] = MappingProxyType(
    {
        "annotator": model.Annotator,
        "source": model.Source,
        "actors": model.Actor,
        "questions": model.Question,
        "claims": model.Claim,
        "evidence": model.Evidence,
        "arguments": model.Argument,
        "statements": model.Statement,
        "cites": model.Cite,
        "quote": model.Selector,
    }
)
_NOUNS: Final = MappingProxyType(
    {
        "actors": "actor",
        "questions": "question",
        "claims": "claim",
        "evidence": "evidence",
        "arguments": "argument",
        "weights": "the weight of",
    }
)
SYNONYMS: Final = MappingProxyType(
    {
        "pro": "for",
        "+": "for",
        "support": "for",
        "supports": "for",
        "agree": "for",
        "con": "against",
        "contra": "against",
        "-": "against",
        "attack": "against",
        "oppose": "against",
        "disagree": "against",
        "both": "mixed",
        "quotation": "quote",
        "quotes": "quote",
        "speaker": "by",
        "actor": "by",
        "who": "by",
        "comment": "note",
        "notes": "note",
        "tag": "tags",
        "label": "text",
        "title": "text",
        "premise": "premises",
        "contraries": "contrary",
        "contradicts": "contrary",
        "organisation": "organization",
        "indirect": "paraphrase",
        "answer": "answers",
        "experts": "actors",
        "maybe": "possible",
        "perhaps": "possible",
        "probable": "likely",
        "probably": "likely",
        "sure": "certain",
        "doubtful": "unlikely",
        "возможно": "possible",
        "вероятно": "likely",
        "уверенно": "certain",
        "маловероятно": "unlikely",
        "за": "for",
        "против": "against",
        "нейтрально": "neutral",
        "статистика": "statistic",
        "событие": "event",
        "документ": "document",
        "пример": "example",
        "исследование": "research",
        "свидетельство": "testimony",
        "факт": "fact",
        "оценка": "value",
        "прогноз": "forecast",
        "точно": "certain",
        "наверное": "likely",
        "прямая": "direct",
        "пересказ": "paraphrase",
        "человек": "person",
        "организация": "organization",
        "группа": "group",
        "expert": "by",
        "да": "for",
        "нет": "against",
        "открытый": "open",
        "мнение": "value",
        "opinion": "value",
        "цифры": "statistic",
        "данные": "statistic",
        "прямая речь": "direct",
        "косвенная речь": "paraphrase",
        "высокая": "high",
        "средняя": "medium",
        "низкая": "low",
    }
)
"""What people write first, and the word of the format for it."""


def entry_of(path: KeyPath) -> KeyPath:
    """Return the part of a path that leads to an entry: a statement, a claim, the source; empty for the file itself.

    >>> entry_of(("claims", "low-priority", "text")), entry_of(("language",))
    (('claims', 'low-priority'), ())
    """
    match path:
        case ("statements", int(), *_) | (("actors" | "questions" | "claims" | "evidence" | "arguments" | "weights"), str(), *_):
            return path[:2]
        case (("source" | "annotator"), *_):
            return path[:1]
        case _:
            return ()


def owner_of(path: KeyPath) -> str:
    """Return the entry that a path leads into, in words.

    >>> owner_of(("claims", "low-priority", "text"))
    "claim 'low-priority'"
    """
    match entry_of(path):
        case ("statements", _):
            return "the statement"
        case (name,):
            return f"the {name}"
        case (str(section), str(name)):
            return f"{_NOUNS[section]} {name!r}"
        case _:
            return "the file"


def known_fields(path: KeyPath) -> tuple[str, ...]:
    """Return the fields that the entry at a path may have, in the order of the format."""
    entry = entry_of(path)
    for step in (*reversed(path[len(entry) :]), *entry[:1]):
        if step in _MODELS:
            return _own_fields_first(_MODELS[str(step)])
    return _own_fields_first(model.AnnotationFile)


def _own_fields_first(entry: type[BaseModel]) -> tuple[str, ...]:
    return tuple(sorted(entry.model_fields, key=lambda field: field in model.Entry.model_fields))
