"""Drafts: readable ids, short forms where they will do, and nothing in the file that a check would call an error."""

import pytest

from argmap.exchange.building import Draft
from argmap.exchange.contract import FormatError, ReadOptions
from argmap.exchange.naming import Names, bare_name, readable_id
from argmap.exchange.remarks import remark_losses
from argmap.exchange.report import Outcome, Tally
from argmap.words import ArgumentRelation, Stance
from argmap.writing.emitting import emit

SUPPORT, ATTACK, UNDERCUT = ArgumentRelation.SUPPORT, ArgumentRelation.ATTACK, ArgumentRelation.UNDERCUT


@pytest.fixture
def draft() -> Draft:
    return Draft("map", ReadOptions(), Tally())


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Rents are falling!", "rents-are-falling"),
        ("It's 10% — or so", "its-10-or-so"),
        ("Ставки растут", "ставки-растут"),
        ("हिन्दी में", "हिन्दी-में"),
        ("日本は中央アジアで追う立場にあるといわれているがどうだろうか", "日本は中央アジアで追う立場にあるといわれ"),
        ("a" * 90, "a" * 40),
        ("…", "claim"),
        ("one two three four five six seven", "one-two-three-four-five-six"),
    ],
)
def test_an_id_reads_like_the_beginning_of_the_text(text: str, name: str) -> None:
    assert readable_id(text, "claim") == name


def test_names_that_are_taken_get_a_number() -> None:
    names = Names(["a-2"])
    assert [names.take("a") for _ in range(3)] == ["a", "a-3", "a-4"]


@pytest.mark.parametrize("path", ["../../etc/passwd", "C:\\x\\passwd.json", "/etc/passwd", "passwd", ".passwd"])
def test_a_file_name_is_bare_whatever_the_path(path: str) -> None:
    assert bare_name(path) == "passwd"


def test_an_argument_of_one_premise_is_written_on_it_and_others_get_an_entry(draft: Draft) -> None:
    a, b, c = (draft.claim(text) for text in "abc")
    draft.infer(1, [a], SUPPORT, c)
    draft.infer(2, [a, b], SUPPORT, c)
    draft.infer(3, [b], ATTACK, c, scheme="argument from sign")
    draft.infer(4, [b], UNDERCUT, 2)
    file = draft.finish()
    assert file.claims["a"].supports == ("c",)
    assert list(file.arguments) == ["because-a", "but-b"]
    assert file.claims["b"].undercuts == ("because-a",)


def test_two_arguments_between_the_same_claims_are_both_there(draft: Draft) -> None:
    a, b = draft.claim("a"), draft.claim("b")
    draft.infer(1, [a], SUPPORT, b)
    draft.infer(2, [a], SUPPORT, b)
    draft.infer(3, [a], ATTACK, b)
    file = draft.finish()
    assert (file.claims["a"].supports, file.claims["a"].attacks) == (("b",), ())
    assert {name: one.target for name, one in file.arguments.items()} == {"because-a": ("supports", "b"), "but-a": ("attacks", "b")}


def test_undercuts_may_come_before_what_they_deny_and_go_in_circles(draft: Draft) -> None:
    a, b = draft.claim("a"), draft.claim("b")
    draft.infer("x", [a], UNDERCUT, "y")
    draft.infer("y", [b], UNDERCUT, "x")
    draft.infer("z", [a], UNDERCUT, "s")
    draft.infer("s", [b], SUPPORT, a)
    file = draft.finish()
    assert file.claims["a"].undercuts == ("unless-b", "b>a")
    assert file.arguments["unless-b"].undercuts == "a>unless-b"


def test_five_thousand_undercuts_of_each_other_in_a_row_are_named(draft: Draft) -> None:
    claims = [draft.claim(f"claim {number}") for number in range(5000)]
    draft.infer(0, [claims[0]], SUPPORT, claims[1])
    for number in range(1, 5000):
        draft.infer(number, [claims[number]], UNDERCUT, number - 1)
    file = draft.finish()
    assert max(map(len, file.arguments)) < 200
    assert sum(len(claim.undercuts) for claim in file.claims.values()) + len(file.arguments) == 4999


def test_what_hangs_on_an_argument_that_is_left_out_goes_with_it_and_is_counted(draft: Draft) -> None:
    a, b = draft.claim("a"), draft.claim("b")
    actor = draft.actor("Ann")
    draft.infer(1, [a], SUPPORT, a)
    draft.infer(2, [b], UNDERCUT, 1)
    draft.infer(3, [a], UNDERCUT, 2)
    draft.state(actor, Stance.FOR, argument=3)
    assert draft.finish().statements == ()
    assert {item.what: item.number for item in draft.tally.report().of(Outcome.LOST)} == {
        "arguments for or against one of their own premises": 1,
        "undercuts of something that is no inference": 2,
        "statements about an argument that is left out": 1,
    }


def test_only_statements_that_others_name_get_an_id(draft: Draft) -> None:
    claim, ann = draft.claim("a"), draft.actor("Ann")
    draft.state(ann, Stance.FOR, claim=claim, key=1)
    draft.state(ann, Stance.AGAINST, claim=claim, key=2, replaces=1)
    draft.state(ann, Stance.NEUTRAL, claim=claim, key=3, replies=9)
    assert [(one.id, one.replaces, one.replies) for one in draft.finish().statements] == [
        ("ann-1", None, None),
        (None, "ann-1", None),
        (None, None, None),
    ]


def test_a_statement_told_twice_is_written_once(draft: Draft) -> None:
    claim, ann = draft.claim("a"), draft.actor("Ann")
    draft.state(ann, Stance.FOR, claim=claim, quote=["so"])
    draft.state(ann, Stance.FOR, claim=claim, quote=["so"])
    assert len(draft.finish().statements) == 1
    assert draft.tally.report().number(Outcome.LOST, "statements told twice") == 1


def test_a_file_sees_what_stands_in_its_codebook_and_uses_no_id_twice() -> None:
    tally = Tally()
    book = Draft("codebook", ReadOptions(), tally)
    shared = book.claim("a")
    target = book.claim("b")
    book.infer("shared", [shared], SUPPORT, target)
    book.finish()
    draft = Draft("map", ReadOptions(), tally, codebook=book)
    own = draft.claim("a")
    draft.infer(1, [shared], ATTACK, own)
    draft.infer(2, [own], UNDERCUT, "shared")
    file = draft.finish()
    assert (own, file.include) == ("a-2", ("codebook.yaml",))
    assert file.arguments["but-a"].premises == ("a",)
    assert file.claims["a-2"].undercuts == ("a>b",)


def test_remarks_stand_above_their_entries(draft: Draft) -> None:
    draft.claim("a", remark="As it was told.")
    assert "  # As it was told.\n  a: a\n" in emit(draft.finish(), draft.comments)


def test_what_a_file_could_not_keep_stands_at_its_head() -> None:
    whole = Tally()
    lossless, lossy = Draft("a", ReadOptions(), Tally(whole)), Draft("b", ReadOptions(), Tally(whole))
    for draft in (lossless, lossy):
        draft.claim("a")
    lossy.tally.lost("timestamps of nodes", "2015", 2)
    texts = []
    for draft in (lossless, lossy):
        file = draft.finish()
        remark_losses(draft, "map.json")
        texts.append(emit(file, draft.comments))
    assert texts[0].startswith("argmap: 1\n")
    assert texts[1].startswith("# Made of map.json. What could not be kept:\n#   2 × timestamps of nodes (2015)\n\nargmap: 1\n")
    assert whole.report().number(Outcome.LOST, "timestamps of nodes") == 2


def test_premises_and_speakers_beyond_the_first_count() -> None:
    draft = Draft("map", ReadOptions(most=10), Tally())
    many = [f"a{number}" for number in range(100)]
    with pytest.raises(FormatError, match="more than 10 entries"):
        draft.infer("key", many, SUPPORT, "b")
    draft = Draft("map", ReadOptions(most=10), Tally())
    with pytest.raises(FormatError, match="more than 10 entries"):
        draft.state(many, Stance.FOR, claim="b")


def test_a_text_without_words_is_shown_as_such(draft: Draft) -> None:
    draft.claim(" ")
    assert draft.finish().claims["claim"].text == "…"
