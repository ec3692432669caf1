"""Print how much CPU time it takes to find 1,000 quotes in a text of 100,000 characters.

Usage: python benchmarks/anchoring.py [--characters N] [--quotes N]

The text is made up of invented Russian words, drawn as often as words of a language are (Zipf), from a fixed seed. A quote has
60 to 200 characters and begins and ends with a word. The import of rapidfuzz is part of the time.
"""

import argparse
import random
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from time import process_time
from typing import Final

from argmap.anchoring import Anchor, IndexedText, Quote, find_quote, index_text

SEED: Final = 20251210
LETTERS: Final = "абвгдежзийклмнопрстуфхцчшщъыьэюя"
SYLLABLES: Final = [consonant + vowel for consonant in "вгдклмнпрстхчш" for vowel in "аеио"]
TYPOS: Final = 0.08
"""The share of characters that are damaged in an approximate quote."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table."""

    quotes: str
    count: int
    found: int
    seconds: float


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description="Time the search for quotes.")
    parser.add_argument("--characters", type=int, default=100_000)
    parser.add_argument("--quotes", type=int, default=1_000)
    options = parser.parse_args(arguments)
    text = invented_text(seeded(SEED), options.characters)
    started = process_time()
    indexed = index_text(text)
    print(f"{'quotes':<32}{'count':>7}{'found':>7}{'CPU s':>9}")
    print(f"{'(the text is indexed)':<32}{'':>7}{'':>7}{process_time() - started:>9.3f}")
    for row in rows(indexed, options.quotes):
        print(f"{row.quotes:<32}{row.count:>7}{row.found:>7}{row.seconds:>9.3f}")
    return 0


def rows(text: IndexedText, count: int) -> list[Row]:
    """Return the table: quotes of one kind, and the mixture that a worn corpus has."""
    generator = seeded(SEED)
    passages = [passage(generator, text.original) for _ in range(count)]
    tenth = count // 10
    kinds: tuple[tuple[str, Sequence[str]], ...] = (
        ("exact", passages),
        ("in another spelling", [respelled(words) for words in passages]),
        ("nine exact to one with typos", [*passages[tenth:], *(mistyped(generator, words) for words in passages[:tenth])]),
        ("absent", [passage(generator, invented_text(seeded(SEED + 1), 10_000)) for _ in range(tenth)]),
    )
    return [timed(name, quotes, lambda words: find_quote(text, Quote(words))) for name, quotes in kinds]


def timed(name: str, quotes: Sequence[str], find: Callable[[str], object]) -> Row:
    """Return the time of one search after another, and how many were placed."""
    started = process_time()
    found = sum(isinstance(find(words), Anchor) for words in quotes)
    return Row(name, len(quotes), found, process_time() - started)


def seeded(seed: int) -> random.Random:
    """Return the same dice every time."""
    return random.Random(seed)  # noqa: S311 (nothing here is secret)


def invented_text(generator: random.Random, length: int) -> str:
    """Return so many characters of words and sentences."""
    vocabulary = ["".join(generator.choices(SYLLABLES, k=generator.randint(1, 5))) for _ in range(4_000)]
    weights = list(accumulate(1 / rank for rank in range(1, len(vocabulary) + 1)))
    words = generator.choices(vocabulary, cum_weights=weights, k=length // 2)
    ends = generator.choices((" ", ", ", ". ", " – ", ".\n\n"), weights=(80, 8, 6, 2, 1), k=len(words))
    return "".join(map(str.__add__, words, ends))[:length]


def passage(generator: random.Random, text: str) -> str:
    """Return some whole words of a text."""
    start = generator.randrange(len(text) - 300)
    words = text[start : start + generator.randint(80, 220)]
    return words[words.index(" ") : words.rindex(" ")].strip()


def respelled(words: str) -> str:
    """Return the same words with what editors change, at least one capital letter."""
    return words.replace(" – ", " - ").replace("\n\n", " ").replace("е", "ё").upper()


def mistyped(generator: random.Random, words: str) -> str:
    """Return the words with some characters replaced, doubled or left out."""
    return "".join(
        generator.choice((generator.choice(LETTERS), character * 2, "")) if generator.random() < TYPOS else character
        for character in words
    )


if __name__ == "__main__":
    sys.exit(main())
