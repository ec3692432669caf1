"""Random annotations, with texts that YAML finds hard, and files in which they are written in every legal disorder."""

from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from argmap.diagnostics import Severity, TextFile
from argmap.model import AnnotationFile
from argmap.reading.shape import shape
from argmap.reading.values import parse

HARD_IDS = ("no", "1", "2015", "-", "---", "-1", "null", "1e3", "0x1F", "y", "_", "ключ", "a-b", "е\u0301")
HARD_TEXTS = (
    "Tokyo moves",
    "no",
    "1:20",
    "2025-12-10",
    "so: now",
    "a #b",
    "#a",
    "- a",
    "[a, b]",
    "{a: b}",
    "it's",
    'it\'s "so"',
    "a\\b",
    " a ",
    "a\nb",
    "a\n  b\n\nc\n",
    "a\tb",
    "a\r\nb",
    "a\x85b\u2028c",
    "%YAML",
    "«Курьер»",
    "a" * 120,
    "слово " * 40 + ".",
)
_CHARACTERS = st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff⚑")
texts: SearchStrategy[str] = st.one_of(st.sampled_from(HARD_TEXTS), st.text(_CHARACTERS, min_size=1, max_size=12)).filter(
    lambda text: text.strip() != ""
)
ids: SearchStrategy[str] = st.one_of(
    st.sampled_from(HARD_IDS),
    st.text(st.sampled_from("abcxyzабв019-_"), min_size=1, max_size=6),
)
argument_ids = st.one_of(ids, st.tuples(ids, ids).map(">".join))
words = st.one_of(texts, st.dictionaries(st.sampled_from(["en", "ru", "no", "pt-BR"]), texts, min_size=1, max_size=2))
own_values: SearchStrategy[Any] = st.recursive(
    texts,
    lambda inner: st.one_of(st.lists(st.one_of(st.none(), inner), max_size=2), st.dictionaries(texts, inner, max_size=2)),
    max_leaves=4,
)


def listed(items: SearchStrategy[str]) -> SearchStrategy[Any]:
    return st.one_of(items, st.lists(items, min_size=1, max_size=3))


DATES = st.sampled_from(["2025-12-10", "2025-12", "2025"])
REMARKS: dict[str, SearchStrategy[Any]] = {
    "tags": st.one_of(texts, st.lists(texts, max_size=2)),
    "note": words,
    "x-mine": own_values,
}


def entry(required: dict[str, SearchStrategy[Any]], optional: dict[str, SearchStrategy[Any]]) -> SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(required, optional={**optional, **REMARKS})


CITE = entry({}, {"title": words, "url": texts, "date": DATES}).filter(bool)
RELATIONS = {
    "answers": listed(ids),
    "contrary": listed(ids),
    "supports": listed(ids),
    "attacks": listed(ids),
    "undercuts": listed(argument_ids),
    "cites": st.lists(CITE, min_size=1, max_size=2),
}
SELECTOR = st.fixed_dictionaries({"exact": texts}, optional={"prefix": texts, "suffix": texts})
ENTRIES = {
    "actors": st.one_of(
        texts, entry({"name": words}, {"kind": st.sampled_from(["person", "unnamed"]), "role": words, "affiliation": ids})
    ),
    "questions": st.one_of(texts, entry({"text": words}, {"kind": st.sampled_from(["choice", "open"])})),
    "claims": st.one_of(
        texts, entry({"text": words}, {**RELATIONS, "kind": st.just("fact"), "implicit": st.sampled_from(["true", "no"])})
    ),
    "evidence": st.one_of(texts, entry({"text": words}, {**RELATIONS, "kind": st.just("event"), "observed": DATES})),
    "arguments": st.one_of(
        entry({"premises": listed(ids), "supports": ids}, {"scheme": texts}),
        entry({"premises": listed(ids), "undercuts": argument_ids}, {}),
    ),
    "weights": st.sampled_from(["0", "0.5", "1", "0.0000001", "1e-07"]),
}
STATEMENT = entry(
    {"by": listed(ids), "claim": ids, "stance": st.sampled_from(["for", "against"])},
    {
        "id": ids,
        "via": listed(ids),
        "quote": st.one_of(texts, SELECTOR, st.lists(st.one_of(texts, SELECTOR), min_size=1, max_size=2)),
        "gloss": words,
        "given": words,
        "hedge": st.just("likely"),
        "act": st.just("concede"),
    },
)


SECTIONS = {
    name: st.dictionaries(argument_ids if name == "weights" else ids, one, min_size=1, max_size=3) for name, one in ENTRIES.items()
}
SOURCE = entry({"title": words}, {"id": ids, "author": listed(ids), "date": DATES, "sha256": st.just("1" * 64), "url": texts})
FILE = entry(
    {"argmap": st.sampled_from(["1", "1.0"])},
    {
        **SECTIONS,
        "language": st.just("ru"),
        "annotator": entry({"id": ids}, {"name": texts}),
        "include": listed(texts),
        "source": SOURCE,
        "statements": st.lists(STATEMENT, max_size=3),
    },
)


@st.composite
def values(draw: DrawFn) -> dict[str, Any]:
    """A file as the mappings, lists and texts that a reader finds in it; its fields in a random order."""
    return _shuffled(draw, draw(FILE))


def _shuffled(draw: DrawFn, value: dict[str, Any]) -> dict[str, Any]:
    return {key: value[key] for key in draw(st.permutations(list(value)))}


annotations: SearchStrategy[AnnotationFile] = values().map(AnnotationFile.model_validate)


def read(text: str) -> AnnotationFile:
    """What a text says; it must be without any error of reading or shape."""
    file = TextFile("annotation.yaml", text)
    parsed = parse(file)
    shaped = shape(file, parsed)
    told = (*parsed.diagnostics, *shaped.diagnostics)
    assert [diagnostic.finding for diagnostic in told if diagnostic.severity is Severity.ERROR] == []
    assert shaped.model is not None
    return shaped.model


def order_of(annotation: AnnotationFile) -> list[list[str]]:
    """The ids of each section as they stand; mappings are equal in any order."""
    return [list(getattr(annotation, name)) for name in ENTRIES]
