import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.layout.plan import Route
from argmap.layout.routes import before_end
from argmap.rendering.paths import number, path

coordinates = st.integers(-5000, 5000)
points = st.lists(st.tuples(coordinates, coordinates), min_size=2, max_size=8)


@given(st.floats(-1e9, 1e9))
def test_a_number_has_one_decimal_at_most_and_is_no_minus_zero(value: float) -> None:
    text = number(value)
    assert float(text) == pytest.approx(value, abs=0.0501)
    assert "e" not in text
    assert len(text.partition(".")[2]) <= 1
    assert not text.endswith(".0")
    assert text != "-0"


def test_a_path_runs_from_the_head_of_its_route_to_its_tail() -> None:
    assert path(Route(((10, 100), (10, 50), (60, 50), (60, 20)))) == "M60 20V42Q60 50 52 50H18Q10 50 10 58V100"


def test_a_curve_keeps_its_points() -> None:
    assert path(Route(((0, 0), (0, 10.25), (5, 20), (5.04, 30)), smooth=True)) == "M5 30C5 20 0 10.2 0 0"


def test_a_corner_in_a_short_piece_is_rounded_less() -> None:
    assert path(Route(((0, 0), (0, 6), (40, 6)))) == "M40 6H3Q0 6 0 3V0"


@given(points)
def test_any_straight_route_has_a_path_between_its_ends(corners: list[tuple[int, int]]) -> None:
    text = path(Route(tuple(corners)))
    assert text.startswith(f"M{corners[-1][0]} {corners[-1][1]}")
    assert "nan" not in text


@given(points, st.integers(1, 100))
def test_a_place_before_the_end_is_no_farther_from_it_than_asked(corners: list[tuple[int, int]], distance: int) -> None:
    x, y = before_end(Route(tuple(corners)), distance)
    assert math.dist((x, y), corners[-1]) <= distance + 1e-6


def test_the_place_before_the_end_of_a_short_route_is_its_middle() -> None:
    assert before_end(Route(((0, 0), (0, 10))), 16) == (0, 5)
    assert before_end(Route(((0, 0), (0, 3), (0, 7), (0, 10)), smooth=True), 16) == pytest.approx((0, 5), abs=0.1)
