"""What is written where, and what is said where that was left out: alike in all commands."""

from pathlib import Path
from typing import Final

import pytest

from tests.cli.conftest import Run

ARTICLE: Final = """\
argmap: 1
language: ru
source: {title: Саммит, file: article.txt}
actors: {anna: Анна Иванова, boris: Борис}
claims: {rain: Идёт дождь.}
statements: [{by: anna, claim: rain, stance: for}, {by: boris, claim: rain, stance: against}]
"""

WRITING: Final = (["render", "-f", "json"], ["compare", "-f", "csv"], ["network", "-f", "csv"], ["export", "-f", "csv"])


@pytest.fixture
def article(folder: Path) -> Path:
    (folder / "article.txt").write_text("Идёт дождь.", "utf-8")
    path = folder / "article.yaml"
    path.write_text(ARTICLE, "utf-8")
    return path


@pytest.mark.parametrize(
    ("command", "says"),
    [
        (["check"], "Missing argument 'PATH...'. Name annotation files, or a folder of them: article.yaml, or annotations/."),
        (["new"], "Missing argument 'TEXT...'. Name the article, a plain text file: article.txt."),
        (["import"], "Name files of other programs, or a folder of them: debate.json."),
        (["import", "."], "Name the annotation to write, -o debate.yaml, or a folder for several, -o debates/."),
        (["network", "a.yaml"], "Name the file of the network: -o net.graphml, or .csv, .svg, .html."),
        (["build", "a.yaml"], "Name the folder of the site: -o site/."),
        (["export", "a.yaml"], "Name one: -f csv, xlsx, argdown, aif, graphml, …; `argmap formats` lists them all."),
        (["export", "a.yaml", "-f", "csv"], "Name the file: -o statements.csv; `-` is standard output."),
    ],
)
def test_what_is_missing_is_shown_by_an_example(command: list[str], says: str, argmap: Run) -> None:
    ran = argmap(*command)
    assert ran.status == 2
    assert says in ran.err


@pytest.mark.usefixtures("article")
@pytest.mark.parametrize("command", [["render", "-f", "json"], ["compare", "-f", "csv"], ["network", "-f", "csv"]])
def test_no_file_is_written_under_the_name_of_a_folder(command: list[str], argmap: Run, folder: Path) -> None:
    ran = argmap(command[0], "article.yaml", *command[1:], "-o", "out/")
    assert (ran.status, "'out/' is a folder; give the name of a file in it." in ran.err) == (2, True)
    assert not (folder / "out").exists()


@pytest.mark.usefixtures("article")
@pytest.mark.parametrize(
    ("command", "suffixes"), [("compare", "html svg csv json"), ("network", "graphml csv"), ("render", "svg dot")]
)
def test_several_files_are_written_at_once(command: str, suffixes: str, argmap: Run, folder: Path) -> None:
    names = [f"out.{suffix}" for suffix in suffixes.split()]
    ran = argmap(command, "article.yaml", *(part for name in names for part in ("-o", name)))
    assert ran.status == 0
    assert [line.partition(":")[0] for line in ran.err.splitlines()] == [f"wrote {name}" for name in names]
    assert all((folder / name).stat().st_size for name in names)


@pytest.mark.usefixtures("article")
@pytest.mark.parametrize("command", [["render", "-o", "new/deep/a.json"], ["export", "-f", "csv", "-o", "new/deep/a.csv"]])
def test_a_folder_that_is_not_there_is_made_and_that_is_said(command: list[str], argmap: Run, folder: Path) -> None:
    ran = argmap(command[0], "article.yaml", *command[1:])
    assert ran.status == 0
    assert ran.err.startswith("made the folder new/deep\n")
    assert (folder / command[-1]).exists()


@pytest.mark.parametrize("over", ["article.yaml", "./article.yaml", "article.txt"])
@pytest.mark.parametrize(
    "command", [["render", "-f", "json"], ["compare", "-f", "csv"], ["network", "-f", "csv"], ["export", "-f", "csv"]]
)
def test_nothing_is_written_over_what_was_read(command: list[str], over: str, argmap: Run, article: Path) -> None:
    before = (article.read_bytes(), article.with_suffix(".txt").read_bytes())
    ran = argmap(command[0], "article.yaml", *command[1:], "-o", over)
    assert ran.status == 2
    assert f"{over!r} was read, and would be lost; give another name with -o." in ran.err
    assert (article.read_bytes(), article.with_suffix(".txt").read_bytes()) == before


@pytest.mark.parametrize("command", [["render", "-f", "json"], ["export", "-f", "markdown"], ["compare", "-f", "csv"]])
@pytest.mark.parametrize("kept", ["texts/article.md", "texts/deeper/article.md"])
def test_nothing_is_written_over_a_text_that_is_kept_apart(command: list[str], kept: str, argmap: Run, article: Path) -> None:
    text = article.parent / kept
    text.parent.mkdir(parents=True)
    text.write_text("Идёт дождь.", "utf-8")
    article.write_text(ARTICLE.replace("file: article.txt", "file: deeper/article.md"), "utf-8")
    ran = argmap(command[0], "article.yaml", "--sources", "texts", *command[1:], "-o", kept)
    assert ran.status == 2
    assert f"{kept!r} was read, and would be lost; give another name with -o." in ran.err
    assert text.read_text("utf-8") == "Идёт дождь."


@pytest.mark.parametrize("command", WRITING)
def test_nothing_is_written_over_what_was_read_through_a_link(command: list[str], argmap: Run, article: Path) -> None:
    before = article.read_bytes()
    (article.parent / "map.out").symlink_to(article.name)
    (article.parent / "text.out").symlink_to("article.txt")
    (article.parent / "given.yaml").symlink_to(article.name)
    for given, over in (("article.yaml", "map.out"), ("given.yaml", "article.yaml"), ("given.yaml", "text.out")):
        ran = argmap(command[0], given, *command[1:], "-o", over)
        assert (ran.status, f"{over!r} was read, and would be lost" in ran.err) == (2, True)
    assert article.read_bytes() == before
    assert article.with_suffix(".txt").read_text("utf-8") == "Идёт дождь."


def test_nothing_is_written_over_a_text_whose_name_a_file_in_a_folder_would_get(argmap: Run, article: Path) -> None:
    text = article.with_name("map.md")
    text.write_text("Идёт дождь.", "utf-8")
    article.write_text(ARTICLE.replace("file: article.txt", "file: map.md"), "utf-8")
    ran = argmap("export", "article.yaml", "-f", "markdown", "-o", "./")
    assert ran.status == 2
    assert "'map.md' was read, and would be lost; give another name with -o." in ran.err
    assert text.read_text("utf-8") == "Идёт дождь."


@pytest.mark.usefixtures("article")
@pytest.mark.parametrize(
    "command", [["render", "-f", "json"], ["compare", "-f", "csv"], ["network", "-f", "csv"], ["export", "-f", "csv"]]
)
def test_a_language_that_no_text_is_in_is_told_and_the_others_are_named(command: list[str], argmap: Run) -> None:
    told = "no text is in 'fr'; there is ru\n"
    assert told in argmap(command[0], "article.yaml", *command[1:], "-o", "-", "--lang", "fr").err
    assert "no text" not in argmap(command[0], "article.yaml", *command[1:], "-o", "-", "--lang", "ru-RU").err


@pytest.mark.usefixtures("article")
def test_an_actor_can_be_named_as_readers_know_it(argmap: Run) -> None:
    by_id = argmap("render", "article.yaml", "-o", "-", "-f", "json", "--actor", "anna")
    assert argmap("render", "article.yaml", "-o", "-", "-f", "json", "--actor", "анна иванова") == by_id
    assert "Did you mean 'anna' (Анна Иванова)?" in argmap("compare", "article.yaml", "--actors", "Иванова", "boris").err
