"""Measures of reliability: published numbers, and peers."""

from collections.abc import Sequence
from typing import Final, Literal

import krippendorff
import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from nltk.metrics.agreement import AnnotationTask  # type: ignore[import-untyped]

from argmap.comparison.annotators.reliability import (
    Span,
    character_f1,
    cohens_kappa,
    krippendorffs_alpha,
    percent_agreement,
    span_f1,
)

CLASSIC: Final[Sequence[Sequence[int | None]]] = (
    (1, 2, 3, 3, 2, 1, 4, 1, 2, None, None, None),
    (1, 2, 3, 3, 2, 2, 4, 1, 2, 5, None, 3),
    (None, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, None),
    (1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, None),
)
"""Four observers, twelve units, nine values missing (Krippendorff 2011, "Computing Krippendorff's alpha-reliability")."""

values = st.sampled_from((-1, 0, 1))
spans = st.lists(st.tuples(st.integers(0, 30), st.integers(1, 8)).map(lambda span: (span[0], span[0] + span[1])), max_size=6)


def units(coders: Sequence[Sequence[int | None]]) -> list[tuple[int | None, ...]]:
    return list(zip(*coders, strict=True))


def test_the_classic_example_has_the_published_alphas() -> None:
    assert krippendorffs_alpha(units(CLASSIC)) == pytest.approx(0.743, abs=0.001)
    assert krippendorffs_alpha(units(CLASSIC), (1, 2, 3, 4, 5)) == pytest.approx(0.815, abs=0.001)


@pytest.mark.parametrize("level", ["nominal", "ordinal"])
@given(coders=st.lists(st.lists(st.none() | values, min_size=6, max_size=6), min_size=2, max_size=4))
def test_alpha_is_that_of_a_peer(level: Literal["nominal", "ordinal"], coders: list[list[int | None]]) -> None:
    found = krippendorffs_alpha(units(coders), (-1, 0, 1) if level == "ordinal" else None)
    if found is None:
        pairable = [[value for value in unit if value is not None] for unit in units(coders)]
        assert len({value for unit in pairable if len(unit) > 1 for value in unit}) < 2
        return
    data = np.array([[np.nan if value is None else value for value in coder] for coder in coders])
    assert found == pytest.approx(krippendorff.alpha(data, level_of_measurement=level, value_domain=[-1, 0, 1]))


@given(st.lists(st.tuples(values, values), min_size=1, max_size=20))
def test_kappa_and_percent_agreement_are_those_of_a_peer(pairs: list[tuple[int, int]]) -> None:
    task = AnnotationTask([(coder, unit, pair[place]) for unit, pair in enumerate(pairs) for place, coder in enumerate("ab")])
    assert percent_agreement(pairs) == pytest.approx(task.avg_Ao())
    kappa = cohens_kappa(pairs)
    if kappa is None:
        assert len({value for pair in pairs for value in pair}) == 1
    else:
        assert kappa == pytest.approx(task.kappa())


@given(st.lists(values, min_size=2, max_size=10))
def test_full_agreement_is_one_for_every_measure(found: list[int]) -> None:
    assume(len(set(found)) > 1)
    pairs = [(value, value) for value in found]
    assert percent_agreement(pairs) == cohens_kappa(pairs) == krippendorffs_alpha(pairs) == 1


def test_what_is_undefined_is_nothing() -> None:
    assert percent_agreement([]) is None
    assert cohens_kappa([]) is None
    assert cohens_kappa([(1, 1), (1, 1)]) is None
    assert krippendorffs_alpha([]) is None
    assert krippendorffs_alpha([(1, None), (None, 2)]) is None
    assert krippendorffs_alpha([(1, 1), (1, 1)]) is None
    assert character_f1([([], [])]) is None
    assert span_f1([([], [])]) is None


@given(st.lists(st.tuples(spans, spans), max_size=3))
def test_the_f1_of_characters_counts_each_character_once(texts: list[tuple[list[Span], list[Span]]]) -> None:
    marked = [[{place for start, end in side for place in range(start, end)} for side in text] for text in texts]
    total = sum(len(one) + len(other) for one, other in marked)
    both = sum(len(one & other) for one, other in marked)
    assert character_f1(texts) == (pytest.approx(2 * both / total) if total else None)


@given(st.lists(st.tuples(spans, spans), max_size=2))
def test_the_f1_of_passages_is_symmetric_and_one_for_equal_passages(texts: list[tuple[list[Span], list[Span]]]) -> None:
    assert span_f1(texts) == span_f1([(other, one) for one, other in texts])
    same = span_f1([(one, one) for one, _ in texts])
    assert same == 1 if any(one for one, _ in texts) else same is None


def test_passages_that_share_less_than_half_are_different() -> None:
    assert span_f1([([(0, 10)], [(6, 16)])]) == 0
    assert span_f1([([(0, 10)], [(3, 10)])]) == 1


def test_each_passage_has_one_partner() -> None:
    assert span_f1([([(0, 10)], [(0, 9), (0, 8)])]) == pytest.approx(2 / 3)
