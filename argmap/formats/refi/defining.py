"""Codes, cases and links of a REFI-QDA project → claims, questions, actors and arguments."""

import re
from collections.abc import Hashable, Iterable, Iterator, Mapping
from typing import Any, Final

from argmap.exchange.building import Draft
from argmap.exchange.report import Tally
from argmap.exchange.stances import stance_in_words
from argmap.formats.refi.project import Case, Code, Coding, Project
from argmap.words import ActorKind, ArgumentRelation, QuestionKind, Stance

OWN: Final = "x-qda"
"""The key under which stand variables of cases and sources that annotations have no field for."""
QUESTION: Final = re.compile(r"question \((choice|open)\)\s*", re.IGNORECASE)
"""The beginning of the description of a code that is a question."""
FOLDERS: Final = "codes above others, as tags of those"
DESCRIPTIONS: Final = "descriptions of sets and variables, and of codes that become stances, tags or speakers"
OTHER_LINKS: Final = "links that are no support, attack or contradiction between codes"

_SUPPORT: Final = re.compile(r"(?:is )?(?:support|evidence)\w*\b", re.IGNORECASE)
_ATTACK: Final = re.compile(r"(?:attack|oppose|rebut|counter)\w*\b", re.IGNORECASE)
_CONTRARY: Final = re.compile(r"(?:contrary|contradict)\w*\b", re.IGNORECASE)
_UNDERCUT: Final = re.compile(r"undercut\w*\b", re.IGNORECASE)
_NAMED: Final = re.compile(r"\(([^()]+)\)\s*$")
_OF_CASES: Final = frozenset({"kind", "role", "affiliation"})
_ASKS: Final = ("?", "？", "؟")


def side_named(side: str, claim: str) -> str:
    """Return what the code for one side of a claim is called: programs want the name of a code only once in all a project.

    >>> side_named("pro", "Rents should be capped.")
    'pro: Rents should be capped.'
    """
    return f"{side}: {claim}"


def _side(code: Code) -> Stance | None:
    """The side that a code takes by its name, if it does."""
    above = code.parent.name if code.parent is not None else ""
    return stance_in_words(code.name.removesuffix(side_named("", above)) if above else code.name)


class Definitions:
    """What a project defines, on its way into a draft.

    Args:
        project: what its XML says.
        notes: the texts of its notes, by GUID.
        codings: what has been coded.
        draft: where it is told.
        tally: what counts.
    """

    def __init__(self, project: Project, notes: Mapping[str, str], codings: Iterable[Coding], draft: Draft, tally: Tally) -> None:
        self.project = project
        self.notes = notes
        self.draft = draft
        self.tally = tally
        self.claims: dict[str, str] = {}
        """Claims by the GUID of their code."""
        self.stances: dict[str, tuple[str, Stance]] = {}
        """By the GUID of a code for one side: the GUID of its claim, and the side."""
        self.actors: dict[str, str] = {}
        """By the GUID of their case."""
        self.tags: dict[str, list[str]] = {}
        """The names of the sets that a code or a source is in, by its GUID."""
        self._coded: set[str] = set()
        """Codes that are given to something."""
        self._told = {guid for source in project.sources.values() for guid in source.notes}
        """Notes that are told of something."""
        for coding in codings:
            self._coded.add(coding.code)
            self._told.update(coding.notes)

    def define(self) -> None:
        """Define claims, questions, actors and arguments."""
        for case in self.project.cases.values():
            self._case(case)
        by_name = {case.name: self.actors[case.guid] for case in reversed(self.project.cases.values()) if case.name}
        for case in self.project.cases.values():
            affiliation = by_name.get(case.values.get("affiliation", ""))
            if affiliation is not None and affiliation != self.actors[case.guid]:
                self.draft.actors[self.actors[case.guid]]["affiliation"] = affiliation
        for name, members in self.project.sets:
            for member in members:
                self.tags.setdefault(member, []).append(name)
        self._codes()
        self._links()
        self.tally.lost(DESCRIPTIONS, number=self.project.described)
        self.draft.file(note="\n\n".join(filter(None, (self.project.description, *self._free_notes()))))

    def _case(self, case: Case) -> None:
        kind = case.values.get("kind", "").lower()
        known = kind in set(ActorKind)
        extra = {name: value for name, value in case.values.items() if name not in _OF_CASES or (name == "kind" and not known)}
        fields: dict[str, Any] = {"role": case.values.get("role"), "note": case.description, OWN: extra}
        self.actors[case.guid] = self.draft.actor(case.name, kind=ActorKind(kind) if known else None, **fields)

    def _codes(self) -> None:
        children: dict[str, list[Code]] = {}
        of_cases = {code.parent.guid for code in self.project.codes.values() if code.parent and code.guid in self.project.cases}
        for code in self.project.codes.values():
            if code.parent is not None and code.guid not in self.project.cases:
                children.setdefault(code.parent.guid, []).append(code)
        questions: dict[str, str] = {}
        folders: dict[str, str] = {}
        for code in self.project.codes.values():
            below = children.get(code.guid, [])
            if code.guid in self.project.cases or (code.guid in of_cases and not below):
                self._leave_description(code)
                continue
            parent = code.parent.guid if code.parent is not None else ""
            stance = None if below or parent not in self.claims else _side(code)
            asked = QUESTION.match(code.description)
            if stance is not None:
                self.stances[code.guid] = (parent, stance)
                self._leave_description(code)
            elif asked or (below and code.name.endswith(_ASKS) and self._is_above(code, below)):
                kind = QuestionKind(asked[1].lower()) if asked else QuestionKind.OPEN
                note = code.description[asked.end() :] if asked else code.description
                questions[code.guid] = self.draft.question(code.name, kind=str(kind), note=self.note(note, code.notes))
            elif not code.is_codable and any(_side(one) is None for one in below):
                folders[code.guid] = code.name
                self.tally.changed(FOLDERS, code.name)
                self._leave_description(code)
            else:
                above = list(_above(code))
                answers = next(([questions[one.guid]] for one in above if one.guid in questions), None)
                tags = [folders[one.guid] for one in above if one.guid in folders] + self.tags.get(code.guid, [])
                if parent in self.claims and code.parent is not None:
                    tags.insert(0, code.parent.name)
                    self.tally.changed(FOLDERS, code.parent.name)
                note = self.note(code.description, code.notes)
                fields: dict[str, Any] = {"answers": answers, "tags": list(dict.fromkeys(filter(None, tags))), "note": note}
                self.claims[code.guid] = self.draft.claim(code.name, **fields)

    def _is_above(self, code: Code, below: list[Code]) -> bool:
        """Whether a code is only there for those below it, which are no sides: some programs call every code codable."""
        return not code.is_codable or (code.guid not in self._coded and all(_side(one) is None for one in below))

    def _leave_description(self, code: Code) -> None:
        if code.description:
            self.tally.lost(DESCRIPTIONS, code.name)

    def note(self, description: str, guids: tuple[str, ...]) -> str:
        """What is noted on something: its description, and the texts of its notes."""
        self._told.update(guids)
        texts = (self.notes.get(guid, "").strip() for guid in guids)
        return "\n".join(filter(None, (description.strip(), *texts)))

    def _free_notes(self) -> Iterator[str]:
        """Notes on nothing that becomes an entry, which are those of the whole project."""
        for guid, note in self.project.notes.items():
            words = self.notes.get(guid, "").strip()
            if words and guid not in self._told:
                yield f"{note.name}: {words}" if note.name else words

    def _links(self) -> None:
        keys: dict[str, Hashable] = {}
        premises: dict[Hashable, tuple[list[str], ArgumentRelation, Hashable, str | None]] = {}
        for link in self.project.links.values():
            origin, target = self._claim(link.origin), self._claim(link.target)
            if origin is not None and target is not None and (link.is_mutual or _CONTRARY.match(link.name)):
                if _CONTRARY.match(link.name):
                    self.draft.contrary(origin, target)
                else:
                    self.tally.lost(OTHER_LINKS, link.name)
                continue
            relation = _relation(link.name)
            if link.target in self.project.links and relation in {None, ArgumentRelation.UNDERCUT}:
                relation = ArgumentRelation.UNDERCUT
            if origin is None or relation is None or (target is None and relation is not ArgumentRelation.UNDERCUT):
                self.tally.lost(OTHER_LINKS, link.name)
                continue
            named = _NAMED.search(link.name)
            key: Hashable = (relation, link.target, named[1]) if named else link.guid
            keys[link.guid] = key
            told = premises.setdefault(key, ([], relation, target or link.target, named[1] if named else None))
            told[0].append(origin)
        for key, (claims, relation, told_target, name) in premises.items():
            bears_on = keys.get(str(told_target), told_target) if relation is ArgumentRelation.UNDERCUT else told_target
            self.draft.infer(key, claims, relation, bears_on, named=name)

    def _claim(self, guid: str) -> str | None:
        return self.claims.get(self.stances[guid][0] if guid in self.stances else guid)


def _above(code: Code) -> list[Code]:
    above: list[Code] = []
    seen = {code.guid}
    current = code.parent
    while current is not None and current.guid not in seen:
        above.append(current)
        seen.add(current.guid)
        current = current.parent
    return above


def _relation(name: str) -> ArgumentRelation | None:
    for pattern, relation in ((_SUPPORT, ArgumentRelation.SUPPORT), (_ATTACK, ArgumentRelation.ATTACK)):
        if pattern.match(name):
            return relation
    return ArgumentRelation.UNDERCUT if _UNDERCUT.match(name) else None
