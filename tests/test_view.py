from argmap.api import loads
from argmap.view import build_view

CHOICE = """\
argmap: 1
source: {title: Interview}
actors: {ann: Ann, bob: Bob}
questions:
  standing: {text: Where does it stand?, kind: choice}
  gains: {text: What is won?, kind: open}
claims:
  ahead: {text: It is ahead., answers: standing}
  behind: {text: It is behind., answers: standing}
  money: {text: Money is won., answers: gains}
  time: {text: Time is won., answers: gains, contrary: money}
statements:
  - {by: ann, claim: ahead, stance: for}
  - {by: ann, claim: behind, stance: for}
  - {by: bob, claim: behind, stance: for}
  - {by: bob, claim: ahead, stance: against}
  - {by: bob, claim: money, stance: for}
  - {by: bob, claim: time, stance: for}
  - {by: ann, claim: money, stance: for}
"""


def test_who_is_for_two_rival_answers_or_two_contraries_is_shown_as_torn_and_nobody_else() -> None:
    view = build_view(loads(CHOICE, "interview.yaml").graph)
    torn = {
        (shown.claim.id.partition("/")[2], holder.actor.id.partition("/")[2]): [rival.partition("/")[2] for rival in holder.rivals]
        for shown in view.claims
        for holder in shown.holders
        if holder.rivals
    }
    assert torn == {
        ("ahead", "ann"): ["behind"],
        ("behind", "ann"): ["ahead"],
        ("money", "bob"): ["time"],
        ("time", "bob"): ["money"],
    }
