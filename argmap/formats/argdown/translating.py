"""Debate → annotation file.

A statement is a claim. So is an argument without premises: its description is the reason it gives; an undercut of it denies every
inference from it. A reconstructed argument is one argument for each of its steps. What is Argdown's own is kept under `x-argdown`:
titles that make no id, the front matter, data in braces, and which claims are arguments without premises.
"""

from collections.abc import Hashable, Iterator
from itertools import count
from typing import Any, Final

from argmap.exchange.building import STATING_LOSES, Draft
from argmap.exchange.dates import date_of
from argmap.exchange.decoding import taken
from argmap.exchange.inferring import INFERRING_LOSES
from argmap.exchange.naming import kept_id
from argmap.formats.argdown.data import (
    DATA,
    DENIAL,
    EVIDENCE,
    INFERENCE,
    OPPONENT,
    OWN,
    PROPONENT,
    SKETCHED,
    TITLE,
    fields_of,
)
from argmap.formats.argdown.debate import Debate, End, EndKind, Node, Relation, RelationKind, Step
from argmap.formats.argdown.escaping import plain
from argmap.words import ArgumentRelation, QuestionKind, Stance

SOURCE: Final = "source"
"""The mark, under `argmap` in the front matter, of one that is about a source."""

SKETCHED_ARGUMENTS: Final = "arguments without premises, as claims"
CONTRADICTIONS: Final = "contradictions, as contraries: both may fail"
ENTAILMENTS: Final = "strict support (entailment), as support"
RELATIONS_TO_ARGUMENTS: Final = "attacks and supports of an argument with one premise, as of that premise"
ATTACKS_ON_ARGUMENTS: Final = "attacks on an argument of which it is not said which premise they deny, as undercuts"
UNDERCUTS_OF_NOTHING: Final = "undercuts of what draws no inference, as attacks"
SUPPORT_OF_ARGUMENTS: Final = "supports of an argument of which it is not said which premise they strengthen"
LINKS_OF_ARGUMENTS: Final = "links in the description of an argument with premises"
CHANGES: Final = (
    SKETCHED_ARGUMENTS,
    CONTRADICTIONS,
    ENTAILMENTS,
    RELATIONS_TO_ARGUMENTS,
    ATTACKS_ON_ARGUMENTS,
    UNDERCUTS_OF_NOTHING,
)
_OF_ARGUMENTS: Final = frozenset({PROPONENT, OPPONENT, DENIAL, "weight"})
LOSES: Final = (SUPPORT_OF_ARGUMENTS, LINKS_OF_ARGUMENTS, *INFERRING_LOSES, *STATING_LOSES)


def translate(debate: Debate, draft: Draft) -> Draft:
    """Tell a draft what a debate says; return it."""
    _Translator(debate, draft).translate()
    return draft


class _Translator:
    """A debate on its way into a draft."""

    def __init__(self, debate: Debate, draft: Draft) -> None:
        self.debate = debate
        self.draft = draft
        self.tally = draft.tally
        self._claims: dict[End, str] = {}
        """The ids of statements and of arguments without premises."""
        self._numbers = count()
        """The keys of the arguments that a relation is told as."""
        self._keys: dict[End, list[Hashable]] = {}
        """By what they start from, where that is undercut: the arguments told so far."""
        self._actors: dict[str, str] = {}
        self._denials = self._find_denials()

    def translate(self) -> None:
        """Tell the draft everything."""
        reconstructed = [node for node in self.debate.order if node.steps]
        self.debate.statements.clear()  # each is let go of as it becomes a claim: there may be hundreds of thousands
        for node in taken(self.debate.order):
            if not node.steps and node.end not in self._denials:
                self._claim(node)
        told = [relation for relation in self.debate.relations if relation.start not in self._denials]
        undercuts = {relation: next(self._numbers) for relation in told if relation.kind is RelationKind.UNDERCUT}
        self._keys = {relation.end: [] for relation in undercuts}
        for relation in told:
            if relation.kind is not RelationKind.UNDERCUT:
                self._relation(relation, next(self._numbers))
        for relation, number in undercuts.items():
            self._remember(relation, number)
        for node in reconstructed:
            self._argument(node)
        for relation, number in undercuts.items():
            self._relation(relation, number)
        self._questions()
        self._head()

    def _find_denials(self) -> dict[End, list[Relation]]:
        """Conclusions that are told only to deny something, with what they deny."""
        marked = {node.end for node in self.debate.statements.values() if str(node.data.get(DENIAL)).lower() == "true"}
        if not marked:
            return {}
        denied: dict[End, list[Relation]] = {}
        for relation in self.debate.relations:
            if relation.kind in {RelationKind.ATTACK, RelationKind.UNDERCUT}:
                denied.setdefault(relation.start, []).append(relation)
            else:
                marked.discard(relation.start)
            marked.discard(relation.end)
        concluded: set[End] = set()
        for argument in self.debate.arguments.values():
            marked -= {_statement(title) for step in argument.steps for title in step.premises}
            marked -= {_statement(step.conclusion) for step in argument.steps[:-1]}
            concluded |= {_statement(step.conclusion) for step in argument.steps[-1:]}
        return {end: relations for end, relations in denied.items() if end in marked and end in concluded}

    def _claim(self, node: Node) -> None:
        words = node.text or node.title
        named = node.title if node.has_title else None
        fields, weight, rest = fields_of(node.data)
        define = self.draft.evidence if fields.pop(EVIDENCE, False) else self.draft.claim
        fields["cites"] = [*fields.get("cites", ()), *({"title": link.title, "url": link.url} for link in node.links)]
        claim = define(words, named=named, remark=_remark(node), tags=tuple(node.tags), **fields)
        own: dict[str, Any] = {TITLE: named} if named is not None and named not in {claim, words} else {}
        own |= {SKETCHED: True} if node.is_argument else {}
        own |= {DATA: plain(rest)} if rest else {}
        if own:
            (self.draft.node(claim) or {})[OWN] = own
        self._claims[node.end] = claim
        if node.is_argument:
            self.tally.changed(SKETCHED_ARGUMENTS, node.title)
        for actor, stance in self._holders(node):
            self.draft.state(actor, stance, claim=claim)
        if weight is not None:
            self.draft.weigh(weight, claim=claim)

    def _relation(self, relation: Relation, number: int) -> None:
        if relation.kind in {RelationKind.CONTRARY, RelationKind.CONTRADICTORY}:
            if not self.draft.contrary(self._claims[relation.start], self._claims[relation.end]):
                return
            if relation.kind is RelationKind.CONTRADICTORY:
                self.tally.changed(CONTRADICTIONS, f"{relation.start.title} – {relation.end.title}")
            return
        if relation.kind is RelationKind.ENTAILS:
            self.tally.changed(ENTAILMENTS, f"{relation.start.title} – {relation.end.title}")
        for row, (kind, target) in enumerate(self._bearings(relation)):
            key = number if row == 0 else next(self._numbers)
            self.draft.infer(key, [self._claims[relation.start]], kind, target)
            if relation.kind is not RelationKind.UNDERCUT:
                self._remember(relation, key)

    def _remember(self, relation: Relation, key: int) -> None:
        if relation.start in self._keys:
            self._keys[relation.start].append(key)

    def _bearings(self, relation: Relation) -> Iterator[tuple[ArgumentRelation, Hashable]]:
        """What a relation does to what: to a claim, by its id, or to an argument, by its key."""
        kind, end = relation.kind, relation.end
        claim = self._claims.get(end)
        example = f"{relation.start.title} – {end.title}"
        if kind is RelationKind.UNDERCUT:
            keys = [end] if end.kind is EndKind.INFERENCE else self._keys.get(end, []) if claim else [self._last_step(end)]
            for key in keys:
                yield ArgumentRelation.UNDERCUT, key
            if not keys and claim is not None:
                self.tally.changed(UNDERCUTS_OF_NOTHING, example)
                yield ArgumentRelation.ATTACK, claim
            return
        does = ArgumentRelation.ATTACK if kind is RelationKind.ATTACK else ArgumentRelation.SUPPORT
        if claim is not None:
            yield does, claim
            return
        premises = [self._claims[_statement(title)] for title in self.debate.premises(self.debate.arguments[end.title])]
        if len(premises) == 1:
            self.tally.changed(RELATIONS_TO_ARGUMENTS, example)
            yield does, premises[0]
        elif does is ArgumentRelation.ATTACK:
            self.tally.changed(ATTACKS_ON_ARGUMENTS, example)
            yield ArgumentRelation.UNDERCUT, self._last_step(end)
        else:
            self.tally.lost(SUPPORT_OF_ARGUMENTS, example)

    def _last_step(self, argument: End) -> End:
        return End(EndKind.INFERENCE, argument.title, len(self.debate.arguments[argument.title].steps) - 1)

    def _argument(self, node: Node) -> None:
        self.tally.lost(LINKS_OF_ARGUMENTS, node.title, len(node.links))
        last = len(node.steps) - 1
        for number, step in enumerate(node.steps):
            key = End(EndKind.INFERENCE, node.title, number)
            fields = _fields_of(node, step, is_last=number == last)
            premises = [self._claims[_statement(title)] for title in step.premises]
            conclusion = _statement(step.conclusion)
            denied = self._denials.get(conclusion)
            if denied is None:
                bearings: list[tuple[ArgumentRelation, Hashable]] = [(ArgumentRelation.SUPPORT, self._claims[conclusion])]
                targets = [conclusion]
            else:
                bearings = [bearing for relation in denied for bearing in self._bearings(relation)]
                targets = [relation.end for relation in denied]
            named = None
            if node.has_title and (fields or len(premises) > 1 or not _is_generated(node, step.premises[0], targets)):
                named = node.title if number == last else f"{node.title} {number + 1}"
                if number == last and kept_id(named) is None:
                    fields[OWN] = {TITLE: named, **fields.get(OWN, {})}
            remark = _remark(node) if number == last else None
            for row, (kind, target) in enumerate(bearings):
                self.draft.infer(key if row == 0 else (key, row), premises, kind, target, named=named, remark=remark, **fields)
        for actor, stance in self._holders(node):
            self.draft.state(actor, stance, argument=End(EndKind.INFERENCE, node.title, last))
        weight = fields_of(node.data)[1]
        if weight is not None:
            self.draft.weigh(weight, argument=End(EndKind.INFERENCE, node.title, last))

    def _holders(self, node: Node) -> Iterator[tuple[str, Stance]]:
        """Those who are for and against a statement or argument, by id."""
        for key, stance in ((PROPONENT, Stance.FOR), (OPPONENT, Stance.AGAINST)):
            for name in dict.fromkeys(_names(node.data.get(key))):
                yield self._actor(name), stance

    def _actor(self, name: str) -> str:
        if name not in self._actors:
            self._actors[name] = self.draft.actor(name)
        return self._actors[name]

    def _questions(self) -> None:
        for heading in self.debate.questions:
            kind = QuestionKind.CHOICE if heading.data.get("kind") == QuestionKind.CHOICE else QuestionKind.OPEN
            note = heading.data.get("note")
            words = note if isinstance(note, str) else None
            question = self.draft.question(heading.text, kind=str(kind), tags=heading.tags, note=words)
            self.tally.kept("headings that ask, as questions")
            for title in heading.answers:
                entry = self.draft.node(self._claims.get(_statement(title), ""))
                if entry is not None:
                    entry.setdefault("answers", []).append(question)

    def _head(self) -> None:
        head = dict(self.debate.head)
        if head.pop("argmap", None) == SOURCE or self.draft.has_statements:
            title = next(_names(head.pop("title", None)), self.draft.name)
            authors = [self._actor(author) for author in dict.fromkeys(_names(head.pop("author", None)))]
            outlet = next(_names(head.pop("outlet", None)), None)
            date = date_of(next(_names(head.get("date")), ""))
            if date is not None:
                del head["date"]
            url = next(_names(head.pop("url", None)), None)
            self.draft.source(title, author=authors, outlet=outlet and self._actor(outlet), date=date, url=url)
        self.draft.file(**{OWN: plain(head)})


def _statement(title: str) -> End:
    return End(EndKind.STATEMENT, title)


def _is_generated(node: Node, premise: str, targets: list[End]) -> bool:
    """Whether the title of an argument says no more than that its one premise bears on its target."""
    return [node.title] == [short_title(premise, target.title) for target in targets]


def short_title(premise: str, target: str) -> str:
    """Return the title of an argument that has none of its own."""
    return f"{premise} → {target}"


def _fields_of(node: Node, step: Step, *, is_last: bool) -> dict[str, Any]:
    """What stands on the argument of one step; what is said of all of them stands on the last."""
    own: dict[str, Any] = {INFERENCE: plain(step.data)} if step.data else {}
    fields: dict[str, Any] = {"scheme": ", ".join(step.rules)}
    if is_last:
        rest = {
            name: value for name, value in node.data.items() if name in fields_of({name: value})[2] or name not in _OF_ARGUMENTS
        }
        own |= {DATA: plain(rest)} if rest else {}
        fields |= {"tags": tuple(node.tags), "note": node.text}
    return {name: value for name, value in {**fields, OWN: own}.items() if value}


def _remark(node: Node) -> str | None:
    return "\n".join([*(f"— {heading} —" for heading in node.headings), *node.remarks]) or None


def _names(value: object) -> Iterator[str]:
    """The names in a value of the data: of one, or of several in a list."""
    for name in value if isinstance(value, list) else [value]:
        words = " ".join(name.split()) if isinstance(name, str) else ""
        if words:
            yield words
