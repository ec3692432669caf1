"""docs/format.md tells all of the format, and its examples are right."""

import re
from enum import StrEnum
from pathlib import Path

import pytest
import yaml
from pydantic import BaseModel

from argmap import model, words
from argmap.api import load, loads
from argmap.diagnostics import Severity, TextFile
from argmap.reading.shape import shape
from argmap.reading.values import parse
from argmap.writing.style import FIELDS

PAGE = (Path(__file__).parents[2] / "docs" / "format.md").read_text("utf-8")
SECTIONS = dict(re.findall(r"^## (.+?)\n(.*?)(?=^## |\Z)", PAGE, re.DOTALL | re.MULTILINE))
EXAMPLES = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
WHOLE = [example for example in EXAMPLES if example.startswith("argmap:")]
FILES = {example.split()[1]: example for example in EXAMPLES if example.startswith("# ")}
PARTS = [example for example in EXAMPLES if example not in WHOLE and example not in FILES.values()]
HEADINGS = {
    model.AnnotationFile: "The file",
    model.Annotator: "annotator",
    model.Source: "source",
    model.Actor: "actors",
    model.Question: "questions",
    model.Claim: "claims",
    model.Evidence: "evidence",
    model.Cite: "cites",
    model.Argument: "arguments",
    model.Statement: "statements",
    model.Selector: "quotes",
}


def rows(section: str) -> set[str]:
    return set(re.findall(r"^\| `([^`]+)` \|", SECTIONS[section], re.MULTILINE))


@pytest.mark.parametrize("entry", FIELDS, ids=lambda entry: entry.__name__)
def test_every_field_of_an_entry_has_its_row_and_no_row_is_made_up(entry: type[BaseModel]) -> None:
    assert rows(HEADINGS[entry]) == set(entry.model_fields) - {"tags", "note"}


def test_what_every_entry_may_have_is_told_once() -> None:
    assert rows("What holds everywhere") == {*model.Entry.model_fields, "x-…"}


@pytest.mark.parametrize(
    ("section", "known"),
    [
        ("actors", words.ActorKind),
        ("questions", words.QuestionKind),
        ("claims", words.ClaimKind),
        ("evidence", words.EvidenceKind),
        ("statements", words.Stance),
        ("statements", words.Speech),
        ("statements", words.Certainty),
        ("statements", words.Confidence),
        ("statements", words.Act),
    ],
)
def test_every_word_that_a_field_may_hold_is_named(section: str, known: type[StrEnum]) -> None:
    assert [word for word in known if f"`{word}`" not in SECTIONS[section]] == []


@pytest.mark.parametrize("example", PARTS, ids=lambda example: example.split("\n")[1].strip())
def test_a_part_of_a_file_has_the_right_shape(example: str) -> None:
    file = TextFile("format.md", f"argmap: 1\n{example}")
    parsed = parse(file)
    assert [one.finding for one in (*parsed.diagnostics, *shape(file, parsed).diagnostics)] == []


@pytest.mark.parametrize("example", WHOLE)
def test_a_whole_file_has_neither_errors_nor_warnings(example: str) -> None:
    assert [one.finding for one in loads(example).diagnostics_of({Severity.ERROR, Severity.WARNING})] == []


def test_the_files_that_belong_together_check_together(tmp_path: Path) -> None:
    assert set(FILES) == {"codebook.yaml", "plan-announced.yaml", "after-the-trial.boris.yaml"}
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, "utf-8")
    annotated = load(tmp_path)
    assert [one.finding for one in annotated.diagnostics_of({Severity.ERROR, Severity.WARNING})] == []
    assert len(annotated.graph.statements) == 2


def test_every_link_leads_to_a_heading() -> None:
    anchors = {re.sub(r"[^\w -]", "", name).lower().replace(" ", "-") for name in SECTIONS}
    assert set(re.findall(r"\]\(#([^)]+)\)", PAGE)) <= anchors


TRAPS = re.findall(r"^\| `(\w+: [^|]*)` \|[^|]*\| `(.*)` \|$", SECTIONS["What YAML may do to you"], re.MULTILINE)


@pytest.mark.parametrize(("left", "right"), TRAPS)
def test_what_is_to_be_written_instead_of_a_trap_is_read_as_it_is_meant(left: str, right: str) -> None:
    assert _as_others_read(right) == {left.partition(": ")[0]: left.partition(": ")[2]}
    assert _as_others_read(left) != _as_others_read(right)


def _as_others_read(text: str) -> object:
    try:
        return yaml.safe_load(text)
    except yaml.YAMLError:
        return None
