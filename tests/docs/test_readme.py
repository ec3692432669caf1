import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from argmap.api import load, render
from argmap.cli import _COMMANDS, _program
from tests.conftest import Golden

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")


def _block(language: str, containing: str) -> str:
    blocks = re.findall(r"^```(\w*)\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)
    return next(str(block) for name, block in blocks if name == language and containing in block)


@pytest.fixture
def rent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The README's first annotation in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "rent.yaml"
    path.write_text(_block("yaml", "cap-rents"), "utf-8")
    return path


def test_the_first_annotation_checks_and_draws_with_the_commands_that_follow_it(rent: Path) -> None:
    for command in _block("sh", "argmap check rent.yaml").splitlines():
        program, *arguments = shlex.split(command)
        assert program == "argmap"
        result = CliRunner().invoke(_program, arguments)
        assert result.exit_code == 0, result.output
    assert (rent.parent / "rent.html").stat().st_size > 0


def test_a_mistyped_id_is_told_as_the_readme_shows(rent: Path) -> None:
    right, wrong = "kind: statistic\n    supports: cap-rents", "kind: statistic\n    supports: cap-rent"
    rent.write_text(rent.read_text("utf-8").replace(right, wrong), "utf-8")
    result = CliRunner().invoke(_program, ["check", "rent.yaml"])
    assert result.exit_code == 1
    assert result.output.startswith(_block("", "error[AM201]"))


def test_the_title_of_the_first_annotation_counts_its_lines() -> None:
    lines = len(_block("yaml", "cap-rents").splitlines())
    words = {20: "twenty", 24: "twenty-four", 25: "twenty-five", 26: "twenty-six", 30: "thirty"}
    assert f"## A first annotation in {words[lines]} lines" in README


def test_every_command_has_its_row() -> None:
    rows = set(re.findall(r"^\| `argmap (\w+)", README, re.MULTILINE))
    assert rows == set(_COMMANDS)


def test_the_picture_is_the_map_that_argmap_draws_now(golden: Golden) -> None:
    annotated = load(ROOT / "annotations" / "japan-central-asia.yaml")
    golden.check("../../docs/pictures/japan-central-asia.svg", render(annotated, "svg"))


@pytest.mark.parametrize("target", sorted(set(re.findall(r"\]\(([^)#]+)\)", README))))
def test_every_link_leads_to_a_file(target: str) -> None:
    assert (ROOT / target).exists()
