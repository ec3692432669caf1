"""What holds of every row of the table of formats: it is told by its content, read, written, honest, and safe with broken files."""

import json
import random
from collections.abc import Iterator
from typing import Any

import pytest

from argmap.exchange.contract import Candidate, Format, FormatError, Imported, ReadOptions
from argmap.exchange.report import Outcome, Report
from argmap.formats.table import FORMATS, grouped, told_format
from argmap.writing.emitting import emit
from tests.formats.corpora import SAMPLES, sample
from tests.formats.roundtrips import errors, findings, loaded, loaded_with_what_the_import_tells, read, write

READ = [pytest.param(one, id=one.name) for one in FORMATS if one.read]
WRITTEN = [pytest.param(one, id=one.name) for one in FORMATS if one.write]
BOTH = [pytest.param(one, id=one.name) for one in FORMATS if one.read and one.write]


def _is_listed(report: Report, changes: tuple[str, ...], losses: tuple[str, ...]) -> None:
    assert {item.what for item in report.of(Outcome.CHANGED)} <= set(changes)
    assert {item.what for item in report.of(Outcome.LOST)} <= set(losses)


def test_names_are_unique_and_every_row_does_something() -> None:
    assert len({one.name for one in FORMATS}) == len(FORMATS)
    assert all((one.read or one.write) and bool(one.read) == bool(one.tells and one.told_by) for one in FORMATS)


def test_every_folder_of_samples_is_of_a_format() -> None:
    assert {path.name for path in SAMPLES.iterdir()} <= {one.name for one in FORMATS}


@pytest.mark.parametrize("form", READ)
def test_a_sample_is_told_by_its_content_alone(form: Format) -> None:
    files = sample(form.name)
    assert files, f"there is no sample in tests/formats/samples/{form.name}"
    told = {name for name, data in files.items() if told_format(Candidate("file", data)) is form}
    assert told, "no sample file is told"
    assert {name for name in files if name not in told and not name.endswith(form.companions or ("\0",))} == set()
    groups, strange = grouped({f"file-{name}": data for name, data in files.items()})
    assert [one.name for one, _ in groups] == [form.name]
    assert strange == []


@pytest.mark.parametrize("form", READ)
def test_a_sample_is_read_whole_passes_the_checks_and_its_report_says_nothing_that_the_table_does_not(form: Format) -> None:
    imported = read(form, sample(form.name))
    annotated, told = loaded_with_what_the_import_tells(imported)
    assert imported.faults == ()
    assert errors(annotated) == []
    assert told == findings(annotated)
    assert annotated.graph.claims
    _is_listed(imported.report, form.reading_changes, form.reading_loses)


@pytest.mark.parametrize("form", READ)
def test_names_of_files_are_bare_and_ids_are_readable(form: Format) -> None:
    imported = read(form, sample(form.name))
    for name in (*imported.files, *imported.texts):
        assert "/" not in name
        assert "\\" not in name
        assert not name.startswith(".")
    ids = [name for file in imported.files.values() for name in (*file.claims, *file.evidence, *file.actors)]
    assert all(any(character.isalpha() for character in name) for name in ids)


@pytest.mark.parametrize("form", READ)
def test_the_same_files_give_the_same_annotation_in_any_order(form: Format) -> None:
    files = sample(form.name)
    first = read(form, files)
    again = read(form, dict(reversed(files.items())))
    assert [(name, emit(file)) for name, file in first.files.items()] == [(name, emit(file)) for name, file in again.files.items()]
    assert first.report == again.report


@pytest.mark.parametrize("form", BOTH)
def test_what_is_written_is_read_as_the_same_after_one_pass(form: Format) -> None:
    annotated = loaded(read(form, sample(form.name)))
    once = write(form, annotated)
    again = loaded(read(form, once.files))
    twice = write(form, again)
    assert twice.files == once.files
    _is_listed(once.report, form.writing_changes, form.writing_loses)


@pytest.mark.parametrize("form", WRITTEN)
def test_writing_nothing_is_no_error(form: Format) -> None:
    from argmap.api import loads

    assert write(form, loads("argmap: 1\n")).files


def _mutated(value: Any, chance: random.Random) -> Any:
    """A JSON value in which here and there something is missing, null, of another kind, or there twice."""
    match chance.random():
        case roll if roll < 0.02:
            return chance.choice([None, "", 7, -1, 1.5, True, [], {}, "\ud800", "x" * 300, [None], {"a": None}])
    if isinstance(value, dict):
        return {key: _mutated(inner, chance) for key, inner in value.items() if chance.random() > 0.01}
    if isinstance(value, list):
        kept = [_mutated(inner, chance) for inner in value if chance.random() > 0.03]
        return kept + [inner for inner in kept if chance.random() < 0.03]
    return value


def _mutated_json(data: bytes, chance: random.Random) -> Iterator[bytes]:
    try:
        value = json.loads(data)
    except ValueError:
        return
    for _ in range(30):
        yield json.dumps(_mutated(value, chance)).encode()


def _damaged(files: dict[str, bytes]) -> Iterator[tuple[str, dict[str, bytes]]]:
    """Files cut off, with bytes changed, in another encoding, and none at all."""
    chance = random.Random(20)  # noqa: S311 - the same damage in every run
    for name, data in files.items():
        for share in (0.0, 0.1, 0.37, 0.5, 0.8, 0.95, 0.999):
            yield f"{name} cut at {share}", {**files, name: data[: int(len(data) * share)]}
        for turn in range(16):
            broken = bytearray(data)
            for _ in range(1 + turn % 4):
                broken[chance.randrange(len(broken))] = chance.randrange(256)
            yield f"{name} with bytes changed, {turn}", {**files, name: bytes(broken)}
        for turn, mutated in enumerate(_mutated_json(data, chance)):
            yield f"{name} with values changed, {turn}", {**files, name: mutated}
        lines = data.splitlines(keepends=True)
        for turn in range(9):
            kept = [line for line in lines if chance.random() > 0.15]
            if turn % 3 == 0:
                chance.shuffle(kept)
            yield f"{name} with lines missing, {turn}", {**files, name: b"".join(kept)}
        yield f"{name} with a byte order mark", {**files, name: b"\xef\xbb\xbf" + data}
        yield f"{name} in UTF-16", {**files, name: data.decode("utf-8", "replace").encode("utf-16")}
        yield f"{name} in Windows-1252", {**files, name: data.replace(b"e", b"\xe9", 3)}
        yield f"{name} in NUL", {**files, name: b"\0" * 100}
        yield f"{name} twice", {**files, name: data + data}
    yield "nothing", {}


def _imported(form: Format, files: dict[str, bytes]) -> Imported | None:
    try:
        return read(form, files, ReadOptions())
    except FormatError:
        return None


@pytest.mark.parametrize("form", READ)
def test_broken_files_give_a_report_or_a_clear_error_and_what_is_imported_passes_the_checks(form: Format) -> None:
    for what, files in _damaged(sample(form.name)):
        imported = _imported(form, files)
        if imported is None:
            continue
        _is_listed(imported.report, form.reading_changes, form.reading_loses)
        annotated, told = loaded_with_what_the_import_tells(imported)
        assert errors(annotated) == [], what
        assert told == findings(annotated), what


@pytest.mark.parametrize("form", READ)
def test_a_file_of_too_many_entries_is_refused_with_advice(form: Format) -> None:
    with pytest.raises(FormatError, match=r"more than 1 entries, which is too much for a file of its size \(split it\)"):
        read(form, sample(form.name), ReadOptions(language="en", most=1))


@pytest.mark.parametrize("form", READ)
def test_one_broken_file_among_several_does_not_take_the_others_along(form: Format) -> None:
    files = sample(form.name)
    name = next(name for name, data in files.items() if told_format(Candidate(name, data)) is form)
    suffix = name[name.rindex(".") :]
    imported: Imported = read(form, {**files, f"zz-broken{suffix}": b'{"nodes": [\xff'})
    assert len(imported.faults) == 1
    assert str(imported.faults[0]).startswith(f"zz-broken{suffix}")
    assert imported.files.keys() == read(form, files).files.keys()
