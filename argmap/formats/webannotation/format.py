"""The row of Web Annotations in the table of formats."""

import re
from typing import Final

from argmap.exchange.aspects import not_kept
from argmap.exchange.contract import Candidate, Format
from argmap.formats.webannotation.reading import READING_CHANGES, READING_LOSES, read
from argmap.formats.webannotation.writing import (
    ALIKE,
    BIBLIOGRAPHY,
    KEPT,
    OTHER_TAGS,
    SILENT_ACTORS,
    SILENT_SOURCES,
    UNUSED_CLAIMS,
    write,
)

_MARKS: Final = re.compile(
    r"www\.w3\.org/ns/anno|\"(oa:)?Text(Quote|Position)Selector\"|\"Annotation(Page|Collection)?\"|\"user\"\s*:\s*\"acct:"
)


def tells(candidate: Candidate) -> bool:
    """Return whether a file holds Web Annotations."""
    sample = candidate.sample
    return sample.lstrip()[:1] in {"{", "["} and bool(_MARKS.search(sample))


FORMAT: Final = Format(
    name="web-annotation",
    title="Web Annotation (JSON-LD, Hypothesis)",
    suffix=".jsonld",
    companions=(".txt",),
    told_by="the JSON-LD context of Web Annotations, one of its types, or a user of Hypothesis (`acct:`)",
    tells=tells,
    read=read,
    write=write,
    keeps=(
        "A statement is an annotation of the passages that show it: its bodies describe the claim, identify the speaker and "
        "classify the stance. An argument is an annotation that links its premises to what it bears on. Annotations of other "
        "tools, such as Hypothesis, become claims in the words of the passage, with their comments, the replies to them, and tags; "
        "a tag may tell the stance."
    ),
    reading_changes=READING_CHANGES,
    reading_loses=READING_LOSES,
    writing_loses=(*not_kept(KEPT), UNUSED_CLAIMS, SILENT_ACTORS, SILENT_SOURCES, BIBLIOGRAPHY, OTHER_TAGS, ALIKE),
)
