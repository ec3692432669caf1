import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.layout.metrics import SPARE, Ruler, measure, shortened


@pytest.mark.parametrize(
    ("words", "units"),
    [
        # Advances of Arial, as its metrics file gives them, in 1/1000 em.
        ("A", 667),
        ("i", 222),
        ("Wm", 944 + 833),
        (" ", 278),
        ("Ж", 923),
        ("ы", 719),
        ("Ω", 748),
        ("—", 1000),
    ],
)
def test_words_are_as_wide_as_in_arial_plus_a_share_for_other_fonts(words: str, units: int) -> None:
    assert measure(words, 1000) == pytest.approx(units * SPARE, rel=0.002)


def test_bold_words_are_wider() -> None:
    assert measure("Question", 10, bold=True) > measure("Question", 10)


def test_wide_characters_count_one_em_and_marks_nothing() -> None:
    assert measure("東", 10) == 10 * SPARE
    assert measure("😀", 10) == 10 * SPARE
    assert measure("e\u0301\u0323\u200d", 10) == measure("e", 10)


def test_characters_no_table_knows_get_room() -> None:
    for character in "\x00\ud800\ue000𐎀ক":
        assert measure(character, 10) >= 5


@given(st.text(max_size=30), st.text(max_size=30))
def test_the_width_of_joined_words_is_the_sum_of_their_widths(one: str, other: str) -> None:
    assert measure(one + other, 13) == pytest.approx(measure(one, 13) + measure(other, 13))


@given(st.text(max_size=30))
def test_a_ruler_measures_the_same_the_second_time(words: str) -> None:
    ruler = Ruler(11)
    assert [ruler[words], ruler[words]] == [pytest.approx(measure(words, 11))] * 2


@given(st.text(min_size=1, max_size=60), st.floats(30, 200))
def test_a_shortened_name_fits_and_is_a_beginning_of_it(name: str, room: float) -> None:
    ruler = Ruler(11)
    short = shortened(name, room, ruler)
    assert ruler[short] <= room + 1e-6
    assert short == name or name.startswith(short.removesuffix("…"))
