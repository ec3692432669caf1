"""The JSON of a map: what other programs build on, looked at as a whole, and documented key by key."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import argmap
from tests.conftest import Golden
from tests.test_linking import EVERYTHING

DOCUMENTATION: Final = Path(__file__).resolve().parents[2] / "docs" / "json.md"
FREE: Final = ("short", "extensions", "title", "text", "name", "role", "note", "gloss", "given")
"""Values with keys of their own: ids, languages, the user's keys."""


def written(folder: Path) -> str:
    (folder / "article.yaml").write_text(EVERYTHING, encoding="utf-8")
    (folder / "summit.txt").write_text("медлит Япония, а она не спешит со встречей. Она  НЕ СПЕШИТ.", encoding="utf-8")
    overlays = {"summit/slow": argmap.Overlay(bar=0.5, mark="?", note={"en": "doubtful"})}
    return argmap.render(argmap.load(folder), "json", overlays=overlays)


def keys(value: Any) -> Iterator[str]:
    match value:
        case dict():
            for key, inner in value.items():
                yield key
                if key not in FREE:
                    yield from keys(inner)
        case list():
            for item in value:
                yield from keys(item)
        case _:
            pass


def test_the_json_of_everything_the_format_knows(tmp_path: Path, golden: Golden) -> None:
    golden.check("everything.json", written(tmp_path))


def test_every_key_is_documented_and_every_documented_key_is_there(tmp_path: Path) -> None:
    documented = set(re.findall(r"^\| `([a-z_0-9]+)` \|", DOCUMENTATION.read_text(encoding="utf-8"), re.MULTILINE))
    assert documented == set(keys(json.loads(written(tmp_path))))


def test_places_in_the_text_count_code_points(tmp_path: Path) -> None:
    record = json.loads(written(tmp_path))
    text = (tmp_path / "summit.txt").read_text(encoding="utf-8")
    quotes = record["statements"][0]["quotes"]
    assert [(text[quote["start"] : quote["end"]], quote["way"]) for quote in quotes] == [
        ("медлит", "exact"),
        ("не спешит", "exact"),
    ]
    assert quotes[0]["start"] == 0


def test_only_what_is_shown_is_written_and_every_id_leads_somewhere(tmp_path: Path) -> None:
    written(tmp_path)
    annotated = argmap.load(tmp_path)
    record = json.loads(argmap.render(annotated, "json", selection=argmap.Selection(questions=("summit/change",))))
    assert [claim["id"] for claim in record["claims"]] == ["summit/fast", "summit/visits"]
    assert [statement["target"] for statement in record["statements"]] == ["summit/visits", "summit/visits", "summit/fast"]
    actors = {actor["id"] for actor in record["actors"]}
    assert {actor for statement in record["statements"] for actor in statement["actors"]} <= actors
