from hypothesis import given

from argmap.api import loads
from argmap.graph import Graph
from argmap.selection import Selection, selectable, selected
from argmap.standing import in_force
from argmap.view import build_view, narrowed
from tests.graphs import graphs

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


def test_a_hedge_counts_where_it_is_never_said_plainly_and_who_passes_words_on_where_it_is_not_the_author() -> None:
    text = (
        "argmap: 1\nsource: {title: Interview, author: eve}\nactors: {ann: Ann, bob: Bob, cid: Cid, eve: Eve}\n"
        "claims: {a: A., b: B.}\nstatements:\n"
        "  - {by: ann, claim: a, stance: for, hedge: possible, speech: inferred}\n"
        "  - {by: ann, claim: a, stance: for, hedge: likely, speech: inferred}\n"
        "  - {by: bob, claim: a, stance: for, hedge: unlikely, via: [cid, eve]}\n"
        "  - {by: bob, claim: a, stance: for, via: cid, speech: inferred}\n"
        "  - {by: cid, claim: b, stance: for, via: eve}\n"
    )
    view = build_view(loads(text, "interview.yaml").graph)
    found = {
        holder.actor.id: (holder.hedge, holder.inferred, [actor.id for actor in holder.passed_on_by])
        for shown in view.claims
        for holder in shown.holders
    }
    assert found == {
        "interview/ann": ("likely", True, []),
        "interview/bob": (None, False, ["interview/cid"]),
        "interview/cid": (None, False, []),
    }


@given(graphs())
def test_a_view_that_is_narrowed_shows_what_is_built_for_the_selection(graph: Graph) -> None:
    everything, known = build_view(graph), selectable(graph)
    for question in graph.questions:
        selection = Selection(questions=(question,))
        built = build_view(graph, selection)
        part = narrowed(everything, selected(graph, selection, known))
        assert (part.questions, part.claims, part.arguments) == (built.questions, built.claims, built.arguments)
        assert (part.contraries, part.sources, part.actors) == (built.contraries, built.sources, built.actors)


@given(graphs())
def test_a_selection_names_only_the_sources_it_comes_from(graph: Graph) -> None:
    assert build_view(graph).sources == tuple(graph.sources.values())
    for question in graph.questions:
        built = build_view(graph, Selection(questions=(question,)))
        shown = [*(one.claim for one in built.claims), *(one.argument for one in built.arguments)]
        counted = [standing.statement for standing in in_force(graph.statements.values())]
        for source in graph.sources.values():
            defines = any(entry.file == source.id for entry in shown)
            speaks = any(one.source == source.id and one.target in {entry.id for entry in shown} for one in counted)
            assert (source in built.sources) == (defines or speaks)
