"""`argmap formats`: the table, one row of it in full, and the page of the documentation."""

from argmap.formats.table import FORMATS
from tests.cli.conftest import ROOT, Run
from tests.formats.corpora import SAMPLES


def test_every_format_is_listed_with_what_can_be_done(argmap: Run) -> None:
    ran = argmap("formats")
    assert ran.status == 0
    for one in FORMATS:
        (line,) = (line for line in ran.out.splitlines() if line.split()[:1] == [one.name])
        assert ("reads" in line, "writes" in line) == (one.read is not None, one.write is not None)


def test_one_format_is_told_in_full(argmap: Run) -> None:
    ran = argmap("formats", "aif")
    assert "a CA that leads to another inference is an undercut" in ran.out
    assert "- edges to or from nodes that are not there" in ran.out


def test_an_unknown_format_is_misuse_with_a_guess(argmap: Run) -> None:
    ran = argmap("formats", "sadfac")
    assert ran.status == 2
    assert "did you mean 'sadface'?" in ran.err


def test_the_page_of_the_documentation_is_what_the_table_says(argmap: Run) -> None:
    page = (ROOT / "docs" / "formats.md").read_text("utf-8")
    assert argmap("formats", "--markdown").out == page, "run: argmap formats --markdown > docs/formats.md"


def test_every_row_has_a_sample_that_is_read_or_a_golden_file_that_is_written() -> None:
    for one in FORMATS:
        if one.read is not None:
            assert any((SAMPLES / one.name).iterdir()), one.name  # read, broken and round-tripped by tests/formats
        else:
            assert (ROOT / "tests" / "golden" / "formats" / f"ferry{one.suffix}").exists(), one.name
