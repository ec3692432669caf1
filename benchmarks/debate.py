"""A synthetic debate of any size, in argmap's format and in Argdown's, so that tools can be timed on the same work.

Claims of twelve words form a tree of supports and attacks, filled row by row; cross relations join random claims besides.
Everything follows from the seed.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass

_WORDS = {
    "en": "harbour bridge council budget market teacher signal winter station garden engine letter number border forest "
    "window minister traffic library hospital summer railway factory village evening answer reason district contract valley",
    "ru": "гавань мост совет бюджет рынок учитель сигнал зима вокзал сад мотор письмо число граница лес окно министр движение "
    "библиотека больница лето завод деревня вечер ответ причина район договор долина",
}
_WORDS_A_CLAIM = 12
_STANCES = ("for", "for", "for", "against", "mixed")


@dataclass(frozen=True, slots=True)
class Debate:
    """Texts of the claims; for each claim what it bears on: `+` or `-` and the number of the target."""

    texts: tuple[str, ...]
    relations: tuple[tuple[tuple[str, int], ...], ...]
    speakers: tuple[tuple[int, str], ...]
    """For each claim the number of an actor and his stance."""
    language: str


def debate(claims: int, *, branch: int = 4, cross: float = 0.0, actors: int = 12, language: str = "en", seed: int = 1) -> Debate:  # noqa: PLR0913 - each shapes the debate
    """Return a debate of some claims, each but the first under one of `branch` others, with `cross` further relations a claim."""
    chance = random.Random(seed)  # noqa: S311 - a repeatable debate, not a secret
    words = _WORDS[language].split()
    texts = tuple(" ".join(chance.choices(words, k=_WORDS_A_CLAIM)).capitalize() + "." for _ in range(claims))
    relations: list[dict[int, str]] = [{} for _ in range(claims)]
    for number in range(1, claims):
        relations[number][(number - 1) // branch] = chance.choice("+-")
    for _ in range(round(cross * claims)):
        lower, upper = chance.randrange(1, claims), chance.randrange(claims)
        if upper < lower:
            relations[lower].setdefault(upper, chance.choice("+-"))
    return Debate(
        texts,
        tuple(tuple((sign, target) for target, sign in targets.items()) for targets in relations),
        tuple((chance.randrange(actors), chance.choice(_STANCES)) for _ in range(claims)),
        language,
    )


def as_argmap(made: Debate) -> str:
    """Return a debate as an annotation file."""
    return "\n".join(_argmap_lines(made)) + "\n"


def _argmap_lines(made: Debate) -> Iterator[str]:
    yield from ("argmap: 1", f"language: {made.language}", "source:", "  title: Synthetic debate", "  date: 2026-01-01", "actors:")
    for actor in sorted({actor for actor, _ in made.speakers}):
        yield from (f"  a{actor}:", f"    name: Speaker {actor}")
    yield from ("questions:", "  q: What should be done?", "claims:")
    for number, text in enumerate(made.texts):
        yield from (f"  c{number}:", f"    text: {text}")
        if number == 0:
            yield "    answers: q"
        for sign, key in (("+", "supports"), ("-", "attacks")):
            targets = [f"c{target}" for one, target in made.relations[number] if one == sign]
            if targets:
                yield f"    {key}: [{', '.join(targets)}]"
    yield "statements:"
    for number, (actor, stance) in enumerate(made.speakers):
        yield from (f"  - by: a{actor}", f"    claim: c{number}", f"    stance: {stance}")


def as_argdown(made: Debate) -> str:
    """Return the claims and relations of a debate in Argdown's notation, which has no speakers."""
    below: dict[int, list[tuple[str, int]]] = {}
    crossing: list[str] = []
    for number, relations in enumerate(made.relations):
        for position, (sign, target) in enumerate(relations):
            if position == 0:
                below.setdefault(target, []).append((sign, number))
            else:
                crossing += ["", f"[C{number}]", f"  {sign}> [C{target}]"]
    lines = []
    stack = [(0, 0, "")]
    while stack:
        number, depth, sign = stack.pop()
        lines.append(f"{'  ' * depth}{sign}[C{number}]: {made.texts[number]}")
        stack += [(child, depth + 1, f"{child_sign} ") for child_sign, child in reversed(below.get(number, []))]
    return "\n".join([*lines, *crossing]) + "\n"
