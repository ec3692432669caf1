"""Drafts → what a reader returns."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final, NamedTuple

from argmap.exchange.building import Draft
from argmap.exchange.contract import FormatError, Imported
from argmap.exchange.counting import sums_of_files
from argmap.exchange.report import Tally
from argmap.model import AnnotationFile
from argmap.reading.values import KeyPath


class Finished(NamedTuple):
    """What a draft has become."""

    name: str
    file: AnnotationFile
    comments: Mapping[KeyPath, str]


_NOTHING: Final[Mapping[str, str]] = MappingProxyType({})


def finish(draft: Draft) -> Finished:
    """Return what a draft becomes; it is told nothing more."""
    return Finished(draft.name, draft.finish(), draft.comments)


def finished(
    drafts: Sequence[Draft],
    tally: Tally,
    faults: tuple[FormatError, ...] = (),
    *,
    texts: Mapping[str, str] = _NOTHING,
    ready: Sequence[Finished] = (),
) -> Imported:
    """Return drafts as files; what they hold is added to the report.

    Where one of them is about a source, all of them are, lest the others be taken for codebooks that nobody uses.

    Args:
        drafts: one a file, in the order in which they are to be.
        tally: what has been counted so far.
        faults: of files that could not be read.
        texts: of the sources, by the bare name that `source.file` bears.
        ready: files that are finished already, as a codebook is before the drafts that see it; they come first.
    """
    files: dict[str, AnnotationFile] = {}
    comments: dict[str, Mapping[KeyPath, str]] = {}
    sourced = any(draft.has_source or draft.has_statements for draft in drafts) or any(one.file.source for one in ready)
    for one in ready:
        files[f"{one.name}.yaml"] = one.file
        comments[f"{one.name}.yaml"] = one.comments
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
