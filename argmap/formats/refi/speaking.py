"""Who speaks where: cases of a project → the passages and sources that are theirs."""

from bisect import bisect_left, insort
from collections.abc import Collection, Iterable

from argmap.formats.refi.project import Coding, Project


def speakers_of(project: Project) -> dict[str, list[str]]:
    """Return cases by the passages and sources that are theirs, all by GUID; what says so is let go of.

    A case names passages and sources. NVivo gives them a code besides, which has the GUID of the case: what lies in a passage with
    that code is said by the case too.
    """
    speakers: dict[str, list[str]] = {}
    inside: dict[str, list[str]] = {}
    """Of passages that lie in those of cases: there may be many in one, and they share its list."""
    for case in project.cases.values():
        for guid in (*case.sources, *case.selections):
            speakers.setdefault(guid, []).append(case.guid)
        case.sources = case.selections = ()
    for source in project.sources.values():
        of_cases = [coding for coding in source.codings if coding.code in project.cases]
        if of_cases:
            source.codings = [coding for coding in source.codings if coding.code not in project.cases]
            for coding in of_cases:
                speakers.setdefault(coding.selection or source.guid, []).append(coding.code)
                source.uncoded += coding.comment != ""
            inside |= _around(source.codings, of_cases, speakers)
    return inside | speakers


def _around(codings: Iterable[Coding], of_cases: Iterable[Coding], told: Collection[str]) -> dict[str, list[str]]:
    """For each passage of which no case is told, those of the innermost passage around it: of the one that ends first behind it."""
    spans = sorted(((*place, one.code) for one in of_cases if (place := _place(one)) is not None), reverse=True)
    wanted = sorted((*place, one.selection) for one in codings if one.selection not in told and (place := _place(one)))
    ends: list[int] = []
    around: dict[int, tuple[int, list[str]]] = {}
    found: dict[str, list[str]] = {}
    for start, end, selection in wanted:
        while spans and spans[-1][0] <= start:
            begin, until, case = spans.pop()
            if until not in around:
                insort(ends, until)
            if around.get(until, (-1, []))[0] != begin:
                around[until] = (begin, [])
            around[until][1].append(case)
        position = bisect_left(ends, end)
        if position < len(ends):
            found[selection] = around[ends[position]][1]
    return found


def _place(coding: Coding) -> tuple[int, int] | None:
    if not coding.selection or coding.start is None or coding.end is None:
        return None
    return coding.start, coding.end
