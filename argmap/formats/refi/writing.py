"""Graph → REFI-QDA: the XML of a project or a codebook, and the texts of its sources.

QDA-XML 1.0 wants the parts of every element in an order of its own, which is kept here and listed in `ORDER`. GUIDs are made from
words, so that the same graph gives the same bytes.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final
from uuid import uuid5

from argmap.formats.refi.defining import OWN, side_named
from argmap.formats.refi.elements import SPACE, Guids, document, element, group, ref
from argmap.formats.refi.placing import Placed, place_statements
from argmap.graph import Actor, Argument, Claim, Entity, Graph, Source
from argmap.provenance import Provenance
from argmap.text import Text, words_of
from argmap.words import ArgumentRelation, Stance

PROJECT: Final = "urn:QDA-XML:project:1.0"
CODEBOOK: Final = "urn:QDA-XML:codebook:1.0"
ORIGIN: Final = "argmap"
TEXTS: Final = "sources"
"""The folder of texts in a project; some programs look for it letter by letter."""
ORDER: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "Project": ("Users", "CodeBook", "Variables", "Cases", "Sources", "Links", "Sets"),
        "CodeBook": ("Codes", "Sets"),
        "Code": ("Description", "Code"),
        "Case": ("Description", "VariableValue", "SelectionRef"),
        "TextSource": ("Description", "PlainTextSelection", "VariableValue"),
        "PlainTextSelection": ("Description", "Coding"),
        "VariableValue": ("VariableRef", "TextValue"),
        "Set": ("MemberCode", "MemberSource"),
    }
)
"""What is written inside of an element, in the order that the schema of QDA-XML 1.0 wants; in a project, a codebook has no sets."""

_SIDES: Final = MappingProxyType({Stance.FOR: "pro", Stance.AGAINST: "con", Stance.MIXED: "mixed", Stance.NEUTRAL: "neutral"})
_COLOURS: Final = MappingProxyType(
    {Stance.FOR: "#2E8B57", Stance.AGAINST: "#C0392B", Stance.MIXED: "#D68910", Stance.NEUTRAL: "#7F8C8D"}
)
_VERBS: Final = MappingProxyType(
    {ArgumentRelation.SUPPORT: "supports", ArgumentRelation.ATTACK: "attacks", ArgumentRelation.UNDERCUT: "undercuts"}
)
_LONGEST_NAME: Final = 60


@dataclass(frozen=True, slots=True)
class Written:
    """A project as XML, and the texts of its sources by GUID."""

    xml: bytes
    texts: Mapping[str, str]


def codebook_xml(graph: Graph, language: str) -> bytes:
    """Return claims and questions as a codebook."""
    writer = _Writer(graph, language)
    codes = element("Codes", {}, *writer.codes({}))
    return document(element("CodeBook", {"xmlns": CODEBOOK, "origin": ORIGIN}, codes, *writer.sets()))


def project_xml(graph: Graph, provenance: Provenance, language: str, name: str) -> Written:
    """Return a graph as a project."""
    return _Writer(graph, language).project(provenance, name)


class _Writer:
    """A project in the making."""

    def __init__(self, graph: Graph, language: str) -> None:
        self.graph = graph
        self.language = language
        self.guids = Guids()
        self._questions = {name: self.guids.make("question", self._words(one.text)) for name, one in graph.questions.items()}
        self._ordered = self._in_order()
        self._codes = {claim.id: self.guids.make("code", self._words(claim.text)) for claim in self._ordered}
        self._cases = {name: self.guids.make("case", self._words(one.name)) for name, one in graph.actors.items()}
        self._variables: dict[str, str] = {}
        self._tagged: dict[str, list[str]] = {}
        """Sources by their tags."""

    def _in_order(self) -> list[Claim]:
        """The claims as their codes stand: the answers of each question, then the others."""
        answers: dict[str, list[Claim]] = {question: [] for question in self.graph.questions}
        others: list[Claim] = []
        for claim in self.graph.claims.values():
            (answers[claim.answers[0]] if claim.answers else others).append(claim)
        return [claim for claims in (*answers.values(), others) for claim in claims]

    def _words(self, text: Text | None) -> str:
        return " ".join(words_of(text, self.language).split()) if text is not None else ""

    def project(self, provenance: Provenance, name: str) -> Written:
        """Return the whole project."""
        placed = place_statements(self.graph, provenance)
        users = {user: self.guids.make("user", user) for user in dict.fromkeys(map(_user, self.graph.sources.values())) if user}
        sides: dict[str, dict[Stance, str]] = {}
        for one in placed:
            for said in one.said:
                code = self._codes[said.statement.target]
                sides.setdefault(said.statement.target, {}).setdefault(said.statement.stance, "")
                sides[said.statement.target][said.statement.stance] = str(uuid5(SPACE, f"{code}/{said.statement.stance}"))
        selections: dict[str, list[str]] = {}
        texts: dict[str, str] = {}
        sources = [self._source(one, users, sides, selections, texts) for one in placed]
        cases = [self._case(actor, selections.get(actor.id, [])) for actor in self.graph.actors.values()]
        codes = self.codes(sides)
        parts = (
            group("Users", (element("User", {"guid": guid, "name": user}) for user, guid in users.items())),
            element("CodeBook", {}, element("Codes", {}, *codes)) if codes else "",
            group("Variables", map(_variable, self._variables.items())),
            group("Cases", cases),
            group("Sources", sources),
            group("Links", self._links()),
            *self.sets(),
        )
        xml = document(element("Project", {"xmlns": PROJECT, "name": name, "origin": ORIGIN}, *parts))
        return Written(xml, texts)

    def codes(self, sides: Mapping[str, Mapping[Stance, str]]) -> list[str]:
        """Return questions with the claims that answer them, then the other claims, each with its pro and con."""
        codes: list[str] = []
        answering: dict[str, list[str]] = {}
        for claim in self._ordered:
            name = self._words(claim.text)
            inner = [self._side(name, stance, guid) for stance in _SIDES if (guid := sides.get(claim.id, {}).get(stance))]
            told = {"guid": self._codes[claim.id], "name": name, "isCodable": "true"}
            code = element("Code", told, *self._noted(claim), *inner)
            (answering.setdefault(claim.answers[0], []) if claim.answers else codes).append(code)
        questions = []
        for question in self.graph.questions.values():
            note = f"\n{words_of(question.note, self.language)}" if question.note else ""
            told = {"guid": self._questions[question.id], "name": self._words(question.text), "isCodable": "false"}
            described = self._description(f"question ({question.kind}){note}")
            questions.append(element("Code", told, *described, *answering.get(question.id, [])))
        return questions + codes

    @staticmethod
    def _side(claim: str, stance: Stance, guid: str) -> str:
        told = {"guid": guid, "name": side_named(_SIDES[stance], claim), "isCodable": "true", "color": _COLOURS[stance]}
        return element("Code", told)

    def _noted(self, *entities: Entity) -> list[str]:
        """What is noted on something; of a source that several have annotated, by each of them."""
        notes = dict.fromkeys(words_of(one.note, self.language).strip() for one in entities if one.note)
        return self._description("\n".join(notes))

    @staticmethod
    def _description(words: str) -> list[str]:
        return [element("Description", {}, text=words.strip())] if words.strip() else []

    def sets(self) -> list[str]:
        """Return the tags of claims, and of the sources that have been written, as sets."""
        members: dict[str, list[str]] = {}
        for claim in self._ordered:
            for tag in claim.tags:
                members.setdefault(" ".join(tag.split()), []).append(ref("MemberCode", self._codes[claim.id]))
        for tag, guids in self._tagged.items():
            members.setdefault(tag, []).extend(ref("MemberSource", guid) for guid in guids)
        told = [element("Set", {"guid": self.guids.make("set", tag), "name": tag}, *refs) for tag, refs in members.items() if tag]
        return [group("Sets", told)]

    def _values(self, told: Mapping[str, str], entity: Entity) -> list[str]:
        own = entity.extensions.get(OWN)
        others = (
            {" ".join(str(name).split()): " ".join(str(value).split()) for name, value in own.items()}
            if isinstance(own, dict)
            else {}
        )
        values: list[str] = []
        for name, words in {**others, **{name: words for name, words in told.items() if words}}.items():
            if name and words:
                guid = self._variables.setdefault(name, str(uuid5(SPACE, f"variable/{name}")))
                values.append(element("VariableValue", {}, ref("VariableRef", guid), element("TextValue", {}, text=words)))
        return values

    def _case(self, actor: Actor, selections: Iterable[str]) -> str:
        affiliation = self.graph.actors.get(actor.affiliation or "")
        told = {
            "kind": str(actor.kind),
            "role": self._words(actor.role),
            "affiliation": self._words(affiliation.name) if affiliation is not None else "",
        }
        values = self._values(told, actor)
        refs = (ref("SelectionRef", guid) for guid in selections)
        return element(
            "Case", {"guid": self._cases[actor.id], "name": self._words(actor.name)}, *self._noted(actor), *values, *refs
        )

    def _source(
        self,
        placed: Placed,
        users: Mapping[str, str],
        sides: Mapping[str, Mapping[Stance, str]],
        selections: dict[str, list[str]],
        texts: dict[str, str],
    ) -> str:
        source = placed.sources[0]
        title = self._words(source.title)
        guid = self.guids.make("source", title)
        attributes = {"guid": guid, "name": title, "plainTextPath": f"internal://{guid}.txt"}
        texts[guid] = placed.text  # an empty one too, for a source without text is refused
        for tag in dict.fromkeys(" ".join(tag.split()) for one in placed.sources for tag in one.tags):
            self._tagged.setdefault(tag, []).append(guid)
        parts = self._noted(*placed.sources)
        for said in placed.said:
            statement = said.statement
            code = sides[statement.target][statement.stance]
            speakers = [actor for actor in self._cases if actor in statement.actors]
            names = [self._cases[actor] for actor in speakers]
            selection = self.guids.make("selection", guid, str(said.start), str(said.end), code, *names)
            for actor in speakers:
                selections.setdefault(actor, []).append(selection)
            user = users.get(_user(self.graph.sources[statement.source]), "")
            creator = {"creatingUser": user} if user else {}
            coding = element("Coding", {"guid": self.guids.make("coding", selection), **creator}, ref("CodeRef", code))
            name = " ".join(placed.text[said.start : said.end].split())
            told = {"guid": selection, "name": name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1]}…"}
            place = {"startPosition": str(said.start), "endPosition": str(said.end)}
            parts.append(element("PlainTextSelection", {**told, **place, **creator}, *self._noted(statement), coding))
        values = self._values(self._told(source), source)
        return element("TextSource", attributes, *parts, *values)

    def _told(self, source: Source) -> dict[str, str]:
        outlet = self.graph.actors.get(source.outlet or "")
        return {
            "id": source.id.partition("@")[0],
            "date": source.date or "",
            "author": "; ".join(self._words(self.graph.actors[author].name) for author in source.author),
            "outlet": self._words(outlet.name) if outlet is not None else "",
            "url": source.url or "",
        }

    def _links(self) -> list[str]:
        """Arguments as links between codes, of several premises one each; contraries as mutual links."""
        rank = {claim.id: position for position, claim in enumerate(self._ordered)}
        relations = list(ArgumentRelation)

        def place(argument: Argument) -> tuple[int, int, bool]:
            return rank[argument.premises[0]], relations.index(argument.relation), not argument.shorthand

        ordered = sorted(self.graph.arguments.values(), key=place)
        names = {one.id: _VERBS[one.relation] if one.shorthand else f"{_VERBS[one.relation]} ({_local(one)})" for one in ordered}
        guids = {
            (one.id, premise): self.guids.make("link", names[one.id], self._codes[premise], self._end_words(one))
            for one in ordered
            for premise in one.premises
        }
        links = []
        for argument in ordered:
            told = self.graph.arguments.get(argument.target)
            target = self._codes[argument.target] if told is None else guids[told.id, told.premises[0]]
            for premise in argument.premises:
                ends = {"originGUID": self._codes[premise], "targetGUID": target}
                told_as = {"guid": guids[argument.id, premise], "name": names[argument.id], "direction": "OneWay"}
                links.append(element("Link", {**told_as, **ends}))
        for pair in sorted(sorted((rank[first], rank[second])) for first, second in self.graph.contraries):
            first, second = (self._codes[self._ordered[position].id] for position in pair)
            told_as = {"guid": self.guids.make("link", "contrary", first, second), "name": "contrary", "direction": "Bidirectional"}
            links.append(element("Link", {**told_as, "originGUID": first, "targetGUID": second}))
        return links

    def _end_words(self, argument: Argument) -> str:
        told = self.graph.arguments.get(argument.target)
        return self._codes[argument.target] if told is None else f"{self._codes[told.premises[0]]} {told.relation}"


def _local(argument: Argument) -> str:
    return argument.id.partition("/")[2]


def _user(source: Source) -> str:
    return " ".join((source.annotator.name or source.annotator.id).split()) if source.annotator is not None else ""


def _variable(told: tuple[str, str]) -> str:
    return element("Variable", {"guid": told[1], "name": told[0], "typeOfVariable": "Text"})
