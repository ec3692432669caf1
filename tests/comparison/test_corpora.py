"""What an analyst must find in the two annotated corpora."""

from pathlib import Path
from typing import Final

import pytest

import argmap
from argmap.comparison.comparing import Comparison
from argmap.comparison.facing import face_to_face
from argmap.comparison.request import ComparisonError, NoteKind
from argmap.comparison.shifts import ShiftKind
from argmap.words import Stance
from tests.comparison.debates import local

ANNOTATIONS: Final = Path(__file__).resolve().parents[2] / "annotations"
JAPAN: Final = "japan-central-asia"


@pytest.fixture(scope="module")
def japan() -> Comparison:
    return argmap.compare(argmap.load(ANNOTATIONS / f"{JAPAN}.yaml"))


@pytest.fixture(scope="module")
def centre() -> Comparison:
    return argmap.compare(argmap.load(ANNOTATIONS / "car-free-centre"))


def test_satpayev_is_of_two_minds_on_the_standing_of_japan_and_both_quotes_show_it(japan: Comparison) -> None:
    (found,) = (one for one in japan.question_positions if one.question == f"{JAPAN}/standing")
    assert (found.party, found.stance) == (f"{JAPAN}/satpaev", Stance.MIXED)
    quotes = {local(one.claim): [event.statement.quotes[0].exact for event in one.events] for one in found.positions}
    assert quotes == {
        "catch-up-player": ["в роли догоняющего"],
        "diversified-presence": ["присутствие Японии исторически более диверсифицировано"],
    }


def test_satpayev_and_the_japanese_media_split_over_the_summit_though_they_share_no_claim(japan: Comparison) -> None:
    facing = face_to_face(japan, f"{JAPAN}/satpaev", f"{JAPAN}/japanese-media")
    assert facing.agreement.shared == 0
    (opposition,) = facing.oppositions
    assert (local(opposition.first_claim), local(opposition.second_claim)) == ("no-epochal-decisions", "landmark-event")
    assert opposition.question == f"{JAPAN}/summit"
    assert opposition.first_events[0].statement.quotes
    assert opposition.second_events[0].statement.quotes


def test_without_derived_stances_that_split_is_not_seen(japan: Comparison) -> None:
    annotated = argmap.load(ANNOTATIONS / f"{JAPAN}.yaml")
    stated = argmap.compare(annotated, derived=False)
    assert len(stated.derived) == 0
    assert face_to_face(stated, f"{JAPAN}/satpaev", f"{JAPAN}/japanese-media").oppositions == ()
    assert stated.positions == japan.positions


def test_one_article_makes_sense_and_claims_no_coalitions(japan: Comparison) -> None:
    assert japan.coalitions is None
    assert [note.kind for note in japan.notes] == [NoteKind.FEW]
    assert japan.shifts == ()
    assert japan.annotators is None
    assert [pair.shared for pair in japan.agreements.ranked] == [2]


def test_what_satpayev_rests_on_is_told_apart_from_the_annotators_reading(japan: Comparison) -> None:
    own = {local(ground.argument): ground for ground in japan.grounds if local(ground.party) == "satpaev" and ground.own}
    assert {"neglect", "little-trade>low-priority", "american-oil-and-gas>diversified-presence"} <= set(own)
    assert own["rival-summits>catch-up-player"].answered
    assert not own["neglect"].answered
    assert "mineral-summits>new-oil" not in own


def test_two_camps_are_found_over_the_car_free_centre(centre: Comparison) -> None:
    assert centre.coalitions is not None
    assert [{local(party) for party in group} for group in centre.coalitions.groups] == [
        {"transport-planner", "residents-group", "walkers-league", "lab-head"},
        {"shopkeepers-chair", "hauliers-secretary"},
    ]
    assert centre.coalitions.polarisation is not None
    assert centre.coalitions.polarisation > 0.3


def test_vans_and_trams_unite_them(centre: Comparison) -> None:
    uniting = sorted(centre.balances, key=lambda one: -one.consensus)
    assert {local(one.claim) for one in uniting[:2]} == {"trams-first", "delivery-window"}


def test_the_closure_and_what_it_does_to_trade_split_them(centre: Comparison) -> None:
    divisive = sorted(centre.balances, key=lambda one: -one.divisiveness)
    assert {local(one.claim) for one in divisive[:3]} == {"trade-will-gain", "close-by-hours", "close-to-cars"}


def test_who_moved_over_time_is_found(centre: Comparison) -> None:
    moved = {(local(shift.actor), local(shift.claim)) for shift in centre.shifts if shift.kind is ShiftKind.MOVED}
    assert moved >= {
        ("rescue-chief", "rescue-will-slow"),
        ("finance-office", "city-loses-revenue"),
        ("lab-head", "trade-will-gain"),
        ("insurers", "premiums-will-rise"),
    }
    steps = [
        (shift.before, shift.after, shift.date_after)
        for shift in centre.shifts
        if local(shift.claim) == "rescue-will-slow" and local(shift.actor) == "rescue-chief"
    ]
    assert steps == [(Stance.FOR, Stance.MIXED, "2025-06-14"), (Stance.MIXED, Stance.AGAINST, "2025-11-27")]


def test_the_chair_of_the_shopkeepers_changes_her_mind_within_one_evening(centre: Comparison) -> None:
    (shift,) = (one for one in centre.shifts if one.kind is ShiftKind.REPLACED)
    assert (local(shift.actor), local(shift.claim), local(shift.claim_after)) == (
        "shopkeepers-chair",
        "keep-open",
        "close-by-hours",
    )
    kept_open = centre.positions["codebook/shopkeepers-chair", "codebook/keep-open"]
    assert (kept_open.stance, len(kept_open.past)) == (None, 3)


def test_second_hand_speech_counts_for_its_speaker(centre: Comparison) -> None:
    insurers = centre.positions["codebook/insurers", "codebook/premiums-will-rise"]
    assert [event.statement.via[0] for event in insurers.events] == ["codebook/shopkeepers-chair", "codebook/finance-office"]
    assert ("codebook/shopkeepers-chair", "codebook/premiums-will-rise") not in centre.positions
    assert "codebook/mayors-office" not in centre.parties


def test_the_second_annotators_reading_is_not_added_up(centre: Comparison) -> None:
    assert not any(source.endswith("@boris") for source in centre.files)
    assert not any(event.statement.source.endswith("@boris") for event in centre.events)
    other = argmap.compare(argmap.load(ANNOTATIONS / "car-free-centre"), annotator="boris")
    assert {event.statement.source for event in other.events} == {"plan-announced", "summer-trial", "after-the-trial@boris"}


def test_a_period_a_question_and_offices_narrow_the_comparison(centre: Comparison) -> None:
    annotated = argmap.load(ANNOTATIONS / "car-free-centre")
    june = argmap.compare(annotated, since="2025-06", until="2025-06")
    assert {event.date for event in june.events} == {"2025-06-14"}
    conditions = argmap.compare(annotated, questions=["codebook/conditions"])
    assert set(conditions.claims) < set(centre.claims)
    assert {one.question for one in conditions.question_positions} == {"codebook/conditions"}
    offices = argmap.compare(annotated, by="affiliation")
    assert "codebook/shopkeepers-association" in offices.parties
    assert "codebook/shopkeepers-chair" not in offices.parties


def test_an_unknown_question_or_annotator_is_refused_with_a_hint() -> None:
    annotated = argmap.load(ANNOTATIONS / "car-free-centre")
    with pytest.raises(ComparisonError, match="Did you mean 'codebook/close-centre'"):
        argmap.compare(annotated, questions=["codebook/close-center"])
    with pytest.raises(ComparisonError, match="There are anna, boris"):
        argmap.network(annotated, annotator="x")


def test_both_corpora_together_keep_their_actors_apart() -> None:
    comparison = argmap.compare(argmap.load(ANNOTATIONS))
    for pair in comparison.agreements:
        assert (pair.first.startswith(JAPAN)) == (pair.second.startswith(JAPAN))


def test_a_comparison_writes_its_tables_and_everything_as_json(centre: Comparison) -> None:
    assert centre.to_csv("claims", "ru", mark=True).startswith("\ufeffclaim,claim_text,for,")
    assert centre.to_json().startswith('{"version":1')
    with pytest.raises(ValueError, match="no_table"):
        centre.to_csv("no_table")


def test_a_network_of_the_corpus_is_typed_and_exported() -> None:
    annotated = argmap.load(ANNOTATIONS / "car-free-centre")
    found = argmap.network(annotated, "subtract", "average")
    friends = {(local(edge.first), local(edge.second)) for edge in found.edges if edge.weight > 0}
    foes = {(local(edge.first), local(edge.second)) for edge in found.edges if edge.weight < 0}
    assert ("transport-planner", "residents-group") in friends
    assert ("transport-planner", "hauliers-secretary") in foes
    assert found.to_networkx().nodes["codebook/lab-head"]["statements"] > 0
    assert found.to_csv("ru").startswith("Source,Target,")
