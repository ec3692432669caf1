import json
import re
import subprocess

from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.rendering.dot import render_dot
from argmap.words import Stance
from tests.conftest import Golden
from tests.views import claim, holder, small_view, synthetic_view, view


def read_by_graphviz(text: str) -> dict[str, list[dict[str, str]]]:
    done = subprocess.run(["dot", "-Tdot_json"], input=text.encode("utf-8"), capture_output=True, check=True)  # noqa: S607
    assert done.stderr == b""
    graph: dict[str, list[dict[str, str]]] = json.loads(done.stdout)
    return graph


def test_the_small_map_in_dot_reads_like_this(golden: Golden) -> None:
    golden.check("small.dot", render_dot(small_view(), "en"))


def test_graphviz_reads_every_card_and_every_relation() -> None:
    shown = small_view()
    graph = read_by_graphviz(render_dot(shown, "ru"))
    names = {node["name"] for node in graph["objects"]}
    assert {claim.claim.id for claim in shown.claims} < names
    assert "test/course?" in names
    assert {argument.argument.id for argument in shown.arguments} < {edge.get("id") for edge in graph["edges"]}


def test_graphviz_reads_a_larger_map() -> None:
    graph = read_by_graphviz(render_dot(synthetic_view(100), "en"))
    assert len(graph["objects"]) == 101


@settings(max_examples=15)
@given(st.text(max_size=80), st.text(max_size=20))
def test_graphviz_reads_any_text(text: str, name: str) -> None:
    graph = read_by_graphviz(render_dot(view([claim("c", text, holder(name, Stance.AGAINST))]), "en"))
    (node,) = graph["objects"]
    letters = re.sub(r"\W", "", text + name)
    assert re.sub(r"\W", "", node["label"].replace("\\l", "")).replace("amp", "") == letters.replace("amp", "")
