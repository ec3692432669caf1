import json
from itertools import islice
from pathlib import Path

import pytest

from argmap.site.folder import LIST, Done, FolderError, claim_folder, write_pages
from argmap.site.pages import Page

ONE = Page("index.html", "start")
TWO = Page("claims/a~b.html", "claim")


def build(folder: Path, *pages: Page) -> dict[str, Done]:
    known = claim_folder(folder, [page.path for page in pages])
    return dict(write_pages(folder, pages, known))


def test_only_pages_that_changed_are_written(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "site"
    assert build(folder, ONE, TWO) == {"index.html": Done.WRITTEN, "claims/a~b.html": Done.WRITTEN}
    before = (folder / "claims/a~b.html").stat()
    assert build(folder, Page("index.html", "new"), TWO) == {"index.html": Done.WRITTEN, "claims/a~b.html": Done.UNCHANGED}
    after = (folder / "claims/a~b.html").stat()
    assert (before.st_mtime_ns, before.st_ino) == (after.st_mtime_ns, after.st_ino)


def test_pages_that_no_longer_belong_are_removed_and_nothing_else_is(tmp_path: Path) -> None:
    build(tmp_path, ONE, TWO)
    (tmp_path / "notes.txt").write_text("mine")
    (tmp_path / "claims" / "mine.html").write_text("mine")
    assert build(tmp_path, ONE)["claims/a~b.html"] is Done.REMOVED
    assert (tmp_path / "notes.txt").read_text() == "mine"
    assert (tmp_path / "claims" / "mine.html").read_text() == "mine"


def test_an_empty_folder_of_ours_goes_with_its_last_page(tmp_path: Path) -> None:
    build(tmp_path, ONE, TWO)
    build(tmp_path, ONE)
    assert not (tmp_path / "claims").exists()


def test_a_folder_that_is_not_ours_and_not_empty_is_refused_untouched(tmp_path: Path) -> None:
    (tmp_path / "thesis.doc").write_text("years of work")
    with pytest.raises(FolderError, match="not empty"):
        build(tmp_path, ONE)
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.doc"]


def test_a_file_in_the_way_is_not_overwritten(tmp_path: Path) -> None:
    build(tmp_path, ONE)
    (tmp_path / "claims").mkdir()
    (tmp_path / "claims" / "a~b.html").write_text("mine")
    with pytest.raises(FolderError, match="in the way"):
        build(tmp_path, ONE, TWO)
    assert (tmp_path / "claims" / "a~b.html").read_text() == "mine"


def test_a_file_where_the_folder_should_be_is_refused(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("a file")
    with pytest.raises(FolderError, match="no folder"):
        build(tmp_path / "site", ONE)


def test_no_link_leads_out_of_the_folder(tmp_path: Path) -> None:
    site, elsewhere = tmp_path / "site", tmp_path / "elsewhere"
    elsewhere.mkdir()
    build(site, ONE)
    (site / "claims").symlink_to(elsewhere)
    with pytest.raises(FolderError, match="link"):
        build(site, ONE, TWO)
    assert list(elsewhere.iterdir()) == []


def test_a_page_that_became_a_link_is_put_back_and_its_target_left_alone(tmp_path: Path) -> None:
    site, precious = tmp_path / "site", tmp_path / "precious.txt"
    precious.write_text("precious")
    build(site, ONE)
    (site / "index.html").unlink()
    (site / "index.html").symlink_to(precious)
    build(site, Page("index.html", "new"))
    assert precious.read_text() == "precious"
    assert (site / "index.html").read_text() == "new"


def test_a_list_that_was_tampered_with_removes_nothing_outside(tmp_path: Path) -> None:
    site, precious = tmp_path / "site", tmp_path / "precious.html"
    precious.write_text("precious")
    build(site, ONE)
    names = ["../precious.html", precious.as_posix(), "claims/../../precious.html", ".hidden.html", "index.html", 7]
    (site / LIST).write_text(json.dumps({"pages": names}))
    build(site, ONE)
    assert precious.exists()


@pytest.mark.parametrize("text", ["", "[]", "{", '{"pages": 3}', "[" * 100_000])
def test_a_list_that_cannot_be_read_is_told(tmp_path: Path, text: str) -> None:
    (tmp_path / LIST).write_text(text)
    with pytest.raises(FolderError, match="cannot be read"):
        build(tmp_path, ONE)


def test_stopped_at_any_page_it_can_be_run_again(tmp_path: Path) -> None:
    old = [Page("index.html", "old"), Page("claims/gone.html", "old"), Page("claims/kept.html", "old")]
    new = [Page("index.html", "new"), Page("claims/kept.html", "new"), Page("claims/added.html", "new")]
    for stop in range(len(new) + 1):
        folder = tmp_path / str(stop)
        build(folder, *old)
        known = claim_folder(folder, [page.path for page in new])
        for _ in islice(write_pages(folder, new, known), stop):
            pass
        (folder / "claims" / ".kept.html.4711.part").write_text("half")
        build(folder, *new)
        found = {path.relative_to(folder).as_posix(): path.read_text() for path in folder.rglob("*.html")}
        assert found == {page.path: "new" for page in new}
        assert not list(folder.rglob("*.part"))


def test_what_a_killed_run_left_behind_keeps_nothing_back_and_goes(tmp_path: Path) -> None:
    (tmp_path / f".{LIST}.4711.part").write_text("half")
    build(tmp_path, ONE, TWO)
    for name in (".index.html.4711.part", "claims/.after-the-trial@boris~a-new-reckoning-of.4711.part"):
        (tmp_path / name).write_text("half")
    (tmp_path / ".mine.part").write_text("mine")
    build(tmp_path, ONE)
    assert sorted(path.name for path in tmp_path.iterdir()) == [LIST, ".mine.part", "index.html"]
