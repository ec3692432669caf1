"""Files are written whole or not at all."""

import codecs
import os
from pathlib import Path

import pytest

from argmap.writing.files import rewrite, write_atomically


def test_a_new_file_holds_the_data_and_nothing_else_is_left(tmp_path: Path) -> None:
    write_atomically(tmp_path / "map.svg", b"<svg/>")
    assert [path.name for path in tmp_path.iterdir()] == ["map.svg"]
    assert (tmp_path / "map.svg").read_bytes() == b"<svg/>"


def test_a_new_file_has_the_permissions_of_any_new_file(tmp_path: Path) -> None:
    (tmp_path / "plain").write_bytes(b"")
    write_atomically(tmp_path / "written", b"")
    assert (tmp_path / "written").stat().st_mode == (tmp_path / "plain").stat().st_mode


def test_an_existing_file_keeps_its_permissions(tmp_path: Path) -> None:
    file = tmp_path / "notes.yaml"
    file.write_bytes(b"old")
    file.chmod(0o640)
    write_atomically(file, b"new")
    assert file.stat().st_mode & 0o777 == 0o640
    assert file.read_bytes() == b"new"


def test_a_link_stays_a_link_and_its_file_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "real.yaml").write_bytes(b"old")
    link = tmp_path / "link.yaml"
    link.symlink_to("real.yaml")
    write_atomically(link, b"new")
    assert link.is_symlink()
    assert (tmp_path / "real.yaml").read_bytes() == b"new"


def test_a_failure_leaves_the_old_file_and_no_temporary_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "notes.yaml"
    file.write_bytes(b"old")

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space") as raised:
        write_atomically(file, b"new")
    assert raised.value.filename == str(file)
    assert file.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["notes.yaml"]


def test_a_pipe_is_written_to_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        write_atomically(pipe, b"map")
        assert os.read(reader, 10) == b"map"
    finally:
        os.close(reader)
    assert pipe.is_fifo()


def test_a_file_that_is_protected_from_writing_is_not_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "notes.yaml"
    file.write_bytes(b"old")
    file.chmod(0o444)
    if os.access(file, os.W_OK):  # root may write to everything
        monkeypatch.setattr(os, "access", lambda _path, _mode: False)
    with pytest.raises(PermissionError) as raised:
        write_atomically(file, b"new")
    assert raised.value.filename == str(file)
    assert file.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["notes.yaml"]


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may give files to others")
def test_an_existing_file_keeps_its_owner_and_its_group(tmp_path: Path) -> None:
    file = tmp_path / "notes.yaml"
    file.write_bytes(b"old")
    os.chown(file, 12, 34)
    file.chmod(0o660)
    write_atomically(file, b"new")
    after = file.stat()
    assert (after.st_uid, after.st_gid, after.st_mode & 0o777) == (12, 34, 0o660)


@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF8])
def test_what_was_read_is_rewritten_and_a_byte_order_mark_stays_where_that_is_wanted(mark: bytes, tmp_path: Path) -> None:
    file = tmp_path / "notes.yaml"
    file.write_bytes(mark + b"old\r\n")
    rewrite(file, "old\r\n", "new\r\n")
    assert file.read_bytes() == mark + b"new\r\n"
    rewrite(file, "new\r\n", "newer", keep_mark=False)
    assert file.read_bytes() == b"newer"


def test_what_somebody_else_has_written_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    file = tmp_path / "notes.yaml"
    file.write_bytes(b"old, and a line more")
    with pytest.raises(OSError, match="it was changed while argmap was at work") as raised:
        rewrite(file, "old", "new")
    assert raised.value.filename == str(file)
    assert file.read_bytes() == b"old, and a line more"
