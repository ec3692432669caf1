"""docs/study.md tells the truth: its files are made, its commands typed, in its order."""

import re
import shlex
from pathlib import Path

import pytest

from argmap.api import load
from argmap.diagnostics import Severity
from tests.cli.conftest import Run, argmap, folder

__all__ = ["argmap", "folder"]

PAGE = (Path(__file__).parents[2] / "docs" / "study.md").read_text("utf-8")
BLOCKS = re.findall(r"^```(yaml|sh)\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
TEXTS = {
    "council-debates": "Council debates a rent cap\n2026-03-14\n\nThe city should cap rents, the Tenants’ Union told the council. "
    "Rents rose by 31 per cent in five years, it said.\n\nThe owners disagreed: a cap will stop new building, their chair said.\n",
    "owners-answer": "Owners answer\n2026-03-21\n\nNobody will build under a cap, the Association of House Owners writes.\n",
}


def _write(block: str) -> None:
    """A file of the page: whole, or what replaces the examples of a new annotation."""
    name, _, content = block.removeprefix("# ").partition("\n")
    path = Path(name)
    start = path.read_text("utf-8") if path.exists() else ""
    path.write_text(start.partition("# Who speaks.")[0] + content, "utf-8")


def test_the_study_can_be_set_up_as_it_is_told(argmap: Run, folder: Path) -> None:
    (folder / "rents").mkdir()
    for name, text in TEXTS.items():
        (folder / "rents" / f"{name}.txt").write_text(text, "utf-8")
    printed = ""
    for kind, block in BLOCKS:
        if kind == "yaml":
            _write(block)
            continue
        for command in block.splitlines():
            program, *arguments = shlex.split(command)
            ran = argmap(*arguments)
            assert (program, ran.status) == ("argmap", 0), ran.err
            printed += ran.out
    assert "4 files, 2 claims, 1 evidence, 2 arguments, 7 statements, all 7 quotes found: no errors" in printed
    assert "anna – boris  council-debates" in printed
    assert all((folder / name).exists() for name in ("site/index.html", "cap.svg", "positions.csv", "statements.xlsx"))
    assert argmap("check", "rents", "--strict").status == 0
    assert argmap("format", "--check", "rents").status == 0


def test_its_codebook_is_without_errors(tmp_path: Path) -> None:
    (tmp_path / "codebook.yaml").write_text(next(block for _, block in BLOCKS if "codebook" in block), "utf-8")
    assert load(tmp_path).diagnostics_of({Severity.ERROR, Severity.WARNING}) == ()


@pytest.mark.parametrize("target", sorted(set(re.findall(r"\]\(([^)#]+)", PAGE))))
def test_every_link_leads_to_a_page(target: str) -> None:
    assert (Path(__file__).parents[2] / "docs" / target).exists()
