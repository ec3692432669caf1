import os
import shutil
import struct
import subprocess
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
SMALL = "argmap: 1\nclaims:\n  a: A claim.\n  b:\n    text: Another.\n    supports: a\n"
DEJAVU = Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")


def size(picture: bytes) -> tuple[int, int]:
    assert picture.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", picture[16:24])
    return int(width), int(height)


def wordless(svg: str) -> str:
    return svg.replace("<tspan", "<desc").replace("</tspan>", "</desc>").replace("<text", "<desc").replace("</text>", "</desc>")


def test_a_png_has_two_pixels_a_point() -> None:
    drawing = compose(small_view(), language="en")
    width, height = size(png_of(render_svg(drawing)))
    assert width == pytest.approx(2 * drawing.width, abs=2)
    assert height == pytest.approx(2 * drawing.height, abs=2)


def test_a_png_has_the_words_of_the_map() -> None:
    svg = render_svg(compose(small_view(), language="en"))
    assert len(png_of(svg)) > 1.2 * len(png_of(wordless(svg)))


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


def run_with_fonts(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run argmap where nothing but the fonts of a folder is installed; a process of its own, since fonts are read once."""
    settings = folder / "fonts.conf"
    settings.write_text(f"<fontconfig><dir>{folder}</dir></fontconfig>", "utf-8")
    environment = {**os.environ, "FONTCONFIG_FILE": str(settings)}
    command = [sys.executable, "-m", "argmap", *arguments]
    return subprocess.run(command, env=environment, cwd=folder, capture_output=True, text=True, check=False)  # noqa: S603 - ourselves


@pytest.fixture
def small(tmp_path: Path) -> Path:
    path = tmp_path / "small.yaml"
    path.write_text(SMALL, "utf-8")
    return path


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere no setting hides the fonts of the system")
def test_without_a_font_it_is_told_to_install_one(small: Path) -> None:
    result = run_with_fonts(small.parent, "render", small.name, "-o", "map.png")
    assert result.returncode != 0
    assert "no usual font" in result.stderr
    assert "install one" in result.stderr
    assert not small.with_name("map.png").exists()


@pytest.mark.skipif(not DEJAVU.exists(), reason="the other font is not installed")
def test_another_font_will_do_where_ours_is_missing(small: Path) -> None:
    shutil.copy(DEJAVU, small.parent)
    result = run_with_fonts(small.parent, "render", small.name, "-o", "map.png", "-o", "map.svg")
    assert result.returncode == 0, result.stderr
    without_words = png_of(wordless(small.with_name("map.svg").read_text("utf-8")))
    assert small.with_name("map.png").stat().st_size > 1.2 * len(without_words)


def test_the_command_writes_a_png(small: Path) -> None:
    output = small.with_name("map.png")
    result = CliRunner().invoke(command, [str(small), "-o", str(output)])
    assert result.exit_code == 0, result.output
    assert size(output.read_bytes())[0] > 100
