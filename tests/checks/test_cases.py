"""Every code: what it catches, what it lets pass, and what an analyst reads when it speaks.

A case is a file or a folder in `cases/`; its name begins with the code and ends in `fails` or `passes`. A failing case breaks this
one rule and no other, unless its first line says `# also: CODE`. What cannot be kept as a file, such as bytes that are no text, is
made here.
"""

import os
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final

import pytest

from argmap.api import AnnotatedCorpus, load
from argmap.checks.table import all_rules
from argmap.reading.files import MAX_BYTES
from argmap.rendering.diagnostics import render_diagnostics
from tests.conftest import Golden

CASES: Final = Path(__file__).parent / "cases"
FAILING: Final = tuple(sorted(path for path in CASES.iterdir() if path.stem.endswith("fails")))
PASSING: Final = tuple(sorted(path for path in CASES.iterdir() if path.stem.endswith("passes")))


def _folder_in_place_of_a_file(path: Path) -> None:
    path.with_name("codebook.yaml").mkdir()
    path.write_text("argmap: 1\ninclude: codebook.yaml\n")


def _too_large(path: Path) -> None:
    with path.open("wb") as file:
        file.write(b"argmap: 1\n")
        os.truncate(file.fileno(), MAX_BYTES + 1)


MADE: Final[Mapping[str, Callable[[Path], object]]] = MappingProxyType(
    {
        "AM001-mistyped-fails": lambda path: path.with_name("articel.yaml").write_text("argmap: 1\n"),
        "AM001-pipe-fails": os.mkfifo,
        "AM001-link-fails": lambda path: path.symlink_to("gone.yaml"),
        "AM002-fails": lambda path: path.write_bytes("argmap: 1\nclaims: {a: Япония}\n".encode("cp1251")),
        "AM002-utf-16-fails": lambda path: path.write_bytes("argmap: 1\n".encode("utf-16")),
        "AM007-fails": _too_large,
        "AM010-fails": lambda path: path.write_bytes(b"argmap: 1\nclaims: {slow: Japan is slow\0}\n"),
        "AM010-surrogate-fails": lambda path: path.write_bytes(b"argmap: 1\nclaims: {slow: Japan is slow\x07.}\n"),
        "AM012-folder-fails": _folder_in_place_of_a_file,
        "AM307-fails": lambda path: (
            path.write_text("argmap: 1\nsource: {title: Harbour, file: harbour.txt}\n"),
            path.with_name("harbour.txt").write_bytes("Порт и мель".encode("cp1251")),
        ),
        "AM307-declared-fails": lambda path: (
            path.write_text("argmap: 1\nsource: {title: Harbour, file: harbour.txt, encoding: ascii}\n"),
            path.with_name("harbour.txt").write_bytes("Порт и мель".encode("cp1251")),
        ),
        "AM307-page-fails": lambda path: (
            path.write_text("argmap: 1\nsource: {title: Harbour, file: harbour.html}\n"),
            path.with_name("harbour.html").write_text("<!-- saved -->\n<!DOCTYPE html><p>Harbour and shoal</p>\n"),
        ),
        "AM307-utf16-fails": lambda path: (
            path.write_text("argmap: 1\nsource: {title: Harbour, file: harbour.txt}\n"),
            path.with_name("harbour.txt").write_bytes("Harbour".encode("utf-16-le")),
        ),
        "AM001-passes": lambda path: path.write_text("argmap: 1\n"),
        "AM002-passes": lambda path: path.write_text("\ufeffargmap: 1\nclaims: {a: Япония}\n", encoding="utf-8"),
        "AM007-passes": lambda path: path.write_text(f"argmap: 1\nclaims: {{a: {'x' * 100_000}}}\n"),
    }
)
"""Name of a case → what makes `article.yaml` and the files beside it."""


def shown(annotated: AnnotatedCorpus) -> str:
    return render_diagnostics(annotated.diagnostics, annotated.files)


def codes(annotated: AnnotatedCorpus) -> set[str]:
    return {diagnostic.rule.code for diagnostic in annotated.diagnostics}


def expected(path: Path) -> set[str]:
    also = re.match(r"# also: (.*)", path.read_text(encoding="utf-8")) if path.is_file() else None
    return {path.name[:5], *(also[1].split(", ") if also else ())}


@pytest.fixture
def cases(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(CASES)


@pytest.fixture
def empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("cases")
@pytest.mark.parametrize("case", FAILING, ids=lambda path: path.stem)
def test_a_failing_case_breaks_its_rule_and_reads_like_this(case: Path, golden: Golden) -> None:
    annotated = load(case.name)
    golden.check(f"checks/{case.stem}.txt", shown(annotated))
    assert codes(annotated) == expected(case)


@pytest.mark.usefixtures("cases")
@pytest.mark.parametrize("case", PASSING, ids=lambda path: path.stem)
def test_a_passing_case_breaks_no_rule(case: Path) -> None:
    assert shown(load(case.name)) == ""


@pytest.mark.parametrize("name", [name for name in MADE if name.endswith("fails")])
def test_a_case_that_no_file_can_hold_breaks_its_rule_and_reads_like_this(name: str, empty_folder: Path, golden: Golden) -> None:
    MADE[name](empty_folder / "article.yaml")
    annotated = load("article.yaml")
    golden.check(f"checks/{name}.txt", shown(annotated))
    assert codes(annotated) == {name[:5]}


@pytest.mark.parametrize("name", [name for name in MADE if name.endswith("passes")])
def test_a_case_like_it_breaks_no_rule(name: str, empty_folder: Path) -> None:
    MADE[name](empty_folder / "article.yaml")
    assert shown(load("article.yaml")) == ""


def test_a_folder_without_annotations_is_told(empty_folder: Path, golden: Golden) -> None:
    (empty_folder / "articles").mkdir()
    (empty_folder / "articles" / "notes.txt").write_text("nothing")
    annotated = load("articles")
    golden.check("checks/AM011-fails.txt", shown(annotated))
    assert codes(annotated) == {"AM011"}
    (empty_folder / "articles" / "mkdocs.yml").write_text("site_name: Harbour\n")
    golden.check("checks/AM011-others-fails.txt", shown(load("articles")))
    (empty_folder / "articles" / "mkdocs.yml").unlink()
    (empty_folder / "articles" / "one.yml").write_text("argmap: 1\n")
    assert shown(load("articles")) == ""


def test_every_code_has_a_failing_and_a_passing_case() -> None:
    known = {rule.code for rule in all_rules()} - {"AM011"}  # a folder, in the test above
    names = [*(path.stem for path in (*FAILING, *PASSING)), *MADE]
    assert {name[:5] for name in names if name.endswith("fails")} == known
    assert {name[:5] for name in names if name.endswith("passes")} == known
