"""Annotation files in the making: what readers tell, in any order, becomes an idiomatic file with readable ids.

A reader makes a `Draft` a file (and one for a codebook, where several files share definitions), tells it the claims, arguments and
statements, and calls `finish`. Claims, actors and questions get their ids at once, from their words. Arguments are told under any
key of the reader's own and get their ids at the end, for an undercut may come before the argument that it denies: `premise>target`
where the short form will do, else a name of their own.
"""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from types import MappingProxyType
from typing import Any, Final

from argmap.exchange.contract import UNDETERMINED, ReadOptions, refuse_many
from argmap.exchange.inferring import VERBS, Inference, Inferences
from argmap.exchange.naming import Names, kept_id, readable_id
from argmap.exchange.report import Tally
from argmap.model import AnnotationFile, Argument, Claim, Entry, Evidence, Statement
from argmap.reading.values import KeyPath
from argmap.words import ActorKind, ArgumentRelation, Stance

REPEATED_STATEMENTS: Final = "statements told twice"
STATEMENTS_ABOUT_NOTHING: Final = "statements about an argument that is left out"
STATING_LOSES: Final = (REPEATED_STATEMENTS, STATEMENTS_ABOUT_NOTHING)
"""What a reader of any format with statements about arguments may lose."""
WITHOUT_WORDS: Final = "entries without words, shown as …"
NO_WORDS: Final = "…"

_Fields = dict[str, Any]
_ARGUMENT: Final = 0.5
"""So much of an entry's memory an argument takes that is written on its premise."""
_ONE_MORE: Final = 0.15
"""So much each premise or speaker takes beyond the first."""
_NOTHING: Final[Mapping[str, Any]] = MappingProxyType({})
_Words = str | Mapping[str, str]


@dataclass(slots=True)
class _Said:
    fields: _Fields
    argument: Hashable | None
    key: Hashable | None
    replies: Hashable | None
    replaces: Hashable | None
    remark: str | None


class Draft:
    """One annotation file in the making.

    In all methods that define something, `named` is what the id is made from, if not from the words; `remark` is a comment that
    stands above the entry; further fields are those of the entry's model, and None and empty ones are left out. All methods that
    tell an entry raise FormatError where there are too many.

    Args:
        name: the file's name without suffix; for a codebook, `codebook`.
        options: what the user says about the files.
        tally: where what cannot be kept is counted.
        language: of the texts, as the format tells; what the user says counts more.
        codebook: a finished draft whose definitions this file sees.
    """

    def __init__(
        self, name: str, options: ReadOptions, tally: Tally, *, language: str | None = None, codebook: "Draft | None" = None
    ) -> None:
        self.name = name
        self.tally = tally
        self._most = options.most
        self.language = options.language or language or UNDETERMINED
        self.codebook = codebook
        self.comments: dict[KeyPath, str] = {}
        self.actors: dict[str, _Fields] = {}
        self.questions: dict[str, _Fields] = {}
        self.claims: dict[str, _Fields] = {}
        self.evidences: dict[str, _Fields] = {}
        self.inferences: Inferences = Inferences(tally, codebook.inferences if codebook else None)
        self.actor_names: Names = Names(codebook.actor_names.taken if codebook else ())
        self.question_names: Names = Names(codebook.question_names.taken if codebook else ())
        self.node_names: Names = Names(codebook.node_names.taken if codebook else ())
        self._head: _Fields = {}
        self._source: _Fields | None = None
        self._contraries: set[tuple[str, str]] = set()
        self._said: list[_Said] = []
        self._weights: list[tuple[Hashable, bool, float]] = []

    def file(self, **fields: Any) -> None:
        """Set fields of the file itself: `annotator`, `tags`, `note`, keys that begin with `x-` (as `**{"x-aif": …}`)."""
        self._head |= _given(fields)

    def source(self, title: _Words, **fields: Any) -> None:
        """Say which text is annotated; a file without source is a codebook."""
        self._source = _given({"title": title, **fields})

    @property
    def has_source(self) -> bool:
        """Whether a source has been told."""
        return self._source is not None

    @property
    def has_statements(self) -> bool:
        """Whether a statement has been told: then the file needs a source."""
        return bool(self._said)

    def actor(
        self, name: _Words, *, kind: ActorKind | None = None, named: str | None = None, remark: str | None = None, **fields: Any
    ) -> str:
        """Define an actor; return its id."""
        given = {"name": name, "kind": kind and str(kind), **fields}
        return self._define("actors", self.actors, self.actor_names, given, named, remark)

    def question(self, text: _Words, *, named: str | None = None, remark: str | None = None, **fields: Any) -> str:
        """Define a question; return its id."""
        return self._define("questions", self.questions, self.question_names, {"text": text, **fields}, named, remark)

    def claim(self, text: _Words, *, named: str | None = None, remark: str | None = None, **fields: Any) -> str:
        """Define a claim; return its id. What it supports, attacks and undercuts is told by `infer`, not here."""
        return self._define("claims", self.claims, self.node_names, {"text": text, **fields}, named, remark)

    def evidence(self, text: _Words, *, named: str | None = None, remark: str | None = None, **fields: Any) -> str:
        """Define a piece of evidence; return its id."""
        return self._define("evidence", self.evidences, self.node_names, {"text": text, **fields}, named, remark)

    def node(self, name: str) -> _Fields | None:
        """Return the fields of a claim or a piece of evidence of this file, to be added to: `answers`, `tags`, `x-` keys."""
        return self.claims.get(name) or self.evidences.get(name)

    def contrary(self, first: str, second: str) -> bool:
        """Say that two claims cannot both hold; return False where that was said, or cannot be: both stand in the codebook."""
        own, other = (first, second) if self.node(first) is not None else (second, first)
        entry = self.node(own)
        pair = (own, other) if own < other else (other, own)
        if entry is None or own == other or pair in self._contraries:
            return False
        self._contraries.add(pair)
        entry.setdefault("contrary", []).append(other)
        return True

    def infer(  # noqa: PLR0913 - one parameter a part of an argument
        self,
        key: Hashable,
        premises: Iterable[str],
        relation: ArgumentRelation,
        target: Hashable,
        *,
        named: str | None = None,
        remark: str | None = None,
        **fields: Any,
    ) -> None:
        """Tell an argument.

        Args:
            key: what the reader calls it, in this file; undercuts and statements name it so.
            premises: ids of claims, at least one.
            relation: what it does to its target.
            target: the id of a claim; for an undercut, the key of an argument, which may be told later, or stand in the codebook.
            named: what its id is made from, where the format has a name for it; else the short form is used where it will do.
            remark: a comment that stands above the entry.
            fields: scheme, tags, note, `x-` keys.
        """
        given_premises = tuple(dict.fromkeys(premises))
        self.count(_ARGUMENT + _ONE_MORE * (len(given_premises) - 1))
        given = _given(fields) if fields else _NOTHING
        inference = Inference(given_premises, relation, target, given, named, remark)
        self.inferences.add(key, inference)

    def state(  # noqa: PLR0913 - one parameter a part of a statement
        self,
        by: str | Iterable[str],
        stance: Stance,
        *,
        claim: str | None = None,
        argument: Hashable | None = None,
        key: Hashable | None = None,
        replies: Hashable | None = None,
        replaces: Hashable | None = None,
        remark: str | None = None,
        **fields: Any,
    ) -> None:
        """Tell a statement.

        Args:
            by: id or ids of actors.
            stance: the side taken.
            claim: the id of the claim or the evidence it is about.
            argument: or the key of the argument it is about.
            key: what the reader calls it, where another statement names it; of several under one key the first is named.
            replies: the key of the statement it answers.
            replaces: the key of the statement it takes the place of.
            remark: a comment that stands above the entry.
            fields: quote, via, speech, gloss, given, hedge, note, …
        """
        speakers = [by] if isinstance(by, str) else list(by)
        self.count(1 + _ONE_MORE * (len(speakers) - 1))
        is_evidence = claim in self.evidences or (self.codebook is not None and claim in self.codebook.evidences)
        about = {} if claim is None else {"evidence" if is_evidence else "claim": claim}
        said = _given({"by": speakers, **about, "stance": str(stance), **fields})
        self._said.append(_Said(said, argument, key, replies, replaces, remark))

    def weigh(self, weight: float, *, claim: str | None = None, argument: Hashable | None = None) -> None:
        """Give a claim a credence, or an argument (by its key) a strength, from 0 to 1."""
        self._weights.append((claim if argument is None else argument, argument is not None, weight))

    def count(self, part: float = 1) -> None:
        """Count what a reader is about to keep besides what it tells, in entries or parts of one.

        Raises:
            FormatError: it is too much.
        """
        refuse_many(self.tally.entry(part), self._most)

    def finish(self) -> AnnotationFile:
        """Return the file; a codebook is finished before the drafts of the files that see it are made."""
        self.inferences.name(self.node_names, lambda name: name in self.claims or name in self.evidences)
        arguments = self._arguments()  # adds the short forms to claims and evidence
        sections = {
            "actors": self.actors,
            "questions": self.questions,
            "claims": _modelled(Claim, self.claims),
            "evidence": _modelled(Evidence, self.evidences),
            "arguments": _modelled(Argument, arguments),
            "statements": self._statements(),
            "weights": self._weighted(),
        }
        head = {"argmap": "1", "language": self.language, **self._head}
        if self.codebook is not None:
            head["include"] = [f"{self.codebook.name}.yaml"]
        if self._source is not None:
            head["source"] = self._source
        return AnnotationFile.model_validate({**head, **{name: entries for name, entries in sections.items() if entries}})

    def _define(  # noqa: PLR0913, PLR0917 - what is defined, and where
        self, section: str, entries: dict[str, _Fields], names: Names, fields: _Fields, named: str | None, remark: str | None
    ) -> str:
        self.count()
        key = "name" if section == "actors" else "text"
        texts = [text for text in ([fields[key]] if isinstance(fields[key], str) else fields[key].values()) if text.strip()]
        otherwise = section.removesuffix("s")
        if not texts:
            self.tally.changed(WITHOUT_WORDS, named or otherwise)
            fields = {**fields, key: NO_WORDS}
        name = names.take(kept_id(named) or readable_id(named or next(iter(texts), ""), otherwise))
        entries[name] = _given(fields)
        self._remark((section, name), remark)
        return name

    def _remark(self, path: KeyPath, words: str | None) -> None:
        if words:
            self.comments[path] = words

    def _arguments(self) -> dict[str, _Fields]:
        arguments: dict[str, _Fields] = {}
        for inference in self.inferences.all():
            verb = VERBS[inference.relation]
            target = self.inferences.target_of(inference)
            if inference.is_short:
                (self.node(inference.premises[0]) or {}).setdefault(verb, []).append(target)
            else:
                arguments[inference.id] = {"premises": list(inference.premises), verb: target, **inference.fields}
                self._remark(("arguments", inference.id), inference.remark)
        self.inferences.keep_ids()
        return arguments

    def _statements(self) -> list[Statement]:
        ids = self._statement_ids()
        result: list[Statement] = []
        seen: set[bytes] = set()
        named: set[Hashable] = set()
        self._said.reverse()
        while self._said:  # each is let go as it becomes a statement: there may be hundreds of thousands
            said = self._said.pop()
            fields = said.fields
            if said.argument is not None:
                name = self.inferences.id_of(said.argument)
                if name is None:
                    self.tally.lost(STATEMENTS_ABOUT_NOTHING, fields["by"][0])
                    continue
                fields["argument"] = name
            fields |= _given({"replies": ids.get(said.replies), "replaces": ids.get(said.replaces)})
            told = _digest(repr(sorted((name, repr(value)) for name, value in fields.items())))
            is_named = said.key in ids and said.key not in named
            if told in seen and not is_named:
                self.tally.lost(REPEATED_STATEMENTS, fields["by"][0])
                continue
            seen.add(told)
            if is_named:
                named.add(said.key)
                fields["id"] = ids[said.key]
            self._remark(("statements", len(result)), said.remark)
            result.append(Statement.model_validate(fields))
        return result

    def _statement_ids(self) -> dict[Hashable, str]:
        """The ids of the statements that others name, by their keys."""
        wanted = {key for said in self._said for key in (said.replies, said.replaces) if key is not None}
        ids: dict[Hashable, str] = {}
        numbers: dict[str, int] = {}
        for said in self._said:
            lost = said.argument is not None and self.inferences.id_of(said.argument) is None
            if said.key in wanted and said.key not in ids and not lost:
                speaker = said.fields["by"][0]
                numbers[speaker] = numbers.get(speaker, 0) + 1
                ids[said.key] = f"{speaker}-{numbers[speaker]}"
        return ids

    def _weighted(self) -> dict[str, float]:
        result: dict[str, float] = {}
        for target, is_argument, weight in self._weights:
            name = self.inferences.id_of(target) if is_argument else str(target)
            if name is not None:
                result.setdefault(name, weight)
        return result


def _modelled(kind: type[Entry], entries: dict[str, _Fields]) -> Mapping[str, Entry]:
    """Make each entry a model in place of its fields: there may be hundreds of thousands."""
    modelled: dict[str, Any] = entries
    for name, fields in entries.items():
        modelled[name] = kind.model_validate(fields)
    return modelled


def _digest(words: str) -> bytes:
    """What stands for a long text where texts are only compared."""
    return blake2b(words.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _given(fields: Mapping[str, Any]) -> _Fields:
    return {name: value for name, value in fields.items() if value is not None and value not in ("", (), [], {})}
