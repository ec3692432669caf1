"""Carneades 4: argument graphs in YAML → annotation files.

Statements by key; arguments from premises to a conclusion, with an undercutter: the statement that, if it holds, denies the
inference; issues with their positions, of which at most one can be accepted; assumptions.
"""

import re
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from argmap.diagnostics import TextFile
from argmap.exchange.building import WITHOUT_WORDS, Draft
from argmap.exchange.contract import MEBIBYTE, Candidate, Format, FormatError, Imported, ReadOptions, read_each, too_many
from argmap.exchange.decoding import text_of
from argmap.exchange.finishing import finished
from argmap.exchange.inferring import INFERRING_LOSES
from argmap.exchange.naming import Names, bare_name
from argmap.exchange.report import Tally
from argmap.exchange.sizing import Size
from argmap.exchange.spacing import line_of
from argmap.reading.values import TooManyValues, parse
from argmap.words import ArgumentRelation, QuestionKind

OWN: Final = "x-carneades"
"""The key under which stands what an annotation has no field for: roles of premises, parameters, proof standards, the head."""

ASSUMPTIONS: Final = "assumptions, as a credence of 1"
UNDERCUTTERS: Final = "undercutters that only have a name, as undercuts by what leads to them"
NAMELESS_ISSUES: Final = "issues, as questions that are called after their positions"
OWN_KEPT: Final = "roles of premises, parameters, weights that are no number from 0 to 1 and proof standards, under x-carneades"
NO_PREMISES: Final = "arguments without premises"
NO_CONCLUSION: Final = "arguments and positions about a statement that is not there"
SCHEMES: Final = "definitions of schemes, of weighing functions and of the language"
TESTS: Final = "labels, expected labels and references"
FAULTS: Final = "what is no YAML of this kind: equal keys, tags, anchors"
CHANGES: Final = (ASSUMPTIONS, UNDERCUTTERS, NAMELESS_ISSUES, OWN_KEPT, WITHOUT_WORDS)
LOSES: Final = (NO_PREMISES, NO_CONCLUSION, SCHEMES, TESTS, FAULTS, *INFERRING_LOSES)

_OURS: Final = re.compile(r"^argmap\s*:", re.MULTILINE)
_STATEMENTS: Final = re.compile(r"^statements\s*:\s*(?:#.*)?\n(?:[ \t]*(?:#.*)?\n)*[ \t]+[^\s#-]", re.MULTILINE)
_OTHERS: Final = re.compile(r"^(?:arguments|issues|assumptions|meta|language)\s*:", re.MULTILINE)
_NUMBERED: Final = re.compile(r"\w{0,3}\d+(?:[.\w]*\d)?")
_NOT_APPLICABLE: Final = re.compile(r"¬\s*app\(.*\)|undercut\(.*\)", re.IGNORECASE)
_DEFINITIONS: Final = ("language", "weighing_functions", "argument_schemes", "issue_schemes")
_TESTED: Final = ("labels", "tests", "references")
_VALUES_OF_AN_ENTRY: Final = 4
"""So many keys and values of YAML take as much memory as an entry."""
_USUAL_STANDARD: Final = "PE"


def tells(candidate: Candidate) -> bool:
    """Return whether a file is an argument graph of Carneades: statements by key, and arguments or issues."""
    sample = candidate.sample.replace("\r\n", "\n")
    return bool(_STATEMENTS.search(sample) and _OTHERS.search(sample)) and not _OURS.search(sample)


def read(files: Mapping[str, bytes], options: ReadOptions) -> Imported:
    """Return each argument graph as an annotation file.

    Raises:
        FormatError: none of them can be read.
    """
    tally = Tally()
    names = Names({"codebook"})
    size = Size(options.most)

    def draft(name: str, data: bytes) -> Draft:
        value, values, faults = _value_of(text_of(data, name, options.encoding), name, options.most)
        size.add(values / _VALUES_OF_AN_ENTRY)
        tally.lost(FAULTS, name, number=faults)
        made = Draft(names.take(bare_name(name)), options, tally)
        _Graph(value, made).tell()
        return made

    drafts, faults = read_each(files, draft)
    return finished(drafts, tally, faults)


def _value_of(text: str, name: str, most: int) -> tuple[dict[str, Any], int, int]:
    """What a file says, how many keys and values and how many faults it has; where the keys and values stand is forgotten."""
    try:
        parsed = parse(TextFile(name, text), most * _VALUES_OF_AN_ENTRY)
    except TooManyValues:
        raise too_many(most, name) from None
    value = parsed.value
    if not isinstance(value, dict) or not isinstance(value.get("statements"), dict):
        first = next((one for one in parsed.diagnostics), None)
        line = first.finding.at.line if first is not None else None
        why = f": {first.finding.message}" if first is not None else ""
        raise FormatError(f"there are no `statements` by key in it{why}", file=name, line=line)
    return value, len(parsed.marks.spans), len(parsed.diagnostics)


@dataclass(slots=True)
class _Argument:
    key: str
    premises: list[str]
    conclusion: str
    undercutter: str
    roles: dict[str, str]
    """Of premises, where they have any."""
    own: dict[str, Any]
    scheme: str


class _Graph:
    """An argument graph on its way into a draft."""

    def __init__(self, value: dict[str, Any], draft: Draft) -> None:
        self.value = value
        self.draft = draft
        self.tally = draft.tally
        self.statements = _mapping(value.get("statements"))
        self.arguments = list(self._arguments(_mapping(value.pop("arguments", None))))
        self._claims: dict[str, str] = {}
        self._undercut: dict[str, list[str]] = {}
        """By undercutter, the keys of the arguments that it denies."""
        for argument in self.arguments:
            self._undercut.setdefault(argument.undercutter, []).append(argument.key)

    def tell(self) -> None:
        """Tell the draft everything."""
        silent = self._silent_undercutters()
        for key, told in self.statements.items():
            if key not in silent:
                self._claim(key, told)
        for argument in self.arguments:
            self._infer(argument, silent)
        for argument in self.arguments:
            undercutter = self._claims.get(argument.undercutter)
            if undercutter is not None:
                self.draft.infer(("undercutter", argument.key), [undercutter], ArgumentRelation.UNDERCUT, argument.key)
        self._issues()
        self._assumptions()
        self.tally.lost(SCHEMES, number=sum(len(_entries(self.value.get(name))) for name in _DEFINITIONS))
        self.tally.lost(TESTS, number=sum(len(_entries(self.value.get(name))) for name in _TESTED))
        self.draft.file(**{OWN: _plain(self.value.get("meta"))})

    def _arguments(self, told: dict[str, Any]) -> Iterator[_Argument]:
        """Yield the arguments; what the file says of each is let go of as it is read."""
        for key in list(told):
            argument = self._argument(key, told.pop(key))
            if argument is not None:
                yield argument

    def _argument(self, key: str, told: object) -> _Argument | None:
        entry = _mapping(told)
        premises = entry.get("premises")
        roles = {role: statement for role, statement in _mapping(premises).items() if isinstance(statement, str)}
        given = list(roles.values()) if roles else [one for one in _entries(premises) if isinstance(one, str)]
        named = [one for one in given if one in self.statements]
        conclusion, undercutter = line_of(entry.get("conclusion")), line_of(entry.get("undercutter"))
        if conclusion not in self.statements:
            self.tally.lost(NO_CONCLUSION, f"{key}: {conclusion or 'no conclusion'}")
            return None
        if not named:
            self.tally.lost(NO_PREMISES, key)
            return None
        self.tally.lost(NO_CONCLUSION, key, number=len(given) - len(named))
        own: dict[str, Any] = {name: _plain(entry[name]) for name in ("parameters", "meta") if entry.get(name)}
        weight = _share(entry.get("weight"))
        if weight is not None:
            self.draft.weigh(weight, argument=key)
        elif entry.get("weight"):
            own["weight"] = _plain(entry["weight"])
        return _Argument(key, named, conclusion, undercutter, roles, own, line_of(entry.get("scheme")))

    def _silent_undercutters(self) -> set[str]:
        """Undercutters that say nothing: what leads to them denies the inference itself."""
        premises = {premise for argument in self.arguments for premise in argument.premises}
        concluded = {argument.conclusion for argument in self.arguments}
        needed = premises | set(_entries(self.value.get("assumptions")))
        needed |= {key for key, told in self.statements.items() if _is_assumed(told)}
        needed |= {
            one for issue in _mapping(self.value.get("issues")).values() for one in _entries(_mapping(issue).get("positions"))
        }
        silent = {key for key in self._undercut.keys() & concluded - needed if key in self.statements and self._is_name(key)}
        for key in sorted(silent):
            self.tally.changed(UNDERCUTTERS, key)
        return silent

    def _is_name(self, key: str) -> bool:
        words = self._text(self.statements[key])
        return words in {"", key} or _NOT_APPLICABLE.fullmatch(words) is not None

    @staticmethod
    def _text(told: object) -> str:
        return line_of(told) if isinstance(told, str) else line_of(_mapping(told).get("text"))

    def _claim(self, key: str, told: object) -> None:
        words = self._text(told) or key
        meta = _plain(_mapping(told).get("meta"))
        named = None if _NUMBERED.fullmatch(key) or not any(character.isalnum() for character in key) else key
        fields: dict[str, Any] = {OWN: {"meta": meta} if meta else None}
        self._claims[key] = self.draft.claim(words, named=named, **fields)

    def _infer(self, argument: _Argument, silent: set[str]) -> None:
        premises = [self._claims[premise] for premise in argument.premises]
        named = None if _NUMBERED.fullmatch(argument.key) else argument.key
        relation, target = ArgumentRelation.SUPPORT, self._claims.get(argument.conclusion, "")
        roles = {role: self._claims[premise] for role, premise in argument.roles.items() if premise in self._claims}
        own = {**({"premises": roles} if roles else {}), **argument.own}
        if own:
            self.tally.changed(OWN_KEPT, argument.key)
        fields: dict[str, Any] = {name: told for name, told in (("scheme", argument.scheme), (OWN, own)) if told}
        keys: Sequence[Hashable] = [target]
        if argument.conclusion in silent:
            relation = ArgumentRelation.UNDERCUT
            keys = self._undercut[argument.conclusion]
        for number, key in enumerate(keys):
            own_key = argument.key if number == 0 else (argument.key, number)
            self.draft.infer(own_key, premises, relation, key, named=named, **fields)

    def _issues(self) -> None:
        for key, told in _mapping(self.value.get("issues")).items():
            issue = _mapping(told)
            given = [one for one in _entries(issue.get("positions")) if isinstance(one, str)]
            positions = [self._claims[one] for one in given if one in self._claims]
            self.tally.lost(NO_CONCLUSION, f"issue {key}", number=len(given) - len(positions))
            texts = [self._text(self.statements[one]) or one for one in given if one in self._claims]
            title = line_of(_mapping(issue.get("meta")).get("title"))
            if not title:
                self.tally.changed(NAMELESS_ISSUES, key)
                title = f"{' / '.join(text.rstrip('.') for text in texts)}?" if texts else key
            standard = line_of(issue.get("standard"))
            own = {"standard": standard} if standard and standard != _USUAL_STANDARD else {}
            if own:
                self.tally.changed(OWN_KEPT, key)
            named = None if _NUMBERED.fullmatch(key) else key
            fields: dict[str, Any] = {"kind": str(QuestionKind.CHOICE), OWN: own}
            question = self.draft.question(title, named=named, **fields)
            for position in dict.fromkeys(positions):
                self.draft.claims[position].setdefault("answers", []).append(question)

    def _assumptions(self) -> None:
        assumed = [one for one in _entries(self.value.get("assumptions")) if isinstance(one, str)]
        assumed += [key for key, told in self.statements.items() if _is_assumed(told)]
        for key in dict.fromkeys(assumed):
            if key in self._claims:
                self.tally.changed(ASSUMPTIONS, key)
                self.draft.weigh(1.0, claim=self._claims[key])
            else:
                self.tally.lost(NO_CONCLUSION, f"assumption {key}")


def _mapping(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _entries(value: object) -> list[Any]:
    """The items of a list; of a mapping its keys; one text is a list of one."""
    match value:
        case list():
            return [one for one in value if isinstance(one, str)]
        case dict():
            return list(value)
        case str() if value.strip():
            return [value]
        case _:
            return []


def _plain(value: Any) -> Any:
    """A value of the file without what is empty in it."""
    match value:
        case dict():
            return {key: _plain(one) for key, one in value.items() if one is not None}
        case list():
            return [_plain(one) for one in value if one is not None]
        case str():
            return value.strip()
        case _:
            return value


def _is_assumed(told: object) -> bool:
    return str(_mapping(told).get("assumed", "")).lower() in {"true", "yes"}


def _share(value: object) -> float | None:
    try:
        number = float(value) if isinstance(value, str) else -1.0
    except ValueError:
        return None
    return number if 0 <= number <= 1 else None


FORMAT: Final = Format(
    name="carneades",
    title="Carneades 4 YAML",
    suffix=".yml",
    told_by="YAML with `statements` by key, and `arguments` or `issues`",
    tells=tells,
    read=read,
    keeps="""\
Statements are claims, issues are questions of which the positions are the answers, arguments are arguments with their schemes.
What leads to an argument's undercutter undercuts it; an undercutter that says something is a claim of its own. Assumptions have a
credence of 1. Roles of premises, parameters, proof standards and the head stand under `x-carneades`.""",
    largest=16 * MEBIBYTE,
    reading_changes=CHANGES,
    reading_loses=LOSES,
)
