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
from argmap.reading.encodings import likely_encoding
from argmap.reading.texts import decoded

NO_TEXT: Final = "texts of sources and notes that are not in the project, or are no plain text"
OTHER_ENCODINGS: Final = "texts that are not in UTF-8, where --encoding does not say in what they are"
COUNTED_OTHERWISE: Final = "sources whose places are not counted in code points, as the words there tell"
COUNTED_PERHAPS: Final = "sources whose places may be counted in another way as well: look over their quotes"


class Content(NamedTuple):
    """The text of a source, and what takes a place as the project counts it to a place in that."""

    text: str
    place: Callable[[int], int]


def contents_of(  # noqa: PLR0913, PLR0917 - where the texts are, and what counts
    project: Project, archive: Archive | None, name: str, encoding: str | None, size: Size, tally: Tally
) -> dict[str, Content]:
    """Return the texts that are there, by the GUID of their source or note.

    Args:
        project: what its XML says; it lets go of its texts.
        archive: the zip file it is in, if it is in one.
        name: what that is called.
        encoding: of the texts that are not in UTF-8, as the user says.
        size: what has been read so far.
        tally: what counts.

    Raises:
        FormatError: a text is too long, or is not in the encoding that is told.
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
            text = decoded(data)
            if text is None and encoding is None:
                tally.lost(OTHER_ENCODINGS, f"{path}: --encoding {likely_encoding(data)}")
                continue
            text = text if text is not None else decoded_text(data, f"{name}/{path}", encoding)
            size.add(text_entries(text))
        if text is None or not text.strip():
            if guid in project.sources or not source.description:
                tally.lost(NO_TEXT, source.name)
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
