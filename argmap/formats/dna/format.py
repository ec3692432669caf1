"""The databases of Discourse Network Analyzer in the table of formats."""

from typing import Final

from argmap.exchange.contract import MEBIBYTE, Format
from argmap.formats.dna.database import tells
from argmap.formats.dna.reading import CHANGES, LOSES, read

FORMAT: Final = Format(
    name="dna",
    title="DNA database (Discourse Network Analyzer 2 and 3)",
    suffix=".dna",
    told_by="an SQLite database with the tables of DNA",
    tells=tells,
    read=read,
    keeps="""\
A statement is one by the person, else the organization, on the concept, which is a claim; agreement is the stance. Its place in the
document becomes a quote; the text is written beside the annotation. Actors and claims stand in `codebook.yaml`; what several
coders have coded in one document, in a file for each. Which variable is what is told by its name, or by `--column person=NAME`.
Other variables are kept under `x-table`; notes on documents and their tags with the source. Colours and rights of coders are left
out.""",
    reading_changes=CHANGES,
    reading_loses=LOSES,
    largest=256 * MEBIBYTE,
)
