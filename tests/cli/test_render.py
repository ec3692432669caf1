import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

ARTICLE = """\
argmap: 1
source: {title: The summit, tags: [tokyo]}
actors: {satpaev: Dosym Satpayev, panfilova: Victoria Panfilova}
questions: {standing: What is Japan's standing?, change: What will change?}
claims:
  slow: {text: {en: Japan is slow., ru: Япония медлит.}, answers: standing, tags: [pace]}
  late: {text: Japan came late., supports: slow}
  more: {text: There will be more visits., answers: change}
statements:
  - {by: satpaev, claim: slow, stance: for}
  - {by: satpaev, claim: late, stance: for}
  - {by: panfilova, claim: more, stance: for}
"""


@pytest.fixture
def article(folder: Path) -> Path:
    path = folder / "article.yaml"
    path.write_text(ARTICLE)
    return path


def claims_of(path: Path) -> set[str]:
    return {claim["id"].partition("/")[2] for claim in json.loads(path.read_text())["claims"]}


@pytest.mark.usefixtures("article")
@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("m.svg", "<?xml"),
        ("m.html", "<!DOCTYPE html>"),
        ("m.htm", "<!DOCTYPE html>"),
        ("m.json", "{"),
        ("m.dot", "digraph"),
        ("m.gv", "digraph"),
    ],
)
def test_the_suffix_names_the_format(name: str, begins: str, argmap: Run, folder: Path) -> None:
    ran = argmap("render", "article.yaml", "-o", name)
    assert (ran.status, ran.out) == (0, "")
    assert ran.err == f"wrote {name}: 3 claims, 0 evidence, 1 argument\n"
    assert begins.casefold() in (folder / name).read_text()[:40].casefold()


@pytest.mark.usefixtures("article")
def test_a_format_can_be_named_and_a_dash_is_standard_output(argmap: Run, folder: Path) -> None:
    printed = argmap("render", "article.yaml", "-o", "-", "-f", "json")
    assert printed.err == ""
    argmap("render", "article.yaml", "-o", "map.txt", "-f", "json")
    assert (folder / "map.txt").read_text() == printed.out


@pytest.mark.usefixtures("article")
def test_several_maps_are_written_at_once(argmap: Run, folder: Path) -> None:
    assert argmap("render", "article.yaml", "-o", "a.svg", "-o", "b.json").status == 0
    assert (folder / "a.svg").exists()
    assert claims_of(folder / "b.json") == {"slow", "late", "more"}


@pytest.mark.usefixtures("article")
@pytest.mark.parametrize(
    ("options", "shown"),
    [
        (["--question", "standing"], {"slow", "late"}),
        (["--question", "article/change"], {"more"}),
        (["--question", "standing", "--question", "change"], {"slow", "late", "more"}),
        (["--actor", "panfilova"], {"more"}),
        (["--tag", "pace"], {"slow", "late"}),
        (["--tag", "tokyo"], {"slow", "late", "more"}),
        (["--question", "standing", "--depth", "0"], {"slow"}),
        (["--question", "standing", "--actor", "panfilova"], set()),
    ],
)
def test_options_narrow_down_what_is_shown(options: list[str], shown: set[str], argmap: Run, folder: Path) -> None:
    assert argmap("render", "article.yaml", "-o", "map.json", *options).status == 0
    assert claims_of(folder / "map.json") == shown


@pytest.mark.usefixtures("article")
@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["-o", "map.svg", "--actor", "satpayev"], "Unknown actor 'satpayev'. Did you mean 'satpaev'?"),
        (["-o", "map.svg", "--question", "why"], "Unknown question 'why'. There are change, standing."),
        (["-o", "map.svg", "--tag", "paces"], "Nothing bears the tag 'paces'. Did you mean 'pace'?"),
        (["-o", "map.svg", "--tag", "x"], "Nothing bears the tag 'x'. Tags in use: pace, tokyo."),
        (
            ["-o", "map.pdf"],
            "'map.pdf': the format is named by the suffix (.svg, .html, .json, .dot, .png), or with -f. For a PDF write .html and",
        ),
        (["-o", "map"], "'map': the format is named by the suffix (.svg, .html, .json, .dot, .png), or with -f."),
        (["-o", "-"], "Say which format standard output gets: -f svg, html, json, dot or png."),
        (["-o", ".", "-f", "svg"], "'.' is a folder; give the name of a file in it."),
        (["-o", "map.svg", "--depth", "-1"], "Invalid value for '--depth'"),
        (["-o", "map.svg", "--engine", "neato"], "Invalid value for '--engine'"),
        (["-o", "map.svg", "--actor", "Dosym"], "Unknown actor 'Dosym'. Did you mean 'satpaev' (Dosym Satpayev)?"),
        (["-o", "map.svg", "--lang", "Russian!"], "'Russian!' is no language tag; write one such as en, ru or pt-BR."),
        (["-o", "article.yaml", "-f", "svg"], "'article.yaml' was read, and would be lost; give another name with -o."),
        (["-o", "article.yaml/map.svg"], "'article.yaml' cannot be a folder: a file of that name is there."),
        ([], "Missing option '-o' / '--output'. Name the file of the map: -o map.svg, or .html, .json, .dot, .png."),
    ],
)
def test_misuse_says_what_to_type(options: list[str], says: str, argmap: Run) -> None:
    ran = argmap("render", "article.yaml", *options)
    assert ran.status == 2
    assert says in " ".join(ran.err.split())


@pytest.mark.usefixtures("article")
def test_a_language_can_be_chosen_and_missing_texts_fall_back(argmap: Run) -> None:
    russian = argmap("render", "article.yaml", "-o", "-", "-f", "svg", "--lang", "ru").out
    assert "Япония" in russian
    assert "visits" in russian
    assert "Japan is slow" not in russian


def test_what_is_wrong_is_told_and_the_rest_is_drawn(argmap: Run, article: Path, folder: Path) -> None:
    article.write_text(ARTICLE.replace("supports: slow", "supports: slwo"))
    ran = argmap("render", "article.yaml", "-o", "map.json")
    assert ran.status == 1
    assert "error[AM201]" in ran.err
    assert ran.err.endswith("wrote map.json: 3 claims, 0 evidence, 0 arguments (1 error: what they concern may be missing)\n")
    assert claims_of(folder / "map.json") == {"slow", "late", "more"}


def test_questions_that_nothing_answers_yet_are_drawn(argmap: Run, folder: Path) -> None:
    (folder / "plan.yaml").write_text("argmap: 1\nquestions: {why: Why now?}\n")
    assert argmap("render", "plan.yaml", "-o", "map.svg").status == 0
    assert "Why now?" in (folder / "map.svg").read_text(encoding="utf-8")


def test_where_there_is_no_claim_nothing_is_written(argmap: Run, folder: Path) -> None:
    (folder / "empty.yaml").write_text("argmap: 1\n")
    ran = argmap("render", "empty.yaml", "-o", "map.svg")
    assert ran.status == 1
    assert ran.err == "argmap: there is no claim to draw; `argmap check` says what is there\n"
    assert not (folder / "map.svg").exists()


def test_readings_that_are_drawn_together_are_told(argmap: Run, folder: Path) -> None:
    for name in ("anna", "boris"):
        text = (
            f"argmap: 1\nsource: {{id: hearing, title: A hearing}}\nannotator: {{id: {name}}}\nclaims: {{{name}-s: It is late.}}\n"
        )
        (folder / f"hearing.{name}.yaml").write_text(text, "utf-8")
    told = "hearing: what anna and boris read is drawn together; for one reading alone name its files"
    assert told in argmap("render", ".", "-o", "map.svg").err.splitlines()
    assert told not in argmap("render", "hearing.anna.yaml", "-o", "map.svg").err


@pytest.mark.usefixtures("article")
def test_a_file_that_cannot_be_written_is_named(argmap: Run) -> None:
    ran = argmap("render", "article.yaml", "-o", "/proc/map.svg")
    assert ran.status == 1
    assert ran.err.startswith("argmap: cannot read or write '/proc/map.svg': ")
