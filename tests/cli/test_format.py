import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from argmap.cli.format import command

STYLED = "argmap: 1\n\nclaims:\n  a: A  # so\n"
UNSTYLED = 'claims: {"a": A} # so\nargmap: 1\n'


def run(*arguments: object) -> Result:
    return CliRunner().invoke(command, [str(argument) for argument in arguments])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "styled.yaml").write_text(STYLED, "utf-8")
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "unstyled.yml").write_text(UNSTYLED, "utf-8")
    return tmp_path


def test_files_below_a_folder_are_rewritten_and_named(folder: Path) -> None:
    result = run(folder)
    assert result.exit_code == 0
    assert result.stdout == f"reformatted {folder}/sub/unstyled.yml\n1 file reformatted, 1 file left unchanged\n"
    assert (folder / "sub" / "unstyled.yml").read_text("utf-8") == "argmap: 1\n\nclaims:  # so\n  a: A\n"
    assert run(folder).stdout == "2 files left unchanged\n"


def test_with_check_nothing_is_written_and_what_would_change_is_named(folder: Path) -> None:
    result = run(folder, "--check")
    assert result.exit_code == 1
    assert result.stdout == f"would reformat {folder}/sub/unstyled.yml\n1 file would be reformatted, 1 file left unchanged\n"
    assert (folder / "sub" / "unstyled.yml").read_text("utf-8") == UNSTYLED
    assert run(folder / "styled.yaml", "--check").exit_code == 0


def test_with_diff_the_change_is_shown_and_nothing_is_written(folder: Path) -> None:
    result = run(folder, "--diff")
    assert result.exit_code == 0
    assert '-claims: {"a": A} # so\n' in result.stdout
    assert "+claims:  # so\n" in result.stdout
    assert (folder / "sub" / "unstyled.yml").read_text("utf-8") == UNSTYLED


def test_a_file_with_errors_is_left_alone_and_the_others_are_rewritten(folder: Path) -> None:
    (folder / "broken.yaml").write_text("argmap: 1\nclams: {a: A}\n", "utf-8")
    result = run(folder)
    assert result.exit_code == 1
    assert "error[AM102]" in result.stderr
    assert "clams: {a: A}" in result.stderr
    assert result.stdout.endswith("1 file reformatted, 1 file left unchanged, 1 file with errors\n")
    assert (folder / "broken.yaml").read_text("utf-8") == "argmap: 1\nclams: {a: A}\n"


def test_what_cannot_be_read_is_told(folder: Path) -> None:
    (folder / "latin.yaml").write_bytes(b"argmap: 1\n# caf\xe9\n")
    result = run(folder / "latin.yaml", folder / "nowhere.yaml")
    assert result.exit_code == 1
    assert "error[AM002]" in result.stderr
    assert "error[AM001]" in result.stderr


def test_a_file_that_is_given_twice_is_told_once(folder: Path) -> None:
    assert run(folder, folder / "styled.yaml").stdout.endswith("1 file reformatted, 1 file left unchanged\n")


def test_line_ends_stay_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "windows.yaml"
    path.write_bytes(UNSTYLED.replace("\n", "\r\n").encode())
    assert run(path).exit_code == 0
    assert path.read_bytes() == b"argmap: 1\r\n\r\nclaims:  # so\r\n  a: A\r\n"
    assert run(path, "--check").exit_code == 0


def test_other_programs_files_in_a_folder_are_passed_over(folder: Path) -> None:
    (folder / "mkdocs.yml").write_text("site_name: Harbour\n", "utf-8")
    assert run(folder).stdout.endswith("1 file left unchanged, 1 file passed over, being no annotation\n")
    assert run(folder / "mkdocs.yml").exit_code == 1


def test_a_file_that_may_not_be_written_to_does_not_keep_the_others_back(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "a.yaml").write_text(UNSTYLED, "utf-8")
    monkeypatch.setattr(os, "access", lambda path, _mode: Path(path).name != "a.yaml")
    result = run(folder)
    assert (result.exit_code, result.stderr) == (1, f"argmap: cannot write '{folder}/a.yaml': Permission denied\n")
    assert result.stdout.endswith("1 file reformatted, 1 file left unchanged, 1 file with errors\n")
    assert (folder / "a.yaml").read_text("utf-8") == UNSTYLED
