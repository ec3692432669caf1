"""Arguments in the making: told in any order under any key, named at the end."""

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final, assert_never

from argmap.exchange.naming import Names, kept_id, readable_id
from argmap.exchange.report import Tally
from argmap.words import ArgumentRelation

SELF_REFERENCES: Final = "arguments for or against one of their own premises"
SELF_UNDERCUTS: Final = "undercuts of themselves"
NO_SUCH_ARGUMENT: Final = "undercuts of something that is no inference"
INFERRING_LOSES: Final = (SELF_REFERENCES, SELF_UNDERCUTS, NO_SUCH_ARGUMENT)
"""What a reader of any format with undercuts may lose: an annotation holds no such thing."""

VERBS: Final = MappingProxyType(
    {ArgumentRelation.SUPPORT: "supports", ArgumentRelation.ATTACK: "attacks", ArgumentRelation.UNDERCUT: "undercuts"}
)
_LONGEST_SHORTHAND: Final = 160
"""Characters of a `premise>target`; undercuts of undercuts are named rather than spelled out beyond it."""


@dataclass(slots=True)
class Inference:
    """One argument: premises by id; the target is the id of a claim or, for an undercut, the key of an argument."""

    premises: tuple[str, ...]
    relation: ArgumentRelation
    target: Hashable
    fields: Mapping[str, Any]
    named: str | None
    remark: str | None
    id: str = ""

    @property
    def is_short(self) -> bool:
        """Whether it is written on its premise: its id is `premise>target`."""
        return ">" in self.id

    @property
    def says_no_more(self) -> bool:
        """Whether the short form says all of it."""
        return len(self.premises) == 1 and not (self.fields or self.named or self.remark)


class Inferences:
    """The arguments of one file, and those of the codebook that it sees."""

    def __init__(self, tally: Tally, codebook: "Inferences | None") -> None:
        self._tally = tally
        self._codebook = codebook
        self._by_key: dict[Hashable, Inference] = {}
        self._ids: dict[Hashable, str] = {}

    def add(self, key: Hashable, inference: Inference) -> None:
        """Tell an argument; a second one of the same key takes its place."""
        self._by_key[key] = inference

    def all(self) -> Iterable[Inference]:
        """Return the arguments of this file, in the order in which they were told."""
        return self._by_key.values()

    def is_known(self, key: Hashable) -> bool:
        """Return whether there is an argument of this key."""
        return key in self._by_key or key in self._ids or (self._codebook is not None and self._codebook.is_known(key))

    def id_of(self, key: Hashable) -> str | None:
        """Return the id of an argument once all are named; None where it was left out or never told."""
        found = self._by_key.get(key)
        if found is not None or key in self._ids:
            return found.id if found is not None else self._ids[key]
        return self._codebook.id_of(key) if self._codebook is not None else None

    def target_of(self, inference: Inference) -> str:
        """Return the id of what an argument bears on, as far as it is named."""
        if inference.relation is not ArgumentRelation.UNDERCUT:
            return str(inference.target)
        return self.id_of(inference.target) or ""

    def keep_ids(self) -> None:
        """Let go of the arguments once they are written: what they are called is all that is asked from then on."""
        self._ids = {key: inference.id for key, inference in self._by_key.items()}
        self._by_key = {}

    def name(self, names: Names, is_own: Callable[[str], bool]) -> None:
        """Leave out what cannot be, then give every argument its id: targets before the undercuts that name them.

        Args:
            names: the ids of nodes in use; those of the arguments are added.
            is_own: whether a claim is defined in this file, where a short form can be written on it.
        """
        self._leave_out_impossible()
        for key in self._by_key:
            chain = [key]
            seen = {key}
            while not (current := self._by_key[chain[-1]]).id and current.relation is ArgumentRelation.UNDERCUT:
                if current.target in seen or current.target not in self._by_key:
                    break
                chain.append(current.target)
                seen.add(current.target)
            for one in reversed(chain):
                if not self._by_key[one].id:
                    self._by_key[one].id = self._name(self._by_key[one], names, is_own)

    def _name(self, inference: Inference, names: Names, is_own: Callable[[str], bool]) -> str:
        first = inference.premises[0]
        target = self.target_of(inference)
        short = f"{first}>{target}"
        if inference.says_no_more and target and is_own(first) and len(short) <= _LONGEST_SHORTHAND and short not in names:
            return names.take(short)
        named = kept_id(inference.named) or (readable_id(inference.named, "argument") if inference.named else None)
        return names.take(named or f"{_word(inference.relation)}-{first}")

    def _leave_out_impossible(self) -> None:
        undercuts: dict[Hashable, list[Hashable]] = {}
        for key, inference in list(self._by_key.items()):
            if inference.relation is ArgumentRelation.UNDERCUT:
                undercuts.setdefault(inference.target, []).append(key)
                if inference.target == key:
                    self._leave_out(key, SELF_UNDERCUTS)
            elif inference.target in inference.premises:
                self._leave_out(key, SELF_REFERENCES)
        lost = [key for target, keys in undercuts.items() if not self.is_known(target) for key in keys]
        for key in lost:  # grows while it is walked: an undercut of what is left out goes with it
            if key in self._by_key:
                self._leave_out(key, NO_SUCH_ARGUMENT)
                lost += undercuts.get(key, [])

    def _leave_out(self, key: Hashable, why: str) -> None:
        self._tally.lost(why, self._by_key.pop(key).premises[0])


def _word(relation: ArgumentRelation) -> str:
    match relation:
        case ArgumentRelation.SUPPORT:
            return "because"
        case ArgumentRelation.ATTACK:
            return "but"
        case ArgumentRelation.UNDERCUT:
            return "unless"
        case _ as unreachable:
            assert_never(unreachable)
