import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from argmap.cli.anchors import command

CORPUS = Path(__file__).parents[2] / "annotations" / "car-free-centre"


@pytest.fixture
def damaged(tmp_path: Path) -> Path:
    """The car-free corpus with a slip in one long quote."""
    folder = tmp_path / "car-free-centre"
    shutil.copytree(CORPUS, folder)
    path = folder / "plan-announced.yaml"
    text = path.read_text("utf-8")
    assert "for sixty years we have used it as a cupboard" in text
    path.write_text(
        text.replace("for sixty years we have used it as a cupboard", "for sixty years we had used it as cupboard"), "utf-8"
    )
    return folder


def test_every_quote_is_listed_in_the_order_of_the_files_with_its_place() -> None:
    result = CliRunner().invoke(command, [str(CORPUS), "-f", "json"])
    records = json.loads(result.stdout)
    assert result.exit_code == 0
    assert all(record["way"] == "exact" and 0 <= record["start"] < record["end"] for record in records)
    first = records[0]
    text = (CORPUS / "plan-announced.txt").read_text("utf-8")
    assert text[first["start"] : first["end"]] == "private cars will have no business on them"
    assert set(first) == {"statement", "source", "start", "end", "way", "score"}


def test_without_yes_the_difference_is_shown_and_nothing_is_written(damaged: Path) -> None:
    before = (damaged / "plan-announced.yaml").read_bytes()
    result = CliRunner().invoke(command, [str(damaged), "--fix"])
    assert "-    quote: A street is a room of the city, and for sixty years we had used it as cupboard" in result.stdout
    assert "+    quote: A street is a room of the city, and for sixty years we have used it as a cupboard" in result.stdout
    assert "add --yes" in result.stderr
    assert (damaged / "plan-announced.yaml").read_bytes() == before


def test_with_yes_the_file_is_as_it_was_before_the_slip(damaged: Path) -> None:
    result = CliRunner().invoke(command, [str(damaged), "--fix", "--yes"])
    assert result.exit_code == 0, result.output
    assert (damaged / "plan-announced.yaml").read_bytes() == (CORPUS / "plan-announced.yaml").read_bytes()


def test_a_quote_that_is_refused_has_no_place_and_the_exit_status_says_so(damaged: Path) -> None:
    path = damaged / "plan-announced.yaml"
    path.write_text(path.read_text("utf-8").replace("the limit is the law", "no such words"), "utf-8")
    result = CliRunner().invoke(command, [str(damaged), "-f", "json"])
    refused = [record for record in json.loads(result.stdout) if record["start"] is None]
    assert result.exit_code == 1
    assert [record["end"] for record in refused] == [None]


def test_quotes_that_cannot_be_placed_are_counted_where_others_are_put_right(damaged: Path) -> None:
    path = damaged / "plan-announced.yaml"
    path.write_text(path.read_text("utf-8").replace("the limit is the law", "the limits are the law"), "utf-8")
    result = CliRunner().invoke(command, [str(damaged), "--fix"])
    assert "1 quote could not be placed, left as written; `argmap check` says what is nearest\n" in result.stderr


@pytest.mark.parametrize("options", [[], ["--fix"]])
def test_where_the_text_is_not_there_it_is_said_what_to_give(damaged: Path, options: list[str]) -> None:
    (damaged / "plan-announced.txt").unlink()
    result = CliRunner().invoke(command, [str(damaged / "plan-announced.yaml"), *options])
    assert result.exit_code == 0
    assert "quotes not looked for; give the folder of the text with --sources FOLDER\n" in result.stderr


def test_a_file_that_was_not_given_is_not_written_to(damaged: Path, tmp_path: Path) -> None:
    path = damaged / "plan-announced.yaml"
    before = path.read_bytes()
    given = tmp_path / "given.yaml"
    given.write_text("argmap: 1\ninclude: [car-free-centre/plan-announced.yaml]\nclaims: {a: A}\n", "utf-8")
    result = CliRunner().invoke(command, [str(given), "--fix", "--yes"])
    assert "only codebooks can be included" in result.stderr
    assert path.read_bytes() == before
    assert CliRunner().invoke(command, [str(damaged), "--fix", "--yes"]).exit_code == 0
    assert path.read_bytes() != before
