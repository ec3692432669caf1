import struct
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from argmap.api import load, render
from argmap.cli.render import command
from argmap.layout.composing import compose
from argmap.rendering import png
from argmap.rendering.png import PngError, png_of
from argmap.rendering.svg import render_svg
from tests.views import small_view, synthetic_view

JAPAN = Path(__file__).parents[2] / "annotations" / "japan-central-asia.yaml"


def size(picture: bytes) -> tuple[int, int]:
    assert picture.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", picture[16:24])
    return int(width), int(height)


def test_a_png_has_two_pixels_a_point() -> None:
    drawing = compose(small_view(), language="en")
    width, height = size(png_of(render_svg(drawing)))
    assert width == pytest.approx(2 * drawing.width, abs=2)
    assert height == pytest.approx(2 * drawing.height, abs=2)


def test_a_png_has_the_words_of_the_map() -> None:
    svg = render_svg(compose(small_view(), language="en"))
    wordless = svg.replace("<tspan", "<desc").replace("</tspan>", "</desc>").replace("<text", "<desc").replace("</text>", "</desc>")
    assert len(png_of(svg)) > 1.2 * len(png_of(wordless))


def test_a_larger_map_has_fewer_pixels_a_point(monkeypatch: pytest.MonkeyPatch) -> None:
    drawing = compose(small_view(), language="en")
    monkeypatch.setattr(png, "MOST", drawing.width * drawing.height * 1.5)
    width, height = size(png_of(render_svg(drawing)))
    assert drawing.width <= width < 2 * drawing.width
    assert width * height == pytest.approx(drawing.width * drawing.height * 1.5, rel=0.01)


def test_a_map_that_is_too_large_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(png, "MOST", 100_000)
    with pytest.raises(PngError, match="too large for one PNG; write"):
        png_of(render_svg(compose(synthetic_view(40), language="en")))


def test_without_the_extra_it_is_told_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    with pytest.raises(PngError, match=r"pip install 'argmap\[png\]'"):
        png_of(render(load(JAPAN)))


def test_the_command_writes_a_png(tmp_path: Path) -> None:
    output = tmp_path / "map.png"
    result = CliRunner().invoke(command, [str(JAPAN), "-o", str(output)])
    assert result.exit_code == 0, result.output
    assert size(output.read_bytes())[0] > 1000
