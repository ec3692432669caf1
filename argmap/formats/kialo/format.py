"""Kialo's row of the table."""

from typing import Final

from argmap.exchange.aspects import not_kept
from argmap.exchange.contract import MEBIBYTE, Format
from argmap.formats.kialo import reading, writing

FORMAT: Final = Format(
    name="kialo",
    title="Kialo text",
    suffix=".txt",
    told_by="the first line, `Discussion Title:` or `Discussion Name:`, or numbered lines with `Pro:` and `Con:`",
    tells=reading.tells,
    read=reading.read,
    write=writing.write,
    keeps="""\
The title is a question, theses are its answers, pros support and cons attack what they stand under. `-> See 1.2.` is the same claim
again. Links, in Markdown or as footnotes, are cites. Both ways of exporting are read, the older one is written.""",
    largest=16 * MEBIBYTE,
    reading_changes=reading.CHANGES,
    reading_loses=reading.LOSES,
    writing_changes=writing.CHANGES,
    writing_loses=(*not_kept(writing.KEPT), *writing.LOSES),
)
