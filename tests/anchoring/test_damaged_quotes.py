"""Three hundred quotes, cut at random and damaged: placed right, or refused, but not placed wrong."""

import random
import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import cycle
from typing import Final

import pytest

from argmap.anchoring import APPROXIMATE_FROM, Anchor, IndexedText, Quote, find_quote
from argmap.anchoring.normalising import normalise

SEED: Final = 20251219
QUOTES: Final = 300
TOLERANCE: Final = 8
"""An approximate place is right if its ends are at most so many characters off: one may end with a damaged word."""

LETTERS: Final = {"en": "abcdefghijklmnopqrstuvwxyz ", "ru": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя "}
WORD: Final = re.compile(r"\w+")


def typographic(words: str, dice: random.Random) -> str:
    opening, closing = dice.choice([("“", "”"), ("«", "»"), ("„", "“")])
    quotes = cycle((opening, closing))
    words = re.sub('["“”„«»]', lambda _: next(quotes), words)
    return words.replace("'", "’").replace(" - ", " — ").replace("–", "—").replace("...", "…")


def with_spaces_that_do_not_break(words: str, dice: random.Random) -> str:
    return re.sub(" ", lambda _: dice.choice(" \u00a0\u202f"), words)


def with_other_yo(words: str, dice: random.Random) -> str:
    return re.sub("[её]", lambda match: dice.choice(match.group() + "её"), words)


def with_other_lines(words: str, dice: random.Random) -> str:
    return re.sub(r"\s+", lambda _: dice.choice([" ", " ", "\n", "\r\n    "]), words)


def with_stress(words: str, dice: random.Random) -> str:
    return re.sub("[аеиоуыэюяaeiou]", lambda match: match.group() + dice.choice(["", "", "\u0301"]), words)


def with_hyphenation(words: str, dice: random.Random) -> str:
    return re.sub(r"\B", lambda _: dice.choice(["", "", "", "\u00ad", "\u200b"]), words)


def with_typos(words: str, dice: random.Random) -> str:
    share = dice.uniform(0.01, 0.25)
    letters = LETTERS["ru" if re.search("[а-я]", words) else "en"]
    characters: list[str] = []
    for character in words:
        if dice.random() >= share:
            characters.append(character)
        else:
            match dice.randrange(4):
                case 0:
                    characters.append(dice.choice(letters))
                case 1:
                    characters += character, dice.choice(letters)
                case 2:
                    characters.insert(max(0, len(characters) - 1), character)
                case _:
                    pass
    return "".join(characters)


def with_a_clause(words: str, dice: random.Random) -> str:
    """Put in words of the same language, at most a third of the quote, anywhere behind two words and before two words."""
    gaps = [match.start() for match in re.finditer(r"(?<=\w)\s+(?=\w)", words)][1:-1] or [len(words) // 2]
    own = WORD.findall(words)
    clause = " ".join(dice.choices(own, k=10))[: dice.randint(5, max(5, len(words) // 3))]
    gap = dice.choice(gaps)
    return f"{words[:gap]}, {clause.strip()},{words[gap:]}"


SPELLING: Final[Mapping[str, Callable[[str, random.Random], str]]] = {
    "typographic quotes": typographic,
    "no-break spaces": with_spaces_that_do_not_break,
    "ё and е": with_other_yo,
    "line breaks": with_other_lines,
    "stress marks": with_stress,
    "hyphenation": with_hyphenation,
}
WORDING: Final[Mapping[str, Callable[[str, random.Random], str]]] = {"typos": with_typos, "inserted clause": with_a_clause}
DAMAGES: Final = {**SPELLING, **WORDING}


@dataclass(frozen=True, slots=True)
class Outcome:
    damage: str
    length: int
    """Of the damaged quote, normalised."""
    answer: str
    off: int
    """How many characters the worse end is off."""


def cut(text: str, dice: random.Random) -> tuple[int, int]:
    """Return a span of whole words, 10 to 250 characters long, anywhere in a text."""
    while True:
        start = dice.choice([match.start() for match in WORD.finditer(text)])
        length = dice.randint(10, 250)
        ends = [match.end() for match in WORD.finditer(text, start) if 10 <= match.end() - start <= length]
        if ends:
            return start, ends[-1]


def outcome(text: IndexedText, damage: str, dice: random.Random) -> Outcome:
    start, end = cut(text.original, dice)
    quote = DAMAGES[damage](text.original[start:end], dice)
    length = len(normalise(quote).strip())
    match find_quote(text, Quote(quote)):
        case Anchor() as anchor:
            off = max(abs(anchor.start - start), abs(anchor.end - end))
            return Outcome(damage, length, "right" if off <= (TOLERANCE if damage in WORDING else 0) else "wrong", off)
        case _:
            return Outcome(damage, length, "refused", 0)


def outcomes(texts: tuple[IndexedText, ...], seed: int) -> list[Outcome]:
    dice = random.Random(seed)  # noqa: S311 (nothing here is secret)
    names = sorted(DAMAGES)
    return [outcome(dice.choice(texts), names[number % len(names)], dice) for number in range(QUOTES)]


def table(results: list[Outcome]) -> str:
    lines = [f"{'damage':<22}{'length':>8}{'right':>8}{'wrong':>8}{'refused':>9}"]
    for damage in sorted(DAMAGES):
        for name, long in (("< 60", False), ("≥ 60", True)):
            answers = Counter(
                result.answer for result in results if result.damage == damage and (result.length >= APPROXIMATE_FROM) is long
            )
            lines.append(f"{damage:<22}{name:>8}{answers['right']:>8}{answers['wrong']:>8}{answers['refused']:>9}")
    answers = Counter(result.answer for result in results)
    lines.append(f"{'all':<22}{'':>8}{answers['right']:>8}{answers['wrong']:>8}{answers['refused']:>9}")
    return "\n".join(lines)


def test_damaged_quotes_are_placed_right_or_refused(texts: tuple[IndexedText, ...], capsys: pytest.CaptureFixture[str]) -> None:
    results = outcomes(texts, SEED)
    with capsys.disabled():
        print(f"\n\n{QUOTES} quotes cut at random and damaged\n{table(results)}")  # noqa: T201 (what this test is to show)
    wrong = [result for result in results if result.answer == "wrong"]
    assert [result for result in wrong if result.length >= APPROXIMATE_FROM] == []
    assert len(wrong) <= 1, "a slip in a few words may make them the words of another place, but hardly ever"
    spelled = [result for result in results if result.damage in SPELLING]
    assert sum(result.answer == "right" for result in spelled) >= 0.95 * len(spelled)
    long = [result for result in results if result.damage in WORDING and result.length >= APPROXIMATE_FROM]
    assert sum(result.answer == "right" for result in long) >= 0.75 * len(long)
