"""Dialogues of AIF networks → statements.

A path from a locution (L) over an illocution (YA) to a claim is a statement by the speaker, to an inference a statement about that
argument; an illocution that hangs on a transition (TA) is made by the locution that the transition leads to, which replies to the
one it comes from. A locution that leads over an illocution to another one passes that one on.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from argmap.exchange.building import STATING_LOSES
from argmap.exchange.quoting import Passages
from argmap.exchange.report import Tally
from argmap.formats.aif.illocutions import label_of, stance_of
from argmap.formats.aif.network import Node
from argmap.formats.aif.reading import X_AIF, Defined
from argmap.words import Act, ActorKind, Stance

TOLD_ONCE: Final = "locutions that stand in several maps, told in the first"
DEFAULT_ILLOCUTIONS: Final = "default illocutions, told as assertions"
UNKNOWN_ILLOCUTIONS: Final = "illocutions of unknown meaning, told as neutral with their label under x-aif"
NOT_IN_TEXT: Final = "locutions whose words are not in the text, or more than once: kept under x-aif"
ANALYSTS: Final = "notes of who analysed a locution"
SAME_STANCE: Final = "illocutions that show the same stance of the same locution again"
NO_CONTENT: Final = "locutions that put nothing forward"
NO_LOCUTION: Final = "illocutions without a locution, or about neither a claim nor an inference"
TRANSITIONS: Final = "transitions from locutions that state nothing, or beyond the first of a locution"

DIALOGUE_CHANGES: Final = (TOLD_ONCE, DEFAULT_ILLOCUTIONS, UNKNOWN_ILLOCUTIONS, NOT_IN_TEXT)
DIALOGUE_LOSES: Final = (ANALYSTS, SAME_STANCE, NO_CONTENT, NO_LOCUTION, TRANSITIONS, *STATING_LOSES)

ANALYSING: Final = "analysing"
"""The illocution by which AIFdb notes who analysed a locution: no speaker, but the annotator."""
DEFAULT_ILLOCUTION: Final = "Default Illocuting"
ILLOCUTION: Final = "illocution"
WORDS: Final = "words"
NAMELESS: Final = "A speaker without a name"

_AN_ILLOCUTION: Final = 0.2
"""So much of an entry's memory an illocution takes before it is told: one may lead from many locutions to many claims."""
_PREFIX: Final = re.compile(r"([^:]{1,60}?)\s*:\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class _Told:
    """One illocution: who says what about which node."""

    locution: Node
    label: str
    content: Node


@dataclass(slots=True)
class Dialogue:
    """The dialogue of one network, on its way to the draft.

    Args:
        defined: the claims and arguments of the network.
        told: locutions that other maps have told already; those of this one are added.
    """

    defined: Defined
    told: set[tuple[str, str]]
    passages: Passages | None = None
    _speakers: dict[str, str] = field(default_factory=dict)
    _analysts: set[str] = field(default_factory=set)

    @property
    def tally(self) -> Tally:
        """What counts: that of the network."""
        return self.defined.network.tally

    def tell(self) -> None:
        """Put the statements into the draft, in the order of the locutions."""
        network = self.defined.network
        illocutions = list(self._illocutions())
        passed_on = {one.content.id: one.locution for one in illocutions if one.content.kind == "L" and one.content != one.locution}
        reporting = {locution.id for locution in passed_on.values()}
        stating: dict[str, list[_Told]] = {}
        for one in illocutions:
            if one.content.kind != "L":
                stating.setdefault(one.locution.id, []).append(one)
        replies = self._replies(set(stating))
        for node in network.nodes.values():
            if node.kind != "L":
                continue
            if node.id not in stating:
                if node.id not in reporting and node.id not in self._analysts:
                    self.tally.lost(NO_CONTENT, node.text)
            elif (node.id, node.text) in self.told:
                self.tally.changed(TOLD_ONCE, node.text)
            else:
                self.told.add((node.id, node.text))
                self._state(node, stating[node.id], _chain(node, passed_on), replies.get(node.id))

    def _illocutions(self) -> Iterator[_Told]:
        network = self.defined.network
        for node in network.nodes.values():
            if node.kind != "YA":
                continue
            if node.text.lower() == ANALYSING:
                self._analysts.update(one.id for one in network.sources_of(node.id, "L"))
                self.tally.lost(ANALYSTS, "; ".join(one.text for one in network.sources_of(node.id, "L")))
                continue
            locutions = network.sources_of(node.id, "L")
            for transition in network.sources_of(node.id, "TA"):
                locutions += network.targets_of(transition.id, "L")[:1]
            contents = [one for one in network.targets_of(node.id, "I", "RA", "CA", "L") if self._is_known(one)]
            if not locutions or not contents:
                self.tally.lost(NO_LOCUTION, node.text)
            for locution in locutions:
                self.defined.draft.count(_AN_ILLOCUTION * len(contents))
                yield from (_Told(locution, node.text, content) for content in contents)

    def _is_known(self, node: Node) -> bool:
        return node.kind in {"I", "L"} or self.defined.argument(node.id) is not None

    def _replies(self, stating: set[str]) -> dict[str, str]:
        network = self.defined.network
        replies: dict[str, str] = {}
        for node in network.nodes.values():
            if node.kind != "TA":
                continue
            befores, afters = network.sources_of(node.id, "L"), network.targets_of(node.id, "L")
            stated = {before.id: None for before in befores if before.id in stating}
            pairs = len(befores) * len(afters)
            kept = 0
            for after in afters:
                first = next((before for before in stated if before != after.id), None)
                if first is not None and after.id in stating:
                    kept += replies.setdefault(after.id, first) in stated
            self.tally.lost(TRANSITIONS, node.text, number=pairs - kept if pairs else 1)
        return replies

    def _state(self, locution: Node, told: list[_Told], via: list[Node], replied: str | None) -> None:
        speaker, words = self._speaker(locution)
        passed_on_by = [self._speaker(one)[0] for one in via]
        quote, own = self._quote(locution, words)
        for content, stance, act, label in self._stances(told):
            fields: dict[str, Any] = {"quote": quote, "act": str(act) if act is not Act.ASSERT else None}
            usual = label == label_of(stance, act, content.kind)
            if label == DEFAULT_ILLOCUTION:
                self.tally.changed(DEFAULT_ILLOCUTIONS)
                usual = True
            extension = own if usual else {**own, ILLOCUTION: label}
            about = {"claim": self.defined.claim(content.id)} if content.kind == "I" else {"argument": content.id}
            others = {"via": passed_on_by, X_AIF: extension, **fields}
            self.defined.draft.state(speaker, stance, key=locution.id, replies=replied, **about, **others)

    def _stances(self, told: list[_Told]) -> Iterator[tuple[Node, Stance, Act, str]]:
        """The stances of one locution; who is for and against one thing in one breath is mixed."""
        by_content: dict[str, tuple[Node, dict[tuple[Stance, Act], str]]] = {}
        for one in told:
            found = stance_of(one.label, one.content.kind)
            if found is None:
                self.tally.changed(UNKNOWN_ILLOCUTIONS, one.label or "without a label")
            _, labels = by_content.setdefault(one.content.id, (one.content, {}))
            if labels.setdefault(found or (Stance.NEUTRAL, Act.ASSERT), one.label) is not one.label:
                self.tally.lost(SAME_STANCE, one.label)
        for content, labels in by_content.values():
            usual = {(stance, Act.ASSERT): label_of(stance, Act.ASSERT, content.kind) for stance in (Stance.FOR, Stance.AGAINST)}
            is_mixed = usual.items() <= labels.items()
            if is_mixed:
                yield content, Stance.MIXED, Act.ASSERT, usual[Stance.FOR, Act.ASSERT]
            for (stance, act), label in labels.items():
                if not is_mixed or (stance, act) not in usual:
                    yield content, stance, act, label

    def _quote(self, locution: Node, words: str) -> tuple[list[dict[str, Any]] | list[str] | None, dict[str, Any]]:
        if not words:
            return None, {}
        if self.passages is None:
            return [words], {}
        place = self.defined.network.analysed.places.get(locution.id)
        quote = (self.passages.at(*place) if place else None) or self.passages.of(words)
        if quote is None:
            self.tally.changed(NOT_IN_TEXT, words)
            return None, {WORDS: words}
        return [quote], {}

    def _speaker(self, locution: Node) -> tuple[str, str]:
        """The id of who utters a locution, and the words without the name before them."""
        network = self.defined.network
        person = network.speakers.get(locution.id, "")
        name = network.participants.get(person, "")
        words = locution.text
        prefix = _PREFIX.match(words)
        after = words.removeprefix(name).lstrip()
        if name and words.startswith(name) and after[:1] in {"", ":"}:
            words = after.removeprefix(":").lstrip()
        elif prefix and (not name or _names(prefix[1], name)):
            name, words = name or prefix[1], words[prefix.end() :]
        return self._actor(person, name), words

    def _actor(self, person: str, name: str) -> str:
        codebook = self.defined.codebook
        if codebook is not None and (person, name) in self.defined.shared.people:
            return codebook.people[person]
        key = person if name and person in self.defined.network.participants else f":{name}"
        if key not in self._speakers:
            kind = None if name else ActorKind.UNNAMED
            self._speakers[key] = self.defined.draft.actor(name or NAMELESS, kind=kind)
        return self._speakers[key]


def _names(words: str, name: str) -> bool:
    """Whether words are a name or the beginning or the end of it: a surname, a first name.

    >>> _names("BERG", "Anna van der Berg"), _names("van der Berg", "Anna van der Berg"), _names("An", "Anna Berg")
    (True, True, False)
    """
    part, whole = words.casefold().split(), name.casefold().split()
    return bool(part) and part in (whole[: len(part)], whole[-len(part) :])


def _chain(locution: Node, passed_on: dict[str, Node]) -> list[Node]:
    """The locutions that pass one on, nearest to its speaker first."""
    chain: list[Node] = []
    seen = {locution.id}
    current = passed_on.get(locution.id)
    while current is not None and current.id not in seen:
        chain.append(current)
        seen.add(current.id)
        current = passed_on.get(current.id)
    return chain
