"""Several annotators may have read one source; only one reading of each is compared, or what was said once would count twice."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from argmap.graph import Graph, Source, declared_id

UNNAMED = ""
"""Stands for the annotator of a file that names none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one annotator made of one source."""

    annotator: str
    """Empty where the file names none."""
    name: str | None
    files: tuple[str, ...]
    """Ids of sources in the graph, nearly always one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadSource:
    """One published text with every reading of it, in canonical order."""

    id: str
    """The source's id as it is written in the files, without the annotator."""
    readings: tuple[Reading, ...]


def read_sources(graph: Graph) -> tuple[ReadSource, ...]:
    """Return the sources of a graph with their readings.

    Two files are about one source where they give it the same id or the same fingerprint of its text.
    """
    groups = _together(tuple(graph.sources.values()))
    return tuple(ReadSource(id=declared_id(group[0]), readings=_readings(group)) for group in groups)


def chosen_files(sources: Iterable[ReadSource], annotator: str | None) -> frozenset[str]:
    """Return the ids of the files to compare: of each source the reading of an annotator, else the first in canonical order."""
    chosen: list[str] = []
    for source in sources:
        reading = next((one for one in source.readings if one.annotator == annotator), source.readings[0])
        chosen += reading.files
    return frozenset(chosen)


def _together(sources: Sequence[Source]) -> list[list[Source]]:
    """Group the files about one source: a path through equal ids and fingerprints joins them."""
    group_of: dict[tuple[str, str], int] = {}
    groups: dict[int, list[Source]] = {}
    for position, source in enumerate(sources):
        keys = [("id", declared_id(source))]
        if source.sha256:
            keys.append(("sha256", source.sha256))
        joined = sorted({group_of[key] for key in keys if key in group_of})
        home = joined[0] if joined else position
        members = groups.setdefault(home, [])
        for other in joined[1:]:
            members += groups.pop(other)
        members.append(source)
        moved = {key for key, group in group_of.items() if group in joined[1:]} if len(joined) > 1 else set()
        group_of.update(dict.fromkeys([*keys, *moved], home))
    order = {source.id: position for position, source in enumerate(sources)}
    return [sorted(group, key=lambda source: order[source.id]) for _, group in sorted(groups.items())]


def _readings(group: Iterable[Source]) -> tuple[Reading, ...]:
    by_annotator: dict[str, list[Source]] = {}
    for source in group:
        by_annotator.setdefault(source.annotator.id if source.annotator else UNNAMED, []).append(source)
    return tuple(
        Reading(
            annotator=annotator,
            name=next((source.annotator.name for source in files if source.annotator and source.annotator.name), None),
            files=tuple(source.id for source in files),
        )
        for annotator, files in by_annotator.items()
    )


def annotators_of(sources: Iterable[ReadSource]) -> Mapping[str, str | None]:
    """Return the names of all annotators by id, in canonical order."""
    found: dict[str, str | None] = {}
    for source in sources:
        for reading in source.readings:
            if found.get(reading.annotator) is None:
                found[reading.annotator] = reading.name
    return found
