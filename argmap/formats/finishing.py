"""Drafts → what a reader returns."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final, TypeAlias

from argmap.formats.building import Draft
from argmap.formats.counting import sums_of_files
from argmap.formats.exchange import FormatError, Imported
from argmap.formats.report import Tally
from argmap.model import AnnotationFile
from argmap.reading.values import KeyPath

Finished: TypeAlias = tuple[Draft, AnnotationFile]
"""A draft, and the file that it has become."""

_NOTHING: Final[Mapping[str, str]] = MappingProxyType({})


def finished(
    drafts: Sequence[Draft],
    tally: Tally,
    faults: tuple[FormatError, ...] = (),
    *,
    texts: Mapping[str, str] = _NOTHING,
    codebooks: Sequence[Finished] = (),
) -> Imported:
    """Return drafts as files; what they hold is added to the report.

    Where one of them is about a source, all of them are, lest the others be taken for codebooks that nobody uses.

    Args:
        drafts: one a file, in the order in which they are to be.
        tally: what has been counted so far.
        faults: of files that could not be read.
        texts: of the sources, by the bare name that `source.file` bears.
        codebooks: what the drafts share; a draft is finished once, before those that see it.
    """
    files: dict[str, AnnotationFile] = {}
    comments: dict[str, Mapping[KeyPath, str]] = {}
    for codebook, file in codebooks:
        files[f"{codebook.name}.yaml"] = file
        comments[f"{codebook.name}.yaml"] = codebook.comments
    sourced = any(draft.has_source or draft.has_statements for draft in drafts)
    for draft in drafts:
        if sourced and not draft.has_source:
            draft.source(draft.name)
        files[f"{draft.name}.yaml"] = draft.finish()
        comments[f"{draft.name}.yaml"] = draft.comments
    sums = sums_of_files(files.values())
    tally.kept("claims", sums.claims)
    tally.kept("arguments", sums.supports + sums.attacks + sums.undercuts)
    tally.kept("statements", sums.statements)
    return Imported(files=files, texts=texts, comments=comments, faults=faults, report=tally.report())
