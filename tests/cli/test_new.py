from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from argmap.api import load
from argmap.cli.new import command

TEXT = "Rents rise again\n14.06.2025\nThe tenants of the town are angry."


def run(*arguments: object) -> Result:
    return CliRunner().invoke(command, [str(argument) for argument in arguments])


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "rents.txt").write_text(TEXT, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_an_annotation_beside_its_text_checks_without_any_finding(folder: Path) -> None:
    result = run("rents.txt", "-o", "rents.yaml")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "wrote rents.yaml; when it is filled in: argmap check rents.yaml\n"
    annotated = load(folder / "rents.yaml")
    assert annotated.diagnostics == ()
    assert annotated.provenance.texts["rents"].text == TEXT


def test_without_a_name_it_goes_to_standard_output(folder: Path) -> None:
    result = run("rents.txt")
    assert result.exit_code == 0
    assert "  title: Rents rise again\n" in result.stdout
    assert "  file: rents.txt\n" in result.stdout
    assert [path.name for path in folder.iterdir()] == ["rents.txt"]


@pytest.mark.usefixtures("folder")
def test_the_folder_is_made_and_the_way_back_to_a_text_elsewhere_is_told() -> None:
    result = run("rents.txt", "-o", "annotations/2025/rents.yaml")
    assert result.exit_code == 0
    assert result.stderr == (
        "made the folder annotations/2025\n"
        "wrote annotations/2025/rents.yaml; when it is filled in: argmap check annotations/2025/rents.yaml --sources .\n"
    )
    assert load("annotations/2025/rents.yaml", ["."]).diagnostics == ()


def test_an_annotation_is_not_overwritten_unless_that_is_asked_for(folder: Path) -> None:
    (folder / "rents.yaml").write_text("argmap: 1\n", "utf-8")
    result = run("rents.txt", "-o", "rents.yaml")
    assert result.exit_code == 1
    assert result.stderr == "argmap: 'rents.yaml' is there already; --force overwrites it\n"
    assert (folder / "rents.yaml").read_text("utf-8") == "argmap: 1\n"
    assert run("rents.txt", "-o", "rents.yaml", "--force").exit_code == 0
    assert "sha256" in (folder / "rents.yaml").read_text("utf-8")


def test_several_texts_make_an_annotation_each_in_a_folder(folder: Path) -> None:
    (folder / "more.txt").write_text("More\n", "utf-8")
    assert run("rents.txt", "more.txt", "-o", "all/").exit_code == 0
    assert sorted(path.name for path in (folder / "all").iterdir()) == ["more.yaml", "rents.yaml"]
    result = run("rents.txt", "more.txt", "-o", "one.yaml")
    assert result.exit_code == 2
    assert "-o FOLDER/" in result.stderr


def test_an_old_encoding_is_taken_when_it_is_named_and_never_guessed(folder: Path) -> None:
    (folder / "old.txt").write_bytes("Аренда растёт".encode("cp1251"))
    result = run("old.txt")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "it is not UTF-8; save it as UTF-8, or name its encoding: --encoding windows-1251\n" in result.stderr
    result = run("old.txt", "--encoding", "windows-1251")
    assert result.exit_code == 0
    assert "  title: Аренда растёт\n" in result.stdout
    assert "  encoding: windows-1251\n" in result.stdout
    assert run("old.txt", "--encoding", "windows-1251x").exit_code == 2


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b" \n\n", "is empty"),
        (b"\0\1\2", "is no text file"),
        (
            b"%PDF-1.7\n\xd0",
            "is a PDF file: save the article as plain text in UTF-8 (.txt), or copy it into an editor and save that",
        ),
        (b"PK\x03\x04\xff", "is a file of Word, LibreOffice or the like, or an archive: save the article as plain text"),
        (b"{\\rtf1\\ansi Rents}", "is an RTF file: save the article as plain text"),
        (b"<!DOCTYPE html>\n<html><body>So.</body></html>", "is a web page (HTML)"),
        (None, "there is no such file"),
    ],
)
def test_what_is_no_text_is_told(folder: Path, data: bytes | None, words: str) -> None:
    if data is not None:
        (folder / "a.txt").write_bytes(data)
    result = run("a.txt", "-o", "a.yaml")
    assert result.exit_code == 1
    assert words in result.stderr
    assert not (folder / "a.yaml").exists()


def test_annotator_and_codebook_are_written_into_every_new_annotation_of_a_folder(folder: Path) -> None:
    (folder / "codebook.yaml").write_text("argmap: 1\n", "utf-8")
    (folder / "more.txt").write_text("More\n", "utf-8")
    assert run("rents.txt", "more.txt", "-o", "./", "--annotator", "boris", "--include", "codebook.yaml").exit_code == 0
    assert sorted(path.name for path in folder.glob("*.boris.yaml")) == ["more.boris.yaml", "rents.boris.yaml"]
    annotated = load(folder)
    assert annotated.diagnostics == ()
    assert [document.includes for document in annotated.corpus.documents if document.model.source] == [("codebook.yaml",)] * 2
    assert {source.annotator and source.annotator.id for source in annotated.graph.sources.values()} == {"boris"}


def test_a_text_is_never_overwritten_by_its_annotation(folder: Path) -> None:
    assert run("rents.txt", "-o", "rents.txt", "--force").exit_code == 1
    assert (folder / "rents.txt").read_text("utf-8") == TEXT


def test_who_annotates_besides_somebody_else_is_taken_from_the_name_of_the_file(folder: Path) -> None:
    for name, title in (("rents.yaml", "anna"), ("rents.boris.yaml", None)):
        assert run("rents.txt", "-o", name).exit_code == 0
        text = (folder / name).read_text("utf-8")
        if title:
            (folder / name).write_text(text.replace("# annotator: {id: anna}", "annotator: {id: anna}"), "utf-8")
    annotated = load(folder)
    assert annotated.diagnostics == ()
    assert [source.annotator and source.annotator.id for source in annotated.graph.sources.values()] == ["anna", "boris"]


def test_two_texts_of_one_name_are_not_written_over_each_other(folder: Path) -> None:
    (folder / "rents.md").write_text("Rents fall again\n", "utf-8")
    result = run("rents.txt", "rents.md", "-o", "all/", "--force")
    assert result.exit_code == 2
    assert "'rents.txt' and 'rents.md' would both be written to 'all/rents.yaml'; start them one by one." in result.stderr
    assert not (folder / "all").exists()


def test_a_codebook_is_never_overwritten_by_an_annotation_that_includes_it(folder: Path) -> None:
    (folder / "codebook.yaml").write_text("argmap: 1\n", "utf-8")
    result = run("rents.txt", "--include", "codebook.yaml", "-o", "./codebook.yaml", "--force")
    assert (result.exit_code, result.stderr) == (1, "argmap: 'codebook.yaml' is there already; it is the codebook\n")
    assert (folder / "codebook.yaml").read_text("utf-8") == "argmap: 1\n"
