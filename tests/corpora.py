"""The corpora that pictures, pages and sites are tried on, each read once."""

from functools import cache
from pathlib import Path

from argmap.api import AnnotatedCorpus, load, loads

ANNOTATIONS = Path(__file__).parent.parent / "annotations"

EVERYTHING = Path(__file__).parent / "page" / "everything.yaml"

HOSTILE = """</script><img src=x onerror="document.title='broken into'"><svg onload=alert(1)> & ]]> {{ 7*7 }}"""


@cache
def japan() -> AnnotatedCorpus:
    """One article, without its text."""
    return load(ANNOTATIONS / "japan-central-asia.yaml")


@cache
def car_free() -> AnnotatedCorpus:
    """Three articles, one of them read twice."""
    return load(ANNOTATIONS / "car-free-centre")


@cache
def everything() -> AnnotatedCorpus:
    """A small one with its text: at least one of everything that an annotation can say."""
    return load(EVERYTHING)


@cache
def large(actors: int, claims: int) -> AnnotatedCorpus:
    """A debate in which half of the actors say the opposite of the other half, each about every third claim."""
    lines = ["argmap: 1", "language: en", "source:", "  id: debate", "  title: A large debate", "  date: 2025-03-01", "actors:"]
    for actor in range(actors):
        lines += [f"  a{actor}:", f"    name: Speaker number {actor} of the assembly", "    kind: person"]
    lines.append("claims:")
    for claim in range(claims):
        lines += [
            f"  c{claim}:",
            f"    text: Proposal {claim} ought to be adopted before the end of the year by all who are concerned.",
        ]
    lines.append("statements:")
    for actor in range(actors):
        for claim in range(actor % 3, claims, 3):
            stance = "for" if (actor % 2) == (claim % 2) else "against"
            lines += [f"  - by: a{actor}", f"    claim: c{claim}", f"    stance: {stance}", f"    quote: words {actor} on {claim}"]
    return loads("\n".join(lines) + "\n", "debate.yaml")


@cache
def hostile() -> AnnotatedCorpus:
    """A small debate in which every text tries to break out of the page."""
    words = HOSTILE.replace("'", "''")
    return loads(
        f"""argmap: 1
language: en
annotator:
  id: anna
  name: '{words}'
source:
  id: bad
  title: '{words}'
  date: 2025-01-01
  url: https://example.org/"onclick=alert(1)
actors:
  one:
    name: '{words}'
    kind: person
    role: '{words}'
  two:
    name: '{words} two'
    kind: group
questions:
  q: '{words}'
claims:
  c:
    text: '{words}'
    answers: q
    note: '{words}'
  d:
    text: '{words} rival'
    answers: q
evidence:
  e:
    text: '{words} evidence'
    kind: event
    supports: c
    cites:
      - title: '{words}'
        url: https://example.org/<script>
statements:
  - by: one
    claim: c
    stance: for
    quote: '{words}'
    gloss: '{words}'
    given: '{words}'
  - by: two
    claim: c
    stance: against
    quote: '{words}'
  - by: two
    claim: d
    stance: for
    quote: '{words}'
""",
        "bad.yaml",
    )


@cache
def single() -> AnnotatedCorpus:
    """One claim, one actor."""
    return loads(
        """argmap: 1
language: en
source:
  title: A note
actors:
  one:
    name: One
    kind: person
claims:
  c: All is well.
statements:
  - by: one
    claim: c
    stance: for
    quote: all well
""",
        "note.yaml",
    )
