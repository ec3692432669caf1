from pathlib import Path

import pytest
from click.testing import CliRunner

from argmap.cli.build import command
from tests.corpora import ANNOTATIONS

JAPAN = str(ANNOTATIONS / "japan-central-asia.yaml")


def test_a_site_is_built_told_and_built_again_without_writing(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    first = CliRunner().invoke(command, [JAPAN, "-o", str(folder), "--lang", "ru"])
    assert first.exit_code == 0, first.output
    assert "53 pages; 53 written" in first.output
    assert "Токио" in (folder / "index.html").read_text("utf-8")
    again = CliRunner().invoke(command, [JAPAN, "-o", str(folder), "--lang", "ru"])
    assert "53 unchanged" in again.output


def test_a_folder_that_is_not_ours_is_refused_with_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "thesis.doc").write_text("years of work")
    result = CliRunner().invoke(command, [JAPAN, "-o", str(tmp_path)])
    assert result.exit_code == 2
    assert "Name an empty or a new one" in result.output
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.doc"]


@pytest.mark.parametrize("text", ["argmap: 1\n", "claims: ["])
def test_without_a_claim_nothing_is_written(tmp_path: Path, text: str) -> None:
    (tmp_path / "empty.yaml").write_text(text)
    result = CliRunner().invoke(command, [str(tmp_path / "empty.yaml"), "-o", str(tmp_path / "site")])
    assert result.exit_code == 1
    assert not (tmp_path / "site").exists()


def test_an_error_in_the_annotations_is_told_and_the_rest_is_built(tmp_path: Path) -> None:
    lines = (
        "argmap: 1",
        "language: en",
        "source:",
        "  title: A note",
        "claims:",
        "  c:",
        "    text: All is well.",
        "    supports: nothing",
    )
    (tmp_path / "note.yaml").write_text("\n".join(lines) + "\n")
    result = CliRunner().invoke(command, [str(tmp_path / "note.yaml"), "-o", str(tmp_path / "site")])
    assert result.exit_code == 1
    assert "may be missing" in result.output
    assert (tmp_path / "site" / "claims").is_dir()
