"""A message shows what differs, on one line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.anchoring import difference
from argmap.anchoring.normalising import normalise


@pytest.mark.parametrize(
    ("expected", "found", "shown"),
    [
        ("a short way", "a short cut", "a short [-way-] {+cut+}"),
        ("a short, easy cut", "a short cut", "a short[-, easy-] cut"),
        ("a cut", "a short cut", "a {+short+} cut"),
        ("long cut", "short cut", "[-long-] {+short+} cut"),
        ("one, two", "one , two", "one[-,-] {+ ,+} two"),
        ("«Ещё» одна\nсторона", '"еще"  одна сторона', '"еще" одна сторона'),
        ("", "two\nwords", "{+two words+}"),
        ("two words", "", "[-two words-]"),
        ("", "", ""),
        ("well… don’t", "well... donʼt", "well... donʼt"),
        ("the замок", "a за\u0301мок", "[-the-] {+a+} за\u0301мок"),
        (
            "one two three four five six seven eight nine ten eleven",
            "one two three four five six 7 eight nine ten eleven twelve",
            "… three four five six [-seven-] {+7+} eight nine ten eleven {+twelve+}",
        ),
        ("a b c d e f g h i j k l m n", "A b c d e f g h i j k l m o", "… j k l m [-n-] {+o+}"),
        ("x b c d e f g h i j k l m y", "X! b c d e f g h i j k l m Y?", "X{+!+} b c d e … k l m Y{+?+}"),
    ],
)
def test_differences_are_marked(expected: str, found: str, shown: str) -> None:
    assert difference(expected, found) == shown


short = st.text(st.sampled_from("ab, \n\u0301ё"), max_size=12)


@given(short, short)
def test_a_mark_is_there_if_and_only_if_there_is_a_difference(expected: str, found: str) -> None:
    shown = difference(expected, found)
    assert "\n" not in shown
    same = normalise(expected).strip() == normalise(found).strip()
    assert ("[-" in shown or "{+" in shown) is not same
