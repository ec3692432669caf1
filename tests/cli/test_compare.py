"""`argmap compare` and `argmap network`, as one types them."""

import csv
import io
import json
from pathlib import Path
from typing import Final

import networkx as nx
import pytest

from tests.cli.conftest import Run
from tests.conftest import Golden

JAPAN: Final = "annotations/japan-central-asia.yaml"
CENTRE: Final = "annotations/car-free-centre"

ALONE: Final = """\
argmap: 1
source: {title: Alone, date: 2025}
actors: {anna: Anna}
claims: {rain: It rains.}
statements: [{by: anna, claim: rain, stance: for, quote: it rains}]
"""


@pytest.fixture(autouse=True)
def _width(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("japan.ru", [JAPAN, "--lang", "ru"]),
        ("centre.en", [CENTRE, "--lang", "en"]),
        ("centre.question.ru", [CENTRE, "--lang", "ru", "--question", "close-centre", "--by", "affiliation"]),
        ("japan.facing.en", [JAPAN, "--actors", "satpaev", "japanese-media"]),
        ("centre.facing.ru", [CENTRE, "--actors", "transport-planner", "hauliers-secretary", "--lang", "ru"]),
    ],
)
def test_in_the_terminal_it_reads_like_this(argmap: Run, checkout: Path, golden: Golden, name: str, arguments: list[str]) -> None:
    del checkout
    ran = argmap("compare", *arguments)
    assert (ran.status, ran.err) == (0, "")
    golden.check(f"compare/{name}.txt", ran.out)


@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.parametrize("language", ["ru", "en"])
def test_no_line_is_wider_than_the_terminal_and_nothing_is_coloured_in_a_pipe(
    argmap: Run, checkout: Path, monkeypatch: pytest.MonkeyPatch, width: int, language: str
) -> None:
    del checkout
    monkeypatch.setenv("COLUMNS", str(width))
    for arguments in ([JAPAN], [CENTRE], [CENTRE, "--actors", "lab-head", "shopkeepers-chair"]):
        out = argmap("compare", *arguments, "--lang", language).out
        assert max(map(len, out.splitlines())) <= width
        assert "\x1b" not in out


def test_a_single_actor_makes_sense(argmap: Run, folder: Path) -> None:
    (folder / "alone.yaml").write_text(ALONE, encoding="utf-8")
    ran = argmap("compare", "alone.yaml")
    assert ran.status == 0
    assert "No two actors take a stance on the same claim" in ran.out


def test_of_a_small_debate_every_claim_and_every_actor_is_shown(argmap: Run, folder: Path) -> None:
    more = "{by: boris, claim: sun, stance: for}, {by: boris, claim: wind, stance: against}"
    (folder / "alone.yaml").write_text(
        ALONE.replace("{anna: Anna}", "{anna: Anna, boris: Boris}")
        .replace("{rain: It rains.}", "{rain: It rains., sun: The sun shines., wind: It is windy.}")
        .replace("it rains}]", f"it rains}}, {more}]"),
        encoding="utf-8",
    )
    out = argmap("compare", "alone.yaml").out
    assert "Too little in common for coalitions: no two actors are tied." in out
    rows = [" ".join(line.split()) for line in out.splitlines()]
    assert {"It rains. + ·", "The sun shines. · +", "It is windy. · −"} <= set(rows)


def test_a_name_of_several_lines_hangs_behind_its_letter(argmap: Run, folder: Path) -> None:
    name = "Interdepartmental Commission " * 4
    (folder / "alone.yaml").write_text(ALONE.replace("{anna: Anna}", f"{{anna: {name.strip()}}}"), encoding="utf-8")
    lines = argmap("compare", "alone.yaml").out.partition("Stances\n")[2].splitlines()
    assert lines[0].startswith("A Interdepartmental")
    assert lines[1].startswith("  ")


def test_json_and_csv_come_on_standard_output_or_in_a_file(argmap: Run, checkout: Path, tmp_path: Path) -> None:
    del checkout
    printed = argmap("compare", JAPAN, "-f", "json").out
    written = tmp_path / "compare.json"
    ran = argmap("compare", JAPAN, "-o", written)
    assert written.read_text("utf-8") == printed
    assert ran.err == f"wrote {written}: 5 actors, 36 claims, 41 stances\n"
    assert len(json.loads(printed)["actors"]) == 5
    rows = list(csv.DictReader(io.StringIO(argmap("compare", JAPAN, "-f", "csv", "--table", "agreement").out)))
    assert {row["enough"] for row in rows} == {"true", "false"}


def test_a_csv_file_begins_with_a_byte_order_mark_on_request(argmap: Run, checkout: Path, tmp_path: Path) -> None:
    del checkout
    argmap("compare", JAPAN, "-o", tmp_path / "plain.csv")
    argmap("compare", JAPAN, "-o", tmp_path / "marked.csv", "--bom")
    plain, marked = (tmp_path / "plain.csv").read_bytes(), (tmp_path / "marked.csv").read_bytes()
    assert marked == b"\xef\xbb\xbf" + plain


def test_a_page_is_written(argmap: Run, checkout: Path, tmp_path: Path) -> None:
    del checkout
    assert argmap("compare", CENTRE, "-o", tmp_path / "compare.html").status == 0
    assert (tmp_path / "compare.html").read_text("utf-8").startswith("<!doctype html>")


@pytest.mark.parametrize("suffix", ["graphml", "csv"])
@pytest.mark.parametrize("mode", ["congruence", "conflict", "subtract", "ignore", "affiliation", "concept"])
def test_networks_are_written(argmap: Run, checkout: Path, tmp_path: Path, mode: str, suffix: str) -> None:
    del checkout
    output = tmp_path / f"net.{suffix}"
    ran = argmap("network", CENTRE, "--mode", mode, "-o", output)
    assert ran.status == 0
    nodes, edges = (int(part.split()[0]) for part in ran.err.removeprefix(f"wrote {output}: ").split(", "))
    if suffix == "graphml":
        read = nx.read_graphml(output)
        assert (len(read.nodes), len(read.edges)) == (nodes, edges)
    else:
        assert len(output.read_text("utf-8").splitlines()) == edges + 1


@pytest.mark.parametrize("normalize", ["no", "average", "jaccard", "dna-cosine", "cosine"])
def test_every_normalisation_can_be_asked_for(argmap: Run, checkout: Path, normalize: str) -> None:
    del checkout
    assert argmap("network", CENTRE, "-o", "-", "-f", "csv", "--normalize", normalize).status == 0


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["compare", JAPAN, "--actors", "satpayev", "takaichi"], "Unknown actor 'satpayev'. Did you mean 'satpaev'?"),
        (["compare", JAPAN, "--actors", "satpaev", "satpaev"], "two different actors"),
        (["compare", JAPAN, "--actors", "satpaev", "takaichi", "-f", "json"], "--actors shows two actors for reading"),
        (["compare", JAPAN, "--question", "standin"], "Did you mean 'standing'?"),
        (["compare", CENTRE, "--annotator", "bori"], "Unknown annotator 'bori'. Did you mean 'boris'?"),
        (["compare", JAPAN, "--annotator", "boris"], "There are none"),
        (["compare", JAPAN, "--from", "2025-12", "--to", "2025-01"], "The period ends before it begins"),
        (["compare", JAPAN, "--from", "last week"], "'last week' is not a date"),
        (["compare", JAPAN, "-o", "compare.docx"], "the format is named by the suffix"),
        (["compare", JAPAN, "-o", "-"], "Say which format standard output gets"),
        (["network", JAPAN, "-o", "net.xlsx"], "the format is named by the suffix"),
        (["network", JAPAN, "-o", "-", "-f", "csv", "--normalize", "activity"], "not for the mode subtract"),
    ],
)
def test_what_makes_no_sense_is_refused_with_a_hint(argmap: Run, checkout: Path, arguments: list[str], message: str) -> None:
    del checkout
    ran = argmap(*arguments)
    assert ran.status == 2
    assert message in " ".join(ran.err.split())


@pytest.mark.parametrize("command", [["compare"], ["network", "-o", "-", "-f", "csv"]])
@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["annotations/car-free-centre/codebook.yaml"], "no statement takes a stance on a claim"),
        ([CENTRE, "--from", "2030"], "in this period; the sources are from 2025-02-18 to 2025-11-27"),
        (["nowhere"], "there is nothing to compare"),
    ],
)
def test_where_there_is_nothing_it_says_why(
    argmap: Run, checkout: Path, command: list[str], arguments: list[str], message: str
) -> None:
    del checkout
    ran = argmap(command[0], *arguments, *command[1:])
    assert ran.status == 1
    assert message in ran.err


def test_errors_in_annotations_are_told_and_the_rest_is_compared(argmap: Run, folder: Path) -> None:
    (folder / "faulty.yaml").write_text(ALONE.replace("quote: it rains}", "quote: it rains}, {by: ana, claim: rain, stance: for}"))
    ran = argmap("compare", "faulty.yaml", "-f", "csv")
    assert ran.status == 1
    assert "did you mean 'anna'" in ran.err
    assert len(ran.out.splitlines()) == 2


def test_of_actors_with_one_id_in_several_files_one_must_be_named(argmap: Run, folder: Path) -> None:
    for name in ("one", "two"):
        (folder / f"{name}.yaml").write_text(ALONE, encoding="utf-8")
    ran = argmap("compare", "one.yaml", "two.yaml", "--actors", "anna", "one/anna")
    assert ran.status == 2
    assert "one/anna, two/anna" in ran.err
    assert argmap("compare", "one.yaml", "two.yaml", "--actors", "one/anna", "two/anna").status == 0
