"""`argmap export`: what is written where, and what is told."""

import json
from pathlib import Path

import pytest

from argmap.formats.table import FORMATS
from tests.cli.conftest import ROOT, Run

CORPUS = ROOT / "annotations" / "car-free-centre"
WRITTEN = [pytest.param(one.name, one.suffix, id=one.name) for one in FORMATS if one.write]


@pytest.mark.parametrize(("name", "suffix"), WRITTEN)
def test_every_format_that_can_be_written_is_and_says_what_it_could_not_keep(
    argmap: Run, tmp_path: Path, name: str, suffix: str
) -> None:
    ran = argmap("export", CORPUS, "-f", name, "-o", tmp_path / f"car{suffix}")
    assert (ran.status, ran.err) == (0, "")
    assert (tmp_path / f"car{suffix}").stat().st_size > 1000
    assert "68 claims, 37 supports, 14 attacks, 7 undercuts" in ran.out
    assert "not kept" in ran.out


def test_a_folder_gets_a_file_of_the_usual_name(argmap: Run, tmp_path: Path) -> None:
    assert argmap("export", CORPUS, "-f", "aif", "-o", tmp_path).status == 0
    assert [path.name for path in tmp_path.iterdir()] == ["map.json"]


def test_a_folder_that_is_not_there_is_made_where_the_name_ends_like_one(argmap: Run, folder: Path) -> None:
    ran = argmap("export", CORPUS, "-f", "csv", "-o", "tables/")
    assert (ran.status, ran.err) == (0, "made the folder tables\n")
    assert [path.name for path in (folder / "tables").iterdir()] == ["map.csv"]


def test_the_texts_are_in_the_wanted_language(argmap: Run, tmp_path: Path) -> None:
    argmap("export", CORPUS, "-f", "markdown", "-o", tmp_path / "car.md", "--lang", "ru")
    assert "Закрывать ли Остров" in (tmp_path / "car.md").read_text("utf-8")


def test_annotations_with_errors_are_told_and_the_rest_is_written(argmap: Run, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("argmap: 1\nclaims:\n  a: {text: A., supports: b}\n  c: {text: C.}\n", "utf-8")
    ran = argmap("export", tmp_path / "a.yaml", "-f", "aif", "-o", tmp_path / "a.json")
    assert ran.status == 1
    assert "AM201" in ran.err
    assert len(json.loads((tmp_path / "a.json").read_text("utf-8"))["nodes"]) == 2


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("mermaidd", "did you mean 'mermaid'?"),
        ("microtexts", "can be read, but not written"),
    ],
)
def test_a_format_that_cannot_be_written_is_misuse(argmap: Run, tmp_path: Path, name: str, message: str) -> None:
    ran = argmap("export", CORPUS, "-f", name, "-o", tmp_path / "x")
    assert ran.status == 2
    assert message in ran.err
