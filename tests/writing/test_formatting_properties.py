"""Whatever a file looks like, formatting keeps what it says and what is remarked in it, and has nothing to do the second time."""

import re
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from argmap.model import AnnotationFile
from argmap.writing.formatting import format_text
from tests.writing.annotations import order_of, read, values
from tests.writing.disorder import Disorder


def _without_nulls(value: Any) -> Any:
    """In brackets nothing cannot be told from an empty text."""
    match value:
        case dict():
            return {key: _without_nulls(one) for key, one in value.items()}
        case list():
            return [_without_nulls(one) for one in value if one is not None]
        case _:
            return value


@given(values().map(_without_nulls), st.integers(0, 10**6), st.floats(0, 1))
def test_a_file_in_any_disorder_keeps_its_meaning_and_its_comments(value: dict[str, Any], seed: int, amount: float) -> None:
    disorder = Disorder(seed, amount)
    text = disorder.file(value)
    said = AnnotationFile.model_validate(value)
    assert read(text) == said
    formatted = format_text(text)
    assert read(formatted) == said
    assert order_of(read(formatted)) == order_of(said)
    assert sorted(re.findall(r"⚑\d+⚑", formatted)) == sorted(re.findall(r"⚑\d+⚑", "".join(disorder.comments)))
    assert all(comment in formatted for comment in disorder.comments)
    assert format_text(formatted) == formatted
