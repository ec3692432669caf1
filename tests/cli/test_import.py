"""`argmap import`: what is written where, what is told, and what is refused."""

import os
import re
import shutil
from pathlib import Path

import pytest

from argmap.api import load
from argmap.diagnostics import Severity
from tests.cli.conftest import Run
from tests.formats.corpora import SAMPLES

AIF = SAMPLES / "aif" / "shops.json"


def test_a_file_becomes_an_annotation_that_passes_the_checks_and_the_sums_are_told(argmap: Run, tmp_path: Path) -> None:
    ran = argmap("import", AIF, "-o", tmp_path / "shops.yaml", "--language", "en")
    assert ran.status == 0
    assert "1 file: 6 claims, 1 support, 1 attack, 1 undercut, 3 statements, 2 actors" in ran.out
    assert "argmap check: 4 warnings" in ran.out
    annotated = load(tmp_path / "shops.yaml")
    assert annotated.diagnostics_of({Severity.ERROR}) == ()
    assert (tmp_path / "shops.yaml").read_text("utf-8").startswith("argmap: 1\nlanguage: en\n")


def test_a_folder_of_several_formats_is_read_whole_and_what_is_none_is_told(argmap: Run, tmp_path: Path) -> None:
    for name in ("aif", "microtexts", "brat"):
        shutil.copytree(SAMPLES / name, tmp_path / "in" / name)
    (tmp_path / "in" / "LICENSE").write_text("All rights.", "utf-8")
    ran = argmap("import", tmp_path / "in", "-o", tmp_path / "out")
    assert ran.status == 0
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "essay01.txt",
        "essay01.yaml",
        "shops.yaml",
        "trams.txt",
        "trams.yaml",
    ]
    assert ran.err.count("passed over") == 1
    assert "LICENSE: its format is not known" in ran.err


def test_what_was_changed_and_lost_is_told_with_counts(argmap: Run, tmp_path: Path) -> None:
    source = tmp_path / "map.json"
    source.write_text('{"nodes": [{"nodeID": 1, "type": "I", "text": "a"}], "edges": [{"fromID": 1, "toID": 9}]}', "utf-8")
    ran = argmap("import", source, "-o", tmp_path / "map.yaml")
    assert "changed   1 × nodes whose id" in ran.out
    assert "not kept  1 × edges to or from nodes that are not there (1 → 9)" in ran.out


def test_the_text_beside_a_given_file_is_taken_along(argmap: Run, tmp_path: Path) -> None:
    ran = argmap("import", SAMPLES / "brat" / "essay01.ann", "-o", tmp_path)
    assert ran.status == 0
    assert "the language of the texts is not told; by their words it is en; --language says another" in ran.err
    assert (tmp_path / "essay01.txt").exists()


def test_one_annotation_may_go_to_standard_output_and_all_else_to_standard_error(argmap: Run) -> None:
    ran = argmap("import", AIF, "-o", "-")
    assert ran.status == 0
    assert ran.err.startswith("read AIF")
    assert ran.out.startswith("argmap: 1\n")


def test_several_annotations_need_a_folder(argmap: Run, tmp_path: Path) -> None:
    ran = argmap("import", SAMPLES / "sadface", "-o", tmp_path / "one.yaml")
    assert ran.status == 2
    assert "There are 2 annotations to write; name a folder with -o." in ran.err
    assert list(tmp_path.iterdir()) == []


def test_what_is_there_is_not_replaced_unless_that_is_wanted(argmap: Run, tmp_path: Path) -> None:
    target = tmp_path / "shops.yaml"
    target.write_text("mine", "utf-8")
    ran = argmap("import", AIF, "-o", target)
    assert ran.status == 2
    assert "would be replaced; give another place with -o, or --force" in ran.err
    assert target.read_text("utf-8") == "mine"
    assert argmap("import", AIF, "-o", target, "--force").status == 0
    assert target.read_text("utf-8") != "mine"


def test_a_broken_file_among_others_is_an_error_and_the_others_are_written(argmap: Run, tmp_path: Path) -> None:
    shutil.copy(AIF, tmp_path / "good.json")
    (tmp_path / "cut.json").write_bytes(AIF.read_bytes()[:900])
    ran = argmap("import", tmp_path, "-o", tmp_path / "out")
    assert ran.status == 1
    assert re.search(r"cut\.json:\d+: this is not JSON", ran.err)
    assert "(is the file cut off?)" in ran.err
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["good.yaml"]


def test_a_broken_format_does_not_take_another_along(argmap: Run, tmp_path: Path) -> None:
    shutil.copytree(SAMPLES / "brat", tmp_path / "in")
    (tmp_path / "in" / "cut.json").write_bytes(AIF.read_bytes()[:900])
    ran = argmap("import", tmp_path / "in", "-o", tmp_path / "out")
    assert ran.status == 1
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["essay01.txt", "essay01.yaml"]


def test_files_of_no_known_format_are_an_error(argmap: Run, tmp_path: Path) -> None:
    (tmp_path / "photo.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0")
    ran = argmap("import", tmp_path / "photo.png", "-o", tmp_path / "out")
    assert ran.status == 1
    assert "there is no file of a known format" in ran.err
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("name", ["a.csv", "a.yaml", "a.xlsx", "a.txt"])
def test_an_empty_file_is_told_to_be_empty(argmap: Run, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"\xef\xbb\xbf\n")
    assert f"{name}: there is nothing in it\n" in argmap("import", tmp_path / name, "-o", tmp_path / "out").err


def test_what_is_an_annotation_already_or_an_article_is_told_what_to_type_instead(argmap: Run, tmp_path: Path) -> None:
    folder = tmp_path / "my rents"
    folder.mkdir()
    article, annotation, page = folder / "rents.txt", folder / "rents.yaml", folder / "page.txt"
    article.write_text("Rents rise. Nobody builds, says the guild.\n", "utf-8")
    annotation.write_text("# of rents\nargmap: 1\nclaims:\n  a: Rents rise.\n", "utf-8")
    page.write_text("<html>", "utf-8")
    ran = argmap("import", article, annotation, page, "-o", tmp_path / "out")
    assert ran.status == 1
    new = f'`argmap new "{article.as_posix()}" -o "{annotation.as_posix()}"` starts its annotation'
    assert f"passed over {article.as_posix()}: its format is not known; if it is the text of an article, {new}\n" in ran.err
    drawing = annotation.with_suffix(".svg").as_posix()
    told = f'`argmap check "{annotation.as_posix()}"` checks it, `argmap render "{annotation.as_posix()}" -o "{drawing}"` draws it'
    assert f"passed over {annotation.as_posix()}: it is an annotation already: {told}\n" in ran.err
    assert f"passed over {page.as_posix()}: its format is not known\n" in ran.err


def test_a_format_that_is_named_is_taken_at_its_word(argmap: Run, tmp_path: Path) -> None:
    (tmp_path / "map.json").write_text('{"nodes": [], "edges": [1]}', "utf-8")
    assert argmap("import", tmp_path / "map.json", "-o", tmp_path / "a.yaml", "--from", "aif").status == 0
    ran = argmap("import", tmp_path / "map.json", "-o", tmp_path / "b.yaml", "--from", "microtexts")
    assert ran.status == 1
    assert "map.json:1: this is not XML" in ran.err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--from", "aiff"), "there is no format 'aiff' (did you mean 'aif'?)"),
        (("--language", "english"), "'english' is no language tag"),
        (("--column", "person"), "write it as ROLE=NAME"),
    ],
)
def test_a_slip_on_the_command_line_is_misuse(argmap: Run, tmp_path: Path, arguments: tuple[str, ...], message: str) -> None:
    ran = argmap("import", AIF, "-o", tmp_path / "x.yaml", *arguments)
    assert ran.status == 2
    assert message in ran.err


def test_a_format_that_can_only_be_written_says_so(argmap: Run, tmp_path: Path) -> None:
    ran = argmap("import", AIF, "-o", tmp_path / "x.yaml", "--from", "mermaid")
    assert ran.status == 1
    assert "can be written, but not read" in ran.err


def test_a_file_of_three_hundred_megabytes_is_refused_without_being_read(argmap: Run, tmp_path: Path) -> None:
    with (tmp_path / "huge.json").open("wb") as file:
        file.truncate(300 * 1024 * 1024)
    ran = argmap("import", tmp_path / "huge.json", "-o", tmp_path / "x.yaml")
    assert ran.status == 2
    assert "it has 300 MiB; at most 256 are read" in ran.err


def test_a_map_of_a_hundred_megabytes_is_refused_before_it_is_parsed(argmap: Run, tmp_path: Path) -> None:
    (tmp_path / "huge.json").write_bytes(b'{"nodes": [], "edges": [], "locutions": []}' + b" " * (100 * 1024 * 1024))
    ran = argmap("import", tmp_path / "huge.json", "-o", tmp_path / "x.yaml")
    assert ran.status == 1
    assert "it has 100 MiB; of AIF (AIFdb JSON) at most 64 are read (split it)" in ran.err


def test_links_that_lead_out_of_the_folder_and_hidden_files_are_passed_over(argmap: Run, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    shutil.copy(AIF, tmp_path / "in" / "good.json")
    shutil.copy(AIF, tmp_path / "in" / ".hidden.json")
    shutil.copy(AIF, tmp_path / "secret.json")
    (tmp_path / "in" / "link.json").symlink_to(tmp_path / "secret.json")
    ran = argmap("import", tmp_path / "in", "-o", tmp_path / "out")
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["good.yaml"]
    assert "link.json: a link that leads out of the folder" in ran.err


def test_a_pipe_is_no_file(argmap: Run, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.json")
    ran = argmap("import", tmp_path / "pipe.json", "-o", tmp_path / "x.yaml")
    assert ran.status == 2
    assert "not a file" in ran.err


def test_no_name_in_a_file_leads_out_of_the_folder(argmap: Run, tmp_path: Path) -> None:
    folder = tmp_path / "in" / "a..b"
    folder.mkdir(parents=True)
    shutil.copy(AIF, folder / "x..%2f..\\evil.json")
    argmap("import", tmp_path / "in", "-o", tmp_path / "out")
    assert [path.name for path in tmp_path.iterdir() if path.name not in {"in", "out"}] == []
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["evil.yaml"]


def test_a_table_that_a_russian_spreadsheet_saved_is_read_once_its_encoding_is_said(argmap: Run, tmp_path: Path) -> None:
    table = "Дата;Документ;Спикер;Тезис;Согласие;Цитата\r\n10.12.2025;Саммит;Мария Линд;Налог нужен.;против;мы за это\r\n"
    (tmp_path / "table.csv").write_bytes(table.encode("windows-1251"))
    refused = argmap("import", tmp_path / "table.csv", "-o", tmp_path / "table.yaml")
    assert refused.status == 1
    assert "it is not in UTF-8; if it is a text, say in which encoding: --encoding windows-1251" in refused.err
    ran = argmap("import", tmp_path / "table.csv", "-o", tmp_path / "table.yaml", "--encoding", "windows-1251", "--language", "ru")
    assert ran.status == 0
    assert "1 claim, 0 supports, 0 attacks, 0 undercuts, 1 statement, 1 actor" in ran.out
    assert "    stance: against\n    quote: мы за это\n" in (tmp_path / "table.yaml").read_text("utf-8")


def test_an_unknown_encoding_is_misuse(argmap: Run, tmp_path: Path) -> None:
    ran = argmap("import", AIF, "-o", tmp_path / "x.yaml", "--encoding", "windows-12510")
    assert ran.status == 2
    assert "'windows-12510' is no encoding of texts" in ran.err


def test_a_spreadsheet_of_another_kind_is_to_be_saved_as_a_workbook(argmap: Run, tmp_path: Path) -> None:
    for name, data in (
        ("old.xls", b"\xd0\xcf\x11\xe0" + bytes(500)),
        ("locked.xlsx", b"\xd0\xcf\x11\xe0"),
        ("calc.ods", b"PK\3\4"),
    ):
        (tmp_path / name).write_bytes(data)
        ran = argmap("import", tmp_path / name, "-o", tmp_path / "table.yaml")
        assert f"{name}: this kind of spreadsheet is not read; save it as .xlsx, without a password" in ran.err
        ran = argmap("import", tmp_path / name, "-o", tmp_path / "table.yaml", "--from", "xlsx")
        assert (ran.status, "save it as .xlsx" in ran.err or "no zip file" in ran.err) == (1, True)


def test_a_table_with_heads_of_its_own_is_told_what_to_type(argmap: Run, tmp_path: Path) -> None:
    (tmp_path / "table.csv").write_text("Orator,Point\nAnn,It rains.\n", "utf-8")
    ran = argmap("import", tmp_path / "table.csv", "-o", tmp_path / "table.yaml")
    assert "if a row is a statement: --from csv --column person=NAME --column concept=NAME" in ran.err
    ran = argmap("import", tmp_path / "table.csv", "-o", tmp_path / "table.yaml", "--from", "csv", "--column", "person=Orator")
    assert "there is no column of the concept (say which: --column concept=NAME; it has 'Orator', 'Point'; in a head" in ran.err


def test_a_text_beside_a_file_is_never_read_for_itself(argmap: Run, tmp_path: Path) -> None:
    (tmp_path / "rents.csv").write_text("person,concept\nAnn,It rains.\n", "utf-8")
    shutil.copy(SAMPLES / "kialo" / "rents.txt", tmp_path)
    ran = argmap("import", tmp_path / "rents.csv", "-o", tmp_path / "out.yaml")
    assert ran.status == 0
    assert "Kialo" not in ran.out + ran.err


def test_a_quotation_mark_that_is_never_closed_does_not_swallow_the_rest_of_a_table(argmap: Run, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text('person,concept\nAnn,It rains.\nBob,"It snows.\n' + "Eve,It hails.\n" * 9, "utf-8")
    ran = argmap("import", tmp_path / "t.csv", "-o", tmp_path / "t.yaml")
    assert ran.status == 1
    assert "t.csv:3: a cell begins with a quotation mark and goes on to the end of the file" in ran.err


def test_a_foreign_file_is_never_overwritten_by_what_it_becomes(argmap: Run, tmp_path: Path) -> None:
    source = tmp_path / "garden.yml"
    shutil.copy(SAMPLES / "carneades" / "garden.yml", source)
    (tmp_path / "link.yaml").symlink_to(source)
    for target in (source, tmp_path / "link.yaml"):
        ran = argmap("import", source, "-o", target, "--force")
        assert ran.status == 2
        assert f"{target.as_posix()} was read, and would be lost; give another place with -o." in ran.err
    assert source.read_bytes() == (SAMPLES / "carneades" / "garden.yml").read_bytes()


def test_a_text_that_lies_where_it_is_imported_to_stays_in_its_encoding(argmap: Run, tmp_path: Path) -> None:
    shutil.copytree(SAMPLES / "brat", tmp_path, dirs_exist_ok=True)
    text = tmp_path / "essay01.txt"
    before = text.stat().st_ino
    assert argmap("import", tmp_path / "essay01.ann", "-o", tmp_path).status == 0
    assert text.stat().st_ino == before
    old = text.read_text("utf-8").replace("a", "ä", 1).encode("latin-1")
    text.write_bytes(old)
    ran = argmap("import", tmp_path / "essay01.ann", "-o", tmp_path, "--encoding", "latin-1", "--force")
    assert (ran.status, "essay01.txt was read, and would be lost" in ran.err) == (2, True)
    assert text.read_bytes() == old


def test_nothing_is_written_through_a_link_that_leads_to_nothing(argmap: Run, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "essay01.txt").symlink_to(tmp_path / "elsewhere.txt")
    ran = argmap("import", SAMPLES / "brat", "-o", tmp_path / "out")
    assert (ran.status, "essay01.txt would be replaced" in ran.err) == (2, True)
    assert not (tmp_path / "elsewhere.txt").exists()
