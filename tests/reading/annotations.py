"""Annotations made at random: texts that look like YAML, and values that look like the format, at plausible and wrong places."""

import json
from typing import Any, Final

from hypothesis import strategies as st

from argmap.model import AnnotationFile, Argument, Cite, Claim, Evidence, Question, Selector, Source, Statement

IDS: Final = ("a", "b", "c", "d", "a>b", "b>c", "a>a", "no id", "", "ж", "x-y", "a" * 201)
WORDS: Final = (
    *("for", "against", "mixed", "pro", "fact", "event", "choice", "assert", "retract", "direct", "certain", "high", "true", "no"),
    *("2025-12-10", "2025", "31.12.2025", "0.5", "90%", "en", "ru", "russian", "1", "2", "1.7", "some words", "текст", "~", "null"),
    *(
        "../../secret",
        "/etc/passwd",
        "a.yaml",
        "n" * 300,
        "windows-1251",
        "\u202e",
        "a\0b",
        "*a",
        "&a",
        "!a",
        "- a",
        "a: b",
        "#",
        "'",
        '"',
    ),
)
FIELDS: Final = tuple(
    dict.fromkeys(
        field
        for model in (AnnotationFile, Source, Question, Claim, Evidence, Argument, Statement, Selector, Cite)
        for field in model.model_fields
    )
)

ids = st.sampled_from(IDS)
scalars = st.sampled_from((*IDS, *WORDS, None))
values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from((*IDS, *WORDS, *FIELDS)), inner, max_size=4),
    max_leaves=6,
)


def entry(*fields: str, **usual: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """An entry: mostly with the usual fields, sometimes with any others, sometimes no entry at all."""
    odd = st.dictionaries(st.sampled_from((*fields, *FIELDS, "x-free", "odd")), values, max_size=2)
    whole = st.builds(lambda first, second: {**first, **second}, st.fixed_dictionaries({}, optional=usual), odd)
    return whole | st.fixed_dictionaries(usual) | st.fixed_dictionaries(usual) | values


some_ids = st.sampled_from(("a", "b", "c", "d")) | st.lists(st.sampled_from(("a", "b", "c", "d")), min_size=1, max_size=3)
sections = {
    "actors": st.dictionaries(ids, st.just("Anna") | entry(name=st.just("Anna"), affiliation=ids), max_size=4),
    "questions": st.dictionaries(ids, st.just("Why?") | entry(text=st.just("Why?")), max_size=2),
    "claims": st.dictionaries(ids, entry(text=st.just("So"), supports=some_ids, attacks=some_ids, contrary=some_ids), max_size=4),
    "evidence": st.dictionaries(ids, entry(text=st.just("Seen"), supports=some_ids, undercuts=ids), max_size=3),
    "arguments": st.dictionaries(ids, entry(premises=some_ids, supports=ids) | entry(premises=some_ids, undercuts=ids), max_size=3),
    "statements": st.lists(
        entry(by=some_ids, claim=ids, stance=st.sampled_from(("for", "against", "pro")), quote=values, given=values, replaces=ids),
        max_size=4,
    ),
    "weights": st.dictionaries(ids, values, max_size=3),
    "source": entry(title=st.just("A title"), author=some_ids, date=scalars, file=scalars, encoding=scalars),
    "annotator": entry(id=ids),
    "include": values,
    "language": scalars,
}
annotations = st.builds(
    lambda head, body, odd: {**head, **body, **odd},
    st.sampled_from(({"argmap": "1"}, {"argmap": "1"}, {}, {"argmap": None})),
    st.fixed_dictionaries({}, optional=sections),
    st.dictionaries(st.sampled_from(("x-free", "odd", *sections)), values, max_size=1),
)
"""Files of the format with something wrong in most of them; JSON is YAML, so that `json.dumps` writes them down."""

yaml_texts = st.one_of(
    st.text(st.characters(exclude_categories=())),
    st.lists(
        st.sampled_from((*"{}[],:-?&*!|>'\"%@`#~\n\t \\", "\r\n", ": ", "- ", "---\n", "...\n", "a", "ж", "\ufeff", "\0")),
        max_size=30,
    ).map("".join),
    st.lists(
        st.sampled_from((*FIELDS, *IDS, *WORDS, ": ", ": ", "\n  ", "\n  ", "\n", "\n- ", "{", "}", "[", "]", ", ", "'", '"')),
        max_size=40,
    ).map("".join),
    annotations.map(lambda value: json.dumps(value, ensure_ascii=False, indent=1)),
)
"""Any text, and texts that come near to YAML and to the format."""
