"""How argmap says its own things in Web Annotations: by purposes of bodies, and by IRIs.

A statement is an annotation of the passages that show it; its bodies are the claim (`describing`), the speaker (`identifying`) and
the stance (`classifying`). An argument is an annotation that links: its target is what it bears on, its bodies are the premises and
the relation.
"""

from types import MappingProxyType
from typing import Final
from urllib.parse import quote, unquote

from argmap.words import ActorKind

CONTEXT: Final = "http://www.w3.org/ns/anno.jsonld"
DESCRIBING: Final = "describing"
IDENTIFYING: Final = "identifying"
CLASSIFYING: Final = "classifying"
TAGGING: Final = "tagging"
COMMENTING: Final = "commenting"
REPLYING: Final = "replying"
LINKING: Final = "linking"
CONTRARY: Final = "contrary"

AGENTS: Final = MappingProxyType(
    {
        ActorKind.PERSON: "Person",
        ActorKind.ORGANIZATION: "Organization",
        ActorKind.GROUP: "foaf:Group",
        ActorKind.DOCUMENT: "foaf:Document",
        ActorKind.UNNAMED: "foaf:Agent",
    }
)
"""Kinds of actors in the words of the context, which knows the prefix `foaf`."""

_URN: Final = "urn:argmap:"


def iri_of(name: str) -> str:
    """Return the IRI of something by its id in the corpus.

    >>> iri_of("article/a>b"), name_of(iri_of("article/a>b"))
    ('urn:argmap:article/a%3Eb', 'article/a>b')
    """
    return _URN + quote(name, safe="/-_.~+:")


def name_of(iri: str) -> str | None:
    """Return the id in a corpus that one of our IRIs stands for; None for the IRIs of others."""
    return unquote(iri.removeprefix(_URN)) if iri.startswith(_URN) else None
