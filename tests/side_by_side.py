"""Tests in several processes that are collected once: the process forks, and each part takes file after file until none is left.

To collect takes seven seconds, which processes that begin anew would each need.
"""

import multiprocessing
import os
import signal
from collections.abc import Iterator, Sequence
from itertools import chain, groupby, pairwise
from multiprocessing.connection import Pipe, wait
from multiprocessing.sharedctypes import Synchronized
from typing import Any

import pytest

Files = Sequence[Sequence[pytest.Item]]


class SideBySide:
    """Runs the tests of a session in so many processes; what they tell is reported as if there were one."""

    def __init__(self, processes: int) -> None:
        self._processes = processes

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool | None:
        if session.testsfailed or not session.items or session.config.option.collectonly:
            return None
        files = [list(items) for _, items in groupby(session.items, lambda item: item.path)]
        # Pages in a browser take longest: they come first, and short ones fill the end.
        files.sort(key=lambda items: not any("browser" in getattr(item, "fixturenames", ()) for item in items))
        taken = multiprocessing.Value("i", 0)
        session.config.get_terminal_writer().flush()
        processes: dict[Any, int] = {}
        for _ in range(self._processes):
            reports, telling = Pipe(duplex=False)
            process = os.fork()
            if not process:
                return _test(session, files, taken, telling)
            telling.close()
            processes[reports] = process
        try:
            _report(session, processes)
        finally:
            for process in processes.values():
                os.kill(process, signal.SIGTERM)
        return True


def _test(session: pytest.Session, files: Files, taken: "Synchronized[int]", telling: Any) -> bool:
    """Run tests in a process that was forked, and let it end like any session; but it prints nothing: it tells the first."""
    plugins = session.config.pluginmanager
    capture = plugins.getplugin("capturemanager")
    assert capture
    # Else all would write into one file.
    capture.stop_global_capturing()
    capture.start_global_capturing()
    plugins.unregister(name="terminalreporter")
    plugins.register(_Telling(session.config, telling))
    for item, following in pairwise(chain(_taken(files, taken), [None])):
        assert item
        session.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
        if session.shouldfail:
            raise session.Failed(session.shouldfail)
    return True


def _taken(files: Files, taken: "Synchronized[int]") -> Iterator[pytest.Item]:
    """Yield the tests of file after file that no other process has taken."""
    while True:
        with taken:
            place, taken.value = taken.value, taken.value + 1
        if place >= len(files):
            return
        yield from files[place]


class _Telling:
    """Tells the process that was forked what came of each test."""

    def __init__(self, config: pytest.Config, telling: Any) -> None:
        self._config = config
        self._telling = telling

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self._telling.send(self._config.hook.pytest_report_to_serializable(config=self._config, report=report))


def _report(session: pytest.Session, processes: dict[Any, int]) -> None:
    """Report what each process tells until it ends, and fail where one did not end well."""
    hook = session.config.hook
    while processes:
        ready: Sequence[Any] = wait(list(processes))
        for reports in ready:
            try:
                told = reports.recv()
            except EOFError:
                _, status = os.waitpid(processes.pop(reports), 0)
                if status and not session.testsfailed:
                    session.shouldfail = f"a process that tests ended with {os.waitstatus_to_exitcode(status)}"
            else:
                hook.pytest_runtest_logreport(report=hook.pytest_report_from_serializable(config=session.config, data=told))
        if session.shouldfail:
            raise session.Failed(session.shouldfail)
