"""The pictures in the documentation are taken from the page as it is: `pytest tests/page/test_pictures.py --update-golden`."""

import struct
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Golden
from tests.page.conftest import CAR_FREE, ROOT, OpenRoom, loaded

PICTURES = ROOT / "docs" / "pictures"

WIDE = {"viewport": {"width": 1400, "height": 900}}
NARROW = {"viewport": {"width": 420, "height": 900}}
OPENED = "claim=close-by-hours&open=1&at=620,590,0.8"

CASES: dict[str, tuple[str, dict[str, Any], str]] = {
    "page.png": ("en", WIDE, OPENED),
    "page-dark.png": ("ru", {**WIDE, "color_scheme": "dark"}, "claim=close-to-cars&open=1&at=420,600,0.8"),
    "page-actors.png": ("en", WIDE, "colour=actor&actor=transport-planner&actor=hauliers-secretary&pane=outline"),
    "page-narrow.png": ("en", NARROW, "claim=trade-will-suffer&open=1"),
}


@pytest.mark.parametrize("name", CASES)
def test_a_picture_in_the_documentation_shows_the_page(rooms: OpenRoom, golden: Golden, name: str) -> None:
    language, context, state = CASES[name]
    room = rooms(loaded(CAR_FREE), state, context=context, language=language)
    if "actor=" in state:
        room.find("#filter-button").click()
        room.settle()
    room.page.wait_for_timeout(200)
    taken = room.page.screenshot()
    path = PICTURES / name
    if golden.update:
        path.write_bytes(taken)
    assert size(taken) == size(path.read_bytes())
    assert f"(pictures/{name})" in (ROOT / "docs" / "page.md").read_text("utf-8")


def size(picture: bytes) -> tuple[int, ...]:
    return struct.unpack(">II", picture[16:24])


def test_no_picture_of_the_page_is_left_over() -> None:
    assert sorted(path.name for path in PICTURES.glob("page*.png")) == sorted(CASES)


def test_pictures_are_no_larger_than_they_need_be() -> None:
    assert all(Path(PICTURES, name).stat().st_size < 400_000 for name in CASES)
