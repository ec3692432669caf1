from hypothesis import given
from hypothesis import strategies as st

from argmap.layout.packing import Sheet, Size, pack

SIZES = st.lists(
    st.tuples(st.integers(10, 900), st.integers(10, 900)).map(lambda size: (float(size[0]), float(size[1]))), max_size=80
)


@given(pieces=SIZES, single=SIZES, turned=st.booleans())
def test_pieces_never_overlap_and_stay_on_the_page(pieces: list[Size], single: list[Size], turned: bool) -> None:  # noqa: FBT001
    if not pieces and not single:
        return
    page = pack(pieces, single, Sheet(turned))
    placed = [(x, y, x + width, y + height) for (x, y), (width, height) in zip(page.corners, [*pieces, *single], strict=True)]
    assert all(x >= 0 and y >= 0 and right <= page.width and bottom <= page.height + 1e-6 for x, y, right, bottom in placed)
    for index, one in enumerate(placed):
        for other in placed[:index]:
            assert one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] + 1e-6 or other[3] <= one[1] + 1e-6


def test_the_first_piece_stands_at_the_upper_left() -> None:
    assert pack([(300.0, 200.0), (300.0, 900.0), (100.0, 100.0)], [], Sheet()).corners[0] == (0.0, 0.0)


def test_a_short_piece_stands_in_the_hole_under_another() -> None:
    page = pack([(500.0, 200.0), (500.0, 1_000.0), (480.0, 600.0)], [], Sheet())
    assert page.corners[2] == (0.0, 248.0)


def test_many_pieces_make_a_page_of_a_good_shape() -> None:
    page = pack([(300.0, 100.0 + index % 7 * 60.0) for index in range(500)], [], Sheet())
    assert 1 < page.width / page.height < 2
