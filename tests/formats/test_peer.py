"""Second opinions on what we write, where ARGMAP_PEER names a Python that has them.

arguebuf counts what we count in AIF and SADFace. lxml finds no fault in projects of REFI-QDA, where ARGMAP_QDA_SCHEMA names the
schema that qdasoftware.org publishes (Project.xsd of version 1.0).
"""

import json
import os
import subprocess
from pathlib import Path

import pytest

from argmap.api import load
from argmap.exchange.contract import Format
from argmap.formats.table import format_named
from argmap.graph import Graph
from argmap.words import ArgumentRelation
from tests.formats.corpora import ROOT, corpus, sample
from tests.formats.roundtrips import loaded, read, write

PEER = os.environ.get("ARGMAP_PEER")
QDA_SCHEMA = os.environ.get("ARGMAP_QDA_SCHEMA")


def counts(graph: Graph) -> list[int]:
    """Claims, relations, supports, and attacks with the undercuts, which the peer does not tell apart."""
    supports = sum(one.relation is ArgumentRelation.SUPPORT for one in graph.arguments.values())
    return [len(graph.claims), len(graph.arguments), supports, len(graph.arguments) - supports]


def ours(form: Format, data: bytes) -> list[int]:
    """The same counts, taken from the written JSON alone."""
    nodes = json.loads(data)["nodes"]
    kinds = [node["type"] for node in nodes]
    names = ("I", "RA", "CA") if form.name == "aif" else ("atom", "inference", "conflict")
    claims, supports, attacks = (kinds.count(name) for name in names)
    return [claims, supports + attacks, supports, attacks]


@pytest.mark.parametrize("form", [pytest.param(format_named(name), id=name) for name in ("aif", "sadface")])
def test_what_is_written_has_as_many_claims_and_relations_as_the_graph_to_us_and_to_the_peer(form: Format, tmp_path: Path) -> None:
    expected: list[list[int]] = []
    paths: list[str] = []
    for name, data in {**corpus("arg-microtexts/aif"), **sample("aif")}.items():
        annotated = loaded(read(format_named("aif"), {name: data}))
        (written,) = write(form, annotated).files.values()
        paths.append(str(tmp_path / Path(name).name))
        Path(paths[-1]).write_bytes(written)
        expected.append(counts(annotated.graph))
        assert ours(form, written) == expected[-1]
    if PEER is not None:
        command = [PEER, str(Path(__file__).with_name("peer.py")), form.name, *paths]
        said = subprocess.run(command, capture_output=True, check=True, text=True).stdout  # noqa: S603 - the user's own Python
        # the peer counts rephrases among the relations of AIF, and knows no scheme of SADFace that has a name of its own
        known = (0, 2, 3) if form.name == "aif" else (0, 1)
        assert [[one[row] for row in known] for one in json.loads(said)] == [[one[row] for row in known] for one in expected]


def test_projects_of_refi_qda_are_written_and_the_schema_finds_no_fault_in_them(tmp_path: Path) -> None:
    form = format_named("refi-qda")
    annotations = [load(ROOT / "annotations" / name) for name in ("japan-central-asia.yaml", "car-free-centre")]
    others = [loaded(read(format_named(name), sample(name))) for name in ("aif", "argdown", "dna", "csv", "refi-qda")]
    paths: list[str] = []
    for row, annotated in enumerate((*annotations, *others)):
        (written,) = write(form, annotated).files.values()
        paths.append(str(tmp_path / f"{row}.qdpx"))
        Path(paths[-1]).write_bytes(written)
    if PEER is not None and QDA_SCHEMA is not None:
        command = [PEER, str(Path(__file__).with_name("schema_peer.py")), QDA_SCHEMA, *paths]
        said = subprocess.run(command, capture_output=True, check=True, text=True).stdout  # noqa: S603 - the user's own Python
        assert json.loads(said) == {path: [] for path in paths}
