"""The texts of a project's sources and notes: those in its XML, and those beside it in its zip file."""

import codecs
from collections.abc import Callable
from typing import Final, NamedTuple

from argmap.exchange.decoding import decoded_text
from argmap.exchange.report import Tally
from argmap.exchange.sizing import Size
from argmap.exchange.unpacking import Archive
from argmap.formats.refi.measuring import Counting, measured
from argmap.formats.refi.parsing import refuse_long, text_entries
from argmap.formats.refi.project import Project

COUNTED_OTHERWISE: Final = "sources whose places are not counted in code points, as the words there tell"
COUNTED_PERHAPS: Final = "sources whose places may be counted in another way as well: look over their quotes"


class Content(NamedTuple):
    """The text of a source, and what takes a place as the project counts it to a place in that."""

    text: str
    place: Callable[[int], int]


def contents_of(project: Project, archive: Archive | None, name: str, size: Size, tally: Tally) -> dict[str, Content]:
    """Return the texts that are there, by the GUID of their source or note.

    Raises:
        FormatError: a text is too long, or is not in UTF-8.
    """
    inside = {_last(one): one for one in archive.names} if archive is not None else {}
    contents: dict[str, Content] = {}
    for guid, source in (*project.sources.items(), *project.notes.items()):
        text, source.content = source.content, None  # a large text is in memory once, not as it was and as it is
        has_mark = False
        path = inside.get(_last(source.path))
        if text is None and archive is not None and path is not None:
            data = archive.read(path)
            refuse_long(len(data))
            has_mark = data.startswith(codecs.BOM_UTF8)
            text = decoded_text(data, f"{name}/{path}")
            size.add(text_entries(text))
        if text is None:
            continue
        told = measured(text, source.codings, project.origin, has_mark=has_mark)
        contents[guid] = Content(told.text, told.place)
        if told.counting != Counting():
            tally.changed(COUNTED_OTHERWISE, f"{source.name}: {told.counting}")
        if not told.is_certain:
            tally.changed(COUNTED_PERHAPS, f"{source.name}: taken as {told.counting}")
        for coding in source.codings:
            coding.words = ""
    return contents


def _last(path: str) -> str:
    return path.replace("\\", "/").rpartition("/")[2].lower()
