"""Files and folders as they really are: links, pipes, missing rights, odd names; each is read or told."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from argmap.api import AnnotatedCorpus, load, render

NOBODY = 65534
MINIMAL = "argmap: 1\nclaims:\n  slow: Japan is slow.\n"


def told(annotated: AnnotatedCorpus) -> list[tuple[str, str]]:
    return [(diagnostic.rule.code, diagnostic.finding.at.file) for diagnostic in annotated.diagnostics]


def write(path: Path, text: str = MINIMAL) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder `inside`, which is the working directory, with a secret beside it."""
    write(tmp_path / "secret.yaml", "argmap: 1\nactors: {spy: A Spy}\n")
    write(tmp_path / "secret.txt", "a secret")
    inside = tmp_path / "inside"
    inside.mkdir()
    monkeypatch.chdir(inside)
    return inside


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every user may enter, unlike pytest's own."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    for path in folder.rglob("*"):
        path.chmod(0o755)
    shutil.rmtree(folder)


@contextmanager
def without_privileges() -> Iterator[None]:
    """Act as a user who owns nothing: root may read everything."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


def test_every_annotation_below_a_folder_is_read_and_nothing_else(folder: Path) -> None:
    for name in (
        "b.yaml",
        "a.yml",
        "deep/er/c.yaml",
        ".hidden.yaml",
        ".git/d.yaml",
        "node_modules/e.yaml",
        "f.yaml~",
        "g.txt",
        "h.YAML.bak",
    ):
        write(folder / name)
    annotated = load(".")
    assert [file.name for file in annotated.files] == ["a.yml", "b.yaml", "deep/er/c.yaml"]
    assert annotated.diagnostics == ()


def test_a_file_that_is_given_twice_is_read_once(folder: Path) -> None:
    write(folder / "a.yaml")
    assert len(load([".", "a.yaml", folder / "a.yaml", "../inside"]).files) == 1


def test_a_broken_file_does_not_stop_the_others(folder: Path) -> None:
    write(folder / "a.yaml", "argmap: 1\nclaims: {")
    write(folder / "b.yaml")
    annotated = load([".", "gone.yaml"])
    assert list(annotated.graph.claims) == ["b/slow"]
    assert told(annotated) == [("AM003", "a.yaml"), ("AM001", "gone.yaml")]


@pytest.mark.parametrize(
    "name", ["with space.yaml", "ж.yaml", "'quoted'.yaml", "line\nbreak.yaml", "a:b.yaml", "-x.yaml", "%s{0}.yaml", "\udcff.yaml"]
)
def test_a_file_may_have_any_name(folder: Path, name: str) -> None:
    write(folder / name, "argmap: 1\nclaims: {slow: Japan is slow., late: ''}\n")
    annotated = load(".")
    assert told(annotated) == [("AM108", name)]
    assert "Japan is slow." in render(annotated, "json")


def test_a_name_that_no_file_can_have_is_told(folder: Path) -> None:
    assert [code for code, _ in told(load(["a\0b", "n" * 5_000]))] == ["AM001", "AM001"]
    assert folder.exists()


def test_a_link_out_of_the_folder_is_refused_and_a_link_inside_it_is_followed(folder: Path) -> None:
    write(folder / "sub" / "real.yaml")
    (folder / "link.yaml").symlink_to("sub/real.yaml")
    (folder / "out.yaml").symlink_to("../secret.yaml")
    (folder / "outside").symlink_to("..")
    annotated = load(".")
    assert told(annotated) == [("AM014", "out.yaml"), ("AM014", "outside")]
    assert list(annotated.graph.actors) == []
    assert len(annotated.files) == 1


def test_a_link_to_itself_is_told(folder: Path) -> None:
    (folder / "loop.yaml").symlink_to("loop.yaml")
    assert [code for code, _ in told(load("loop.yaml"))] == ["AM001"]
    assert [code for code, _ in told(load("."))] == ["AM001"]


@pytest.mark.parametrize(
    "path", ["../secret.yaml", "{outside}/secret.yaml", "link/secret.yaml", "link.yaml", "sub/../../secret.yaml"]
)
def test_no_include_leads_out(folder: Path, path: str) -> None:
    (folder / "link").symlink_to("..")
    (folder / "link.yaml").symlink_to("../secret.yaml")
    (folder / "sub").mkdir()
    write(folder / "a.yaml", f"argmap: 1\ninclude: ['{path.format(outside=folder.parent)}']\n")
    annotated = load("a.yaml")
    assert told(annotated) == [("AM014", "a.yaml")]
    assert list(annotated.graph.actors) == []


@pytest.mark.parametrize("path", ["../secret.txt", "{outside}/secret.txt", "link/secret.txt", "link.txt", "sub/../../secret.txt"])
def test_no_text_leads_out(folder: Path, path: str) -> None:
    (folder / "link").symlink_to("..")
    (folder / "link.txt").symlink_to("../secret.txt")
    (folder / "sub").mkdir()
    write(folder / "a.yaml", f"argmap: 1\nsource: {{title: T, file: '{path.format(outside=folder.parent)}'}}\n")
    (folder / "texts").mkdir()
    for sources in ([], ["texts"]):
        annotated = load("a.yaml", sources)
        assert told(annotated) == [("AM014", "a.yaml")]
        assert annotated.provenance.texts == {}


def test_a_folder_of_texts_gives_its_texts_and_no_others(folder: Path) -> None:
    texts = folder.parent / "texts"
    write(texts / "article.txt", "Japan is slow.")
    (texts / "link.txt").symlink_to("../secret.txt")
    write(folder / "a.yaml", "argmap: 1\nsource: {title: T, file: somewhere/article.txt}\n")
    write(folder / "b.yaml", "argmap: 1\nsource: {title: T, file: link.txt}\n")
    write(folder / "c.yaml", "argmap: 1\nsource: {title: T, file: ../texts/../secret.txt}\n")
    annotated = load(".", [texts])
    assert {name: file.text for name, file in annotated.provenance.texts.items()} == {"a": "Japan is slow."}
    assert told(annotated) == [("AM304", "b.yaml"), ("AM014", "c.yaml")]


def test_pipes_devices_and_folders_are_no_files(folder: Path) -> None:
    os.mkfifo(folder / "pipe.yaml")
    (folder / "folder.yaml").mkdir()
    write(folder / "a.yaml", "argmap: 1\nsource: {title: T, file: folder.yaml}\n")
    assert told(load([".", "/dev/zero"])) == [("AM001", "/dev/zero"), ("AM307", "a.yaml"), ("AM001", "pipe.yaml")]


def test_what_may_not_be_read_is_told_and_the_rest_is_read(open_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(open_folder / "a.yaml", "argmap: 1\ninclude: [closed.yaml]\nclaims: {slow: {text: Slow., supports: late}}\n")
    write(open_folder / "b.yaml", "argmap: 1\nsource: {title: T, file: closed.txt}\n")
    closed = (
        write(open_folder / "closed.yaml"),
        write(open_folder / "closed.txt"),
        write(open_folder / "closed" / "c.yaml").parent,
    )
    monkeypatch.chdir(open_folder)
    assert load(".").diagnostics  # what is imported late is imported while that is allowed
    for path in closed:
        path.chmod(0)
    with without_privileges():
        annotated = load(".")
        diagnostics = told(annotated)
    assert diagnostics == [("AM307", "b.yaml"), ("AM001", "closed"), ("AM001", "closed.yaml")]
    assert {diagnostic.finding.message for diagnostic in annotated.diagnostics} == {
        "cannot be opened: Permission denied",
        "the text 'closed.txt' cannot be read: cannot be opened: Permission denied",
    }
    assert list(annotated.graph.claims) == ["a/slow"]


def test_two_folders_may_hold_files_of_the_same_names(folder: Path) -> None:
    for name in ("one", "two"):
        write(folder / name / "codebook.yaml", f"argmap: 1\nactors: {{who: The voice of {name}}}\n")
        write(
            folder / name / "article.yaml",
            "argmap: 1\ninclude: codebook.yaml\nsource: {title: T, author: who}\nannotator: {id: " + name + "}\n",
        )
    annotated = load(["two", "one"])
    assert annotated.diagnostics == ()
    assert [source.author for source in annotated.graph.sources.values()] == [("one.codebook/who",), ("two.codebook/who",)]
    assert render(annotated, "json") == render(load(["one", "two"]), "json") == render(load("."), "json")


def test_what_is_included_by_many_is_read_once_and_seen_by_all(folder: Path) -> None:
    write(folder / "book" / "codebook.yaml", "argmap: 1\ninclude: words.yaml\nactors: {who: Somebody}\n")
    write(folder / "book" / "words.yaml", "argmap: 1\nclaims: {slow: Japan is slow.}\n")
    for name in ("a", "b"):
        statement = "{by: who, claim: slow, stance: for}"
        write(folder / f"{name}.yaml", f"argmap: 1\ninclude: book/codebook.yaml\nsource: {{title: T}}\nstatements: [{statement}]\n")
    annotated = load(["a.yaml", "b.yaml"])
    assert annotated.diagnostics == ()
    assert len(annotated.files) == 4
    assert {statement.target for statement in annotated.graph.statements.values()} == {"words/slow"}


def test_another_programs_file_is_passed_over_in_a_folder_and_read_where_it_is_named(folder: Path) -> None:
    write(folder / "a.yaml", MINIMAL.replace("claims", "include: [mkdocs.yml]\nclaims"))
    write(folder / "mkdocs.yml", "site_name: Harbour\n")
    assert ("AM102", "mkdocs.yml") in told(load("."))
    assert ("AM017", ".") not in told(load("."))
    assert ("AM101", "mkdocs.yml") in told(load("mkdocs.yml"))
    write(folder / "a.yaml")
    assert told(load([".", "a.yaml"])) == [("AM017", ".")]


def test_the_text_of_a_source_can_have_a_name_that_no_file_can_have(folder: Path) -> None:
    write(folder / "a.yaml", f"argmap: 1\nsource: {{title: The summit, file: {'n' * 300}}}\n")
    assert told(load("a.yaml")) == [("AM304", "a.yaml")]
