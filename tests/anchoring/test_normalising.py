"""Two spellings of the same words are one, and every offset finds its way back."""

import sys
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from argmap.anchoring.normalising import _joins, index_text, normalise, skeleton

TRICKY = (
    "aеиЕё É\u0301\u0308\u0306\u0323\u0345\u034f\u0344İßŉﬁ΅ᾳΣς\u00ad\u200b\ufeff \u00a0\n\r\t\u2003…–«»’"
    "가\u1100\u1161\u11a8각ক\u09c7\u09be\ud800🙂"
)
tricky_texts = st.text(st.sampled_from(TRICKY), max_size=30) | st.text(st.characters(), max_size=30)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("caf\u00e9", "cafe\u0301"),
        ("Ёлка", "елка"),
        ("за\u0301мок", "замок"),
        ("infor\u00admation", "information"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("two\u00a0 \r\n\twords", "two words"),
        ("«Да», „нет“ ‟или‟ “не знаю”", '"Да", "нет" "или" "не знаю"'),
        ("the league’s ‚own‘ way", "the league's 'own' way"),
        ("1991–2025 — a long‑term view", "1991-2025 - a long-term view"),
        ("Well…", "well..."),
        ("STRASSE", "straße"),
        ("ΌΣΟΣ", "όσος"),
        ("\u1112\u1161\u11ab", "한"),
        ("ﬁnance", "finance"),
    ],
)
def test_spellings_of_the_same_words_are_one(one: str, other: str) -> None:
    assert normalise(one) == normalise(other)


@pytest.mark.parametrize(
    ("one", "other"), [("мой", "мои"), ("schön", "schon"), ("ça", "ca"), ("a b", "ab"), ("їх", "іх"), ("5 %", "-5 %")]
)
def test_different_words_stay_different(one: str, other: str) -> None:
    assert normalise(one) != normalise(other)


def test_letters_that_look_alike_have_one_skeleton() -> None:
    cyrillic, latin = "АВЕКМНОРСТУХ асеорхуі", "ABEKMHOPCTYX aceopxyi"
    assert skeleton(normalise(cyrillic)) == skeleton(normalise(latin)) != normalise(cyrillic)


@given(tricky_texts)
def test_a_skeleton_is_as_long_as_its_text(text: str) -> None:
    assert len(skeleton(normalise(text))) == len(normalise(text))


@given(tricky_texts)
@example("\u00ad \u0301\u00a0")
@example(" \u0308 ")
@example("\u1100\u200b\u1161")
def test_an_indexed_text_is_normalised_like_any_other(text: str) -> None:
    assert index_text(text).normalised == normalise(text)


@given(tricky_texts, st.data())
def test_a_span_that_has_a_place_in_the_original_reads_the_same_there(text: str, data: st.DataObject) -> None:
    indexed = index_text(text)
    start = data.draw(st.integers(0, len(indexed.normalised)))
    end = data.draw(st.integers(start, len(indexed.normalised)))
    span = indexed.original_span(start, end)
    if span:
        assert normalise(text[slice(*span)]) == indexed.normalised[start:end]
    low, high = indexed.covering_span(start, end)
    assert 0 <= low <= high <= len(text)
    assert indexed.normalised[start:end] in normalise(text[low:high])


@given(tricky_texts, st.data())
def test_there_and_back_covers_where_one_began(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    indexed = index_text(text)
    low, high = indexed.covering_span(*indexed.normalised_span(start, end))
    hidden = text[start:low] + text[high:end]
    assert normalise(hidden) == ""


def test_a_letter_is_not_divided_from_its_marks() -> None:
    indexed = index_text("x\u0323\u0308 ß …")
    assert indexed.original_span(0, 1) is None
    assert indexed.original_span(0, indexed.normalised.index(" ")) == (0, 3)
    assert indexed.original_span(3, 4) is None
    assert indexed.original_span(len(indexed.normalised) - 3, len(indexed.normalised)) == (6, 7)


def test_whatever_composes_with_a_letter_before_it_is_known_to() -> None:
    second_parts = {
        parts[1]
        for character in map(chr, range(sys.maxunicode + 1))
        if len(parts := unicodedata.normalize("NFD", character)) > 1 and unicodedata.normalize("NFC", parts) == character
    }
    assert len(second_parts) > 60
    assert [f"U+{ord(part):04X}" for part in sorted(second_parts) if not _joins(part)] == []
