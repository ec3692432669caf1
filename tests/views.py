"""Views made by hand and by rule, so that drawing is tested without reading."""

import random
from collections.abc import Iterable, Sequence
from dataclasses import replace

from argmap.graph import Actor, Argument, Claim, Question, Source
from argmap.text import Text
from argmap.view import Holder, Overlay, ShownArgument, ShownClaim, View
from argmap.words import ActorKind, ArgumentRelation, Certainty, ClaimKind, EvidenceKind, QuestionKind, Stance

SUPPORT, ATTACK, UNDERCUT = ArgumentRelation

WORDS = (  # noqa: SIM905 - easier to read
    "налог бюджет правительство эксперт цена энергия отчёт опрос рост рынок реформа город школа здоровье компания расход "
    "carbon tax policy government household price energy report survey minister expert growth inflation evidence study"
).split()


def actor(name: str | Text, *, identity: str | None = None) -> Actor:
    """Return a person of this name."""
    text = {"en": name} if isinstance(name, str) else name
    return Actor(id=f"test/{identity or next(iter(text.values()))}", file="test", name=text, kind=ActorKind.PERSON)


def holder(  # noqa: PLR0913 - what can be known of one who holds a claim
    name: str | Text,
    stance: Stance = Stance.FOR,
    *,
    conditional: bool = False,
    torn: bool = False,
    hedge: Certainty | None = None,
    inferred: bool = False,
) -> Holder:
    """Return a person of this name who takes a stance; who is torn is for a rival claim as well."""
    return Holder(actor(name), stance, (), conditional, ("test/rival",) if torn else (), hedge, inferred)


def question(identity: str, text: str | Text, kind: QuestionKind = QuestionKind.CHOICE) -> Question:
    """Return a question."""
    return Question(id=f"test/{identity}", file="test", text={"en": text} if isinstance(text, str) else text, kind=kind)


def claim(identity: str, text: str | Text, *holders: Holder, answers: Sequence[str] = (), **fields: object) -> ShownClaim:
    """Return a claim with its holders."""
    words = {"en": text} if isinstance(text, str) else text
    plain = Claim(id=f"test/{identity}", file="test", text=words, answers=tuple(f"test/{answer}" for answer in answers))
    return ShownClaim(replace(plain, **fields), holders)  # type: ignore[arg-type]


def evidence(identity: str, text: str | Text, *holders: Holder, **fields: object) -> ShownClaim:
    """Return a piece of evidence, an event unless another kind is given, with its holders."""
    return claim(identity, text, *holders, **{"evidence": True, "kind": EvidenceKind.EVENT, **fields})  # type: ignore[arg-type]


def argument(
    premises: str, relation: ArgumentRelation, target: str, *holders: Holder, identity: str | None = None
) -> ShownArgument:
    """Return an argument; its premises are separated by spaces."""
    names = premises.split()
    return ShownArgument(
        Argument(
            id=f"test/{identity or f'{premises}>{target}'.replace(' ', '+')}",
            file="test",
            relation=relation,
            premises=tuple(f"test/{name}" for name in names),
            target=f"test/{target}",
        ),
        holders,
    )


def view(
    claims: Iterable[ShownClaim],
    arguments: Iterable[ShownArgument] = (),
    questions: Iterable[Question] = (),
    contraries: Iterable[tuple[str, str]] = (),
    sources: Iterable[Source] = (),
) -> View:
    """Return a view of these parts."""
    return View(
        sources=tuple(sources),
        actors={"test/author": actor("Ann Author", identity="author"), "test/paper": actor("The Paper", identity="paper")},
        questions=tuple(questions),
        claims=tuple(claims),
        arguments=tuple(arguments),
        contraries=tuple((f"test/{one}", f"test/{other}") for one, other in contraries),
    )


def source(title: str | Text = "Close the centre?", **fields: object) -> Source:
    """Return a source by Ann Author in The Paper."""
    words = {"en": title} if isinstance(title, str) else title
    plain = Source(id="test", file="test", title=words, author=("test/author",), outlet="test/paper", date="2025-12-10")
    return replace(plain, **fields)  # type: ignore[arg-type]


def small_view() -> View:
    """Return a view in which everything that can be drawn occurs."""
    traders = [holder(f"Trader {number}", hedge=hedge) for number, hedge in enumerate(Certainty)]
    claims = [
        claim(
            "close",
            {"en": "The centre should be closed to cars.", "ru": "Центр следует закрыть для машин."},
            holder({"en": "Mayor", "ru": "Мэр"}),
            holder("Shopkeepers' association of the old town and its suburbs", Stance.AGAINST),
            answers=["course"],
            kind=ClaimKind.POLICY,
        ),
        claim(
            "open", "The centre should stay open to cars.", holder("Shopkeepers", conditional=True, torn=True), answers=["course"]
        ),
        claim("trade", "Trade grows where people walk.", *traders, holder("Cynic", Stance.AGAINST)),
        evidence("count", "After the closure 12 % more people came.", holder("Planner", Stance.NEUTRAL), observed="2019-05"),
        claim("alike", "What held in the high street holds in the centre.", implicit=True),
        evidence(
            "rain",
            "It rained that year less than ever.",
            holder("Doubter", Stance.MIXED, hedge=Certainty.UNLIKELY),
            kind=EvidenceKind.STATISTIC,
        ),
        evidence("empty", "Two shops stand empty.", kind=EvidenceKind.EXAMPLE),
        claim("loss", "Shops would lose their customers.", holder("Shopkeepers", inferred=True), kind=ClaimKind.FORECAST),
        claim("calm", "Ein Satz auf Deutsch."),
    ]
    claims[8] = ShownClaim(replace(claims[8].claim, text={"de": "Es wird ruhiger."}), (), Overlay(0.7, "in", {"en": "Accepted."}))
    arguments = [
        argument("trade", SUPPORT, "close", holder("Mayor")),
        argument("count alike", SUPPORT, "trade", holder("Planner"), identity="walkers"),
        argument("rain", UNDERCUT, "walkers"),
        argument("loss", ATTACK, "close", holder("Shopkeepers")),
        argument("empty", SUPPORT, "loss", holder("Planner", Stance.AGAINST)),
        argument("calm", SUPPORT, "close"),
        argument("calm", UNDERCUT, "loss>close", holder("Mayor")),
    ]
    return view(
        claims,
        arguments,
        [question("course", {"en": "What should become of the centre?", "ru": "Что делать с центром?"})],
        [("loss", "trade")],
        [source()],
    )


def synthetic_view(count: int, cross: float = 0.15, seed: int = 7) -> View:
    """Return a debate of so many claims of about twelve words: a tree of supports and attacks, and relations across it."""
    chance = random.Random(seed)  # noqa: S311 - the same debate every time
    names = [f"{chance.choice(WORDS).capitalize()} {chance.choice(WORDS).capitalize()}" for _ in range(12)]
    claims, arguments = [], []
    for number in range(count):
        words = " ".join(chance.choice(WORDS) for _ in range(chance.randint(4, 20))).capitalize() + "."
        holders = [holder(name, chance.choice([*Stance])) for name in chance.sample(names, chance.choice([0, 1, 1, 1, 2, 6]))]
        make = evidence if number > count / 2 and chance.random() < 0.5 else claim
        claims.append(make(f"c{number}", words, *holders, **({} if number else {"answers": ["q"]})))
        if number:
            arguments.append(argument(f"c{number}", chance.choice([SUPPORT, ATTACK]), f"c{(number - 1) // 4}"))
    seen = {shown.argument.id for shown in arguments}
    for _ in range(int(cross * count)):
        lower, upper = sorted(chance.sample(range(count), 2), reverse=True)
        added = argument(f"c{lower}", chance.choice([SUPPORT, ATTACK]), f"c{upper}")
        if added.argument.id not in seen:
            seen.add(added.argument.id)
            arguments.append(added)
    return view(claims, arguments, [question("q", "What should be done?")], sources=[source("A debate")])
