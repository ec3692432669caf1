import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

CLEAN = "argmap: 1\nclaims: {slow: Japan is slow.}\n"
WARNING = "argmap: 1\nclaims:\n  slow: {text: Japan is slow., supports: late}\n  late: {text: Japan is late., supports: slow}\n"
ERROR = "argmap: 1\nclaims:\n  slow: {text: Japan is slow., supports: late}\n"
NOTE = "argmap: 1\nsource: {title: The summit, file: gone.txt}\n"


@pytest.fixture
def files(folder: Path) -> Path:
    for name, text in (("clean", CLEAN), ("warning", WARNING), ("error", ERROR), ("note", NOTE)):
        (folder / f"{name}.yaml").write_text(text)
    return folder


@pytest.mark.usefixtures("files")
@pytest.mark.parametrize(
    ("name", "status", "strict_status"),
    [("clean", 0, 0), ("note", 0, 0), ("warning", 0, 1), ("error", 1, 1), ("gone", 1, 1)],
)
def test_the_exit_status_tells_errors_and_with_strict_warnings(name: str, status: int, strict_status: int, argmap: Run) -> None:
    assert argmap("check", f"{name}.yaml").status == status
    assert argmap("check", "--strict", f"{name}.yaml").status == strict_status


@pytest.mark.usefixtures("files")
def test_the_last_line_says_what_was_looked_at_and_what_was_found(argmap: Run) -> None:
    looked_at = "4 files, 4 claims, 0 evidence, 2 arguments, 0 statements"
    assert argmap("check", ".").out.splitlines()[-1] == f"{looked_at}: 1 error, 1 warning, 1 note"
    assert argmap("check", "clean.yaml").out == "1 file, 1 claim, 0 evidence, 0 arguments, 0 statements: no errors\n"


def test_quotes_are_counted(argmap: Run, folder: Path) -> None:
    statement = "{by: a, claim: c, stance: for, quote: [Japan, lagging behind]}"
    article = (
        "argmap: 1\nsource: {title: T, file: article.txt}\nactors: {a: Anna}\nclaims: {c: So.}\nstatements: [" + statement + "]\n"
    )
    (folder / "article.yaml").write_text(article)
    assert "1 statement, 2 quotes not checked: 1 note\n" in argmap("check", ".").out
    (folder / "article.txt").write_text("Japan is slow, he said; one could say it is lagging behind.")
    assert "1 statement, all 2 quotes found: no errors\n" in argmap("check", ".").out
    (folder / "article.txt").write_text("Japan is slow, he said.")
    assert "1 statement, 1 of 2 quotes found: 1 error\n" in argmap("check", ".").out
    (folder / "other.yaml").write_text(article.replace("article.txt", "gone.txt").replace("title", "id: other, title"))
    assert "2 statements, 1 of 4 quotes found, 2 not checked: 1 error, 2 notes\n" in argmap("check", ".").out


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("the article.txt", 'hint: `argmap new "the article.txt" -o "the article.yaml"` starts the annotation of a text'),
        ("https://example.org/article", "hint: addresses are not read: open it in a browser, and save or copy the article"),
        ("map.svg", "hint: a file to write is named with -o: -o map.svg"),
        ("-", "hint: standard input is not read: save it to a file, and give that"),
    ],
)
def test_what_is_given_in_place_of_an_annotation_is_recognised(name: str, says: str, argmap: Run, folder: Path) -> None:
    (folder / "the article.txt").write_text("Japan is slow: so it seems.\n")
    ran = argmap("check", name)
    assert ran.status == 1
    assert says in ran.out
    assert ran.out.count("AM") == 1


@pytest.mark.usefixtures("files")
def test_concise_is_one_line_a_finding(argmap: Run) -> None:
    assert argmap("check", "-f", "concise", "error.yaml", "gone.yaml").out.splitlines() == [
        "error.yaml:3:42: error[AM201] claim 'slow' supports unknown claim 'late'",
        "gone.yaml:1:1: error[AM001] there is no such file",
        "",
        "1 file, 1 claim, 0 evidence, 0 arguments, 0 statements: 2 errors",
    ]


def test_where_there_are_many_findings_it_is_said_how_to_see_them_at_a_glance(argmap: Run, folder: Path) -> None:
    (folder / "many.yaml").write_text(
        "argmap: 1\nclaims:\n" + "".join(f"  c{n}: {{text: A., supports: gone}}\n" for n in range(21))
    )
    assert argmap("check", ".").out.splitlines()[-1].startswith("-f concise shows each in one line")
    assert argmap("check", ".", "-f", "concise").out.splitlines()[-1].endswith("21 errors")


@pytest.mark.usefixtures("files")
def test_json_is_a_list_of_findings_and_nothing_else(argmap: Run) -> None:
    (finding,) = json.loads(argmap("check", "-f", "json", "error.yaml").out)
    assert finding == {
        "code": "AM201",
        "name": "unknown-reference",
        "severity": "error",
        "message": "claim 'slow' supports unknown claim 'late'",
        "hint": "define it under `claims:`, or include the codebook that does",
        "file": "error.yaml",
        "line": 3,
        "column": 42,
        "end_line": 3,
        "end_column": 46,
        "related": [],
    }
    assert argmap("check", "-f", "json", "clean.yaml").out == "[]\n"


@pytest.mark.usefixtures("files")
def test_github_gets_workflow_commands(argmap: Run) -> None:
    hint = "define it under `claims:`, or include the codebook that does"
    other_hint = "its quotes are not checked; give the folder of the text with --sources FOLDER"
    error = "file=error.yaml,line=3,col=42,endLine=3,endColumn=46,title=AM201 unknown-reference"
    note = "file=note.yaml,line=2,col=35,endLine=2,endColumn=43,title=AM304 text-missing"
    assert argmap("check", "-f", "github", "error.yaml", "note.yaml").out.splitlines() == [
        f"::error {error}::claim 'slow' supports unknown claim 'late'%0Ahint: {hint}",
        f"::notice {note}::the text 'gone.txt' is not on this machine%0Ahint: {other_hint}",
    ]


def test_nothing_in_a_file_can_forge_a_workflow_command_or_steer_the_terminal(argmap: Run, folder: Path) -> None:
    odd = "%\r\n::error file=x,line=1::forged\x1b[31m\u202e"
    (folder / "odd.yaml").write_text(json.dumps({"argmap": "1", "claims": {odd: "A text."}, odd: "x"}, ensure_ascii=True))
    github = argmap("check", "-f", "github", ".").out
    assert [line.partition(" ")[0] for line in github.splitlines()] == ["::error"] * github.count("::error file=odd.yaml")
    for form in ("full", "concise", "github"):
        out = argmap("check", "-f", form, ".").out
        assert "\x1b" not in out
        assert "\r" not in out
        assert "\u202e" not in out


@pytest.mark.usefixtures("files")
@pytest.mark.parametrize(
    "arguments", [[], ["-f", "xml", "clean.yaml"], ["--sources", "nowhere", "clean.yaml"], ["--odd", "clean.yaml"]]
)
def test_misuse_has_its_own_status_and_prints_how_it_is_meant(arguments: list[str], argmap: Run) -> None:
    ran = argmap("check", *arguments)
    assert ran.status == 2
    assert "Usage: argmap check" in ran.err


@pytest.mark.usefixtures("checkout")
def test_the_annotations_of_the_project_are_clean(argmap: Run) -> None:
    ran = argmap("check", "--strict", "annotations")
    assert ran.status == 0
    assert "error" not in ran.out.replace("no errors", "")
    assert "warning" not in ran.out
