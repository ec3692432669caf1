"""Models that keep only what is said."""

from argmap.model import AnnotationFile, Claim


def test_what_is_not_said_has_its_default_and_takes_no_room() -> None:
    claim = Claim.model_validate({"text": "Rents fall.", "supports": ["cap"], "tags": []})
    assert (claim.supports, claim.attacks, claim.kind, claim.implicit, claim.tags, claim.note) == (
        ("cap",),
        (),
        None,
        False,
        (),
        None,
    )
    assert vars(claim) == {"text": "Rents fall.", "supports": ("cap",)}


def test_models_of_the_same_fields_share_the_set_of_their_names() -> None:
    first, second = (Claim.model_validate({"text": words, "supports": "cap"}) for words in ("Rents fall.", "Rents rise."))
    assert first.model_fields_set is second.model_fields_set
    assert first.model_fields_set == {"text", "supports"}


def test_models_are_equal_where_they_say_the_same() -> None:
    said = {"text": "Rents fall.", "x-mine": "1"}
    assert Claim.model_validate(said) == Claim.model_validate({**said, "implicit": "no"})
    assert Claim.model_validate(said) != Claim.model_validate({**said, "implicit": "yes"})
    assert Claim.model_validate(said) != Claim.model_validate({**said, "x-mine": "2"})


def test_a_model_in_another_is_taken_as_it_is() -> None:
    claim = Claim.model_validate({"text": "Rents fall.", "implicit": "no"})
    assert AnnotationFile.model_validate({"argmap": "1", "claims": {"a": claim}}).claims["a"] is claim
    assert vars(claim) == {"text": "Rents fall."}
