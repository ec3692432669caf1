"""Long work says what it is doing, where somebody looks at a terminal."""

import io
import sys

import pytest

from argmap.cli.waiting import waiting


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("stream", "size", "shown"), [(Terminal, 3_000_000, True), (Terminal, 1_000, False), (io.StringIO, 3_000_000, False)]
)
def test_what_is_done_is_shown_on_a_terminal_where_there_is_much_to_do(
    stream: type[io.StringIO], size: int, *, shown: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    error = stream()
    monkeypatch.setattr(sys, "stderr", error)
    monkeypatch.setenv("TERM", "xterm")
    with waiting("reading 3 files: [Kialo] text", size):
        pass
    assert ("reading 3 files: [Kialo] text" in error.getvalue()) is shown
