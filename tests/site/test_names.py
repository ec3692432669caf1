import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.site.names import file_name

LETTERS = st.text(st.sampled_from("abcABCéßЯяжJjİıσς漢-_/@~.. \\:*?\u0301"), min_size=1, max_size=12)


@given(LETTERS, LETTERS)
def test_two_ids_never_share_a_file_even_where_case_and_composition_do_not_count(one: str, other: str) -> None:
    if one != other:
        names = [unicodedata.normalize("NFKC", file_name(name)).casefold() for name in (one, other)]
        assert names[0] != names[1]


@given(st.text(min_size=1))
def test_every_id_has_a_name_that_is_safe_on_every_system(name: str) -> None:
    made = file_name(name)
    assert made.endswith(".html")
    assert made.count(".") == 1
    assert len(made.encode("utf-8")) <= 200
    assert not set(made) & set('/\\:*?"<>|\0\n')
    assert made.strip() == made


@pytest.mark.parametrize("name", ["con", "NUL", "lpt1", "aux", "COM9"])
def test_names_of_devices_are_avoided(name: str) -> None:
    assert file_name(name).partition(".")[0].lower() != name.lower()


def test_a_usual_id_is_its_own_name_in_any_script() -> None:
    assert file_name("codebook/close-to-cars") == "codebook~close-to-cars.html"
    assert file_name("токио/догоняющий") == "токио~догоняющий.html"
    assert file_name("summit@anna") == "summit@anna.html"
