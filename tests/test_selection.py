"""What a selection shows, against its definition written down naively."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from argmap.api import load, loads
from argmap.graph import Graph
from argmap.selection import EVERYTHING, Selection, selected
from tests.graphs import TAGS, graphs

_selections = st.builds(
    Selection,
    questions=st.lists(st.sampled_from(("article/q0", "codebook/q0", "codebook/q1")), max_size=2).map(tuple),
    actors=st.lists(st.sampled_from(("article/x", "article/y")), max_size=2).map(tuple),
    tags=st.lists(st.sampled_from(TAGS), max_size=2).map(tuple),
    depth=st.none() | st.integers(0, 3),
)


def closed_under(start: set[str], graph: Graph, *, argument_rule: bool) -> set[str]:
    """The least set that holds what its members name, or the arguments all whose ends are in it."""
    members = set(start)
    for _ in range(20):
        if argument_rule:
            members |= {one.id for one in graph.arguments.values() if {one.target, *one.premises} <= members}
        else:
            members |= {end for one in graph.arguments.values() if one.id in members for end in (one.target, *one.premises)}
            members |= {question for one in graph.claims.values() if one.id in members for question in one.answers}
    return members


def in_use(graph: Graph) -> set[str]:
    entries = {**graph.questions, **graph.claims, **graph.arguments}
    if not graph.sources:
        return set(entries)
    named = {one.target for one in graph.statements.values()} | {
        one.given for one in graph.statements.values() if isinstance(one.given, str)
    }
    own = {name for name, entry in entries.items() if entry.file == "article"}
    return closed_under(closed_under(own | named, graph, argument_rule=False), graph, argument_rule=True)


def bearing_on(seeds: set[str], graph: Graph, depth: int | None) -> set[str]:
    reached = set(seeds)
    for _ in range(2 * (20 if depth is None else depth)):
        premises = {premise for one in graph.arguments.values() if one.id in reached for premise in one.premises}
        reached |= premises | {one.id for one in graph.arguments.values() if one.target in reached}
    return reached


def with_targets(seeds: set[str], graph: Graph) -> set[str]:
    members = set(seeds)
    for _ in range(20):
        members |= {one.target for one in graph.arguments.values() if one.id in members}
    return members


def purpose_of(seeds: set[str], graph: Graph) -> set[str]:
    own = with_targets({one.id for one in graph.arguments.values() if set(one.premises) <= seeds}, graph)
    return own | {premise for one in graph.arguments.values() if one.id in own for premise in one.premises}


def seeds_of(graph: Graph, selection: Selection) -> list[set[str]]:
    claims, arguments, statements = graph.claims.values(), graph.arguments.values(), graph.statements.values()
    seeds = []
    if selection.questions:
        seeds.append({one.id for one in claims if set(one.answers) & set(selection.questions)})
    if selection.actors:
        held = {one.target for one in statements if set(one.actors) & set(selection.actors)}
        seeds.append(with_targets(held, graph))
    if selection.tags:
        wanted = set(selection.tags)
        tagged = {one.id for one in (*claims, *arguments) if set(one.tags) & wanted}
        tagged |= {one.id for one in claims if any(set(graph.questions[question].tags) & wanted for question in one.answers)}
        tagged |= {one.target for one in statements if (set(one.tags) | set(graph.sources[one.source].tags)) & wanted}
        seeds.append(with_targets(tagged, graph))
    if not seeds and selection.depth is not None:
        premises = {premise for one in arguments for premise in one.premises}
        seeds.append({one.id for one in claims if one.answers or one.id not in premises} or set(graph.claims))
    return seeds


def naively_selected(graph: Graph, selection: Selection) -> set[str]:
    shown = in_use(graph)
    seeds = seeds_of(graph, selection)
    for place, some in enumerate(seeds):
        of_question = place == 0 and bool(selection.questions)
        above = set() if of_question or not (selection.actors or selection.tags) else purpose_of(some, graph)
        shown &= bearing_on(some, graph, selection.depth) | (above if selection.depth != 0 else set())
    if not seeds:
        return shown
    claims = shown & set(graph.claims)
    arguments: set[str] = set()
    for _ in range(20):
        arguments |= {
            one.id for one in graph.arguments.values() if one.id in shown and {*one.premises, one.target} <= claims | arguments
        }
    answered = {question for claim in claims for question in graph.claims[claim].answers}
    if selection.questions:
        answered = (answered | in_use(graph)) & set(selection.questions)
    return claims | arguments | answered


@given(graphs(), _selections)
def test_what_is_selected_agrees_with_the_definition(graph: Graph, selection: Selection) -> None:
    assert selected(graph, selection) == naively_selected(graph, selection)


@given(graphs(), _selections)
def test_what_is_shown_hangs_together(graph: Graph, selection: Selection) -> None:
    shown = selected(graph, selection)
    for name in shown & set(graph.arguments):
        assert {graph.arguments[name].target, *graph.arguments[name].premises} <= shown


@given(graphs(), _selections)
def test_a_selection_never_shows_more_than_everything(graph: Graph, selection: Selection) -> None:
    assert selected(graph, selection) <= selected(graph, EVERYTHING)


def shown_of(text: str, **selection: object) -> set[str]:
    graph = loads(f"argmap: 1\n{text}", "file.yaml").graph
    return {name.partition("/")[2] for name in selected(graph, Selection(**selection))}  # type: ignore[arg-type] # as given


def test_without_steps_two_answers_are_shown_and_not_what_one_means_for_the_other() -> None:
    text = "questions: {q: Why?}\nclaims:\n  a: {text: A., answers: q}\n  b: {text: B., answers: q, supports: a}\n"
    assert shown_of(text, depth=0) == {"a", "b", "q"}
    assert shown_of(text, depth=1) == {"a", "b", "q", "b>a"}


def test_an_answer_to_two_questions_is_shown_under_the_wanted_one_only() -> None:
    text = "questions: {q: Why?, r: How?}\nclaims:\n  a: {text: A., answers: [q, r]}\n"
    assert shown_of(text, questions=("file/q",)) == {"a", "q"}
    assert shown_of(text, questions=("file/q", "file/r")) == {"a", "q", "r"}


def test_who_denies_an_inference_is_shown_with_that_inference() -> None:
    text = (
        "actors: {x: X, y: Y}\nclaims:\n  a: {text: A.}\n  b: {text: B., supports: a}\n  c: {text: C., undercuts: b>a}\n"
        "source: {title: T}\nstatements:\n  - {by: x, claim: c, stance: for}\n  - {by: y, argument: c>b>a, stance: for}\n"
    )
    for actor in "xy":
        assert shown_of(text, actors=(f"file/{actor}",)) == {"a", "b", "c", "b>a", "c>b>a"}


def test_what_somebody_says_is_shown_with_the_claim_it_is_a_reason_for_and_not_with_all_else_that_bears_on_that() -> None:
    text = (
        "actors: {x: X, y: Y}\nclaims: {a: A., z: {text: Z., supports: a}}\nevidence:\n  b: {text: B.}\n  c: {text: C.}\n"
        "arguments: {i: {premises: [b, c], supports: a}}\nsource: {title: T}\nstatements:\n"
        "  - {by: x, claim: b, stance: for}\n  - {by: x, claim: c, stance: for}\n  - {by: y, claim: b, stance: for}\n"
    )
    assert shown_of(text, actors=("file/x",)) == {"a", "b", "c", "i"}
    assert shown_of(text, actors=("file/y",)) == {"b"}


def test_a_tagged_inference_is_shown_with_what_it_bears_on() -> None:
    text = "claims: {a: A., b: B., c: C.}\narguments: {i: {premises: [b, c], attacks: a, tags: t}}\n"
    assert shown_of(text, tags=("t",)) == {"a", "b", "c", "i"}


def test_a_question_that_nothing_answers_is_shown_where_it_is_wanted() -> None:
    assert shown_of("questions: {q: Why?, r: How?}\nclaims: {a: A.}\n", questions=("file/q",)) == {"q"}


def test_of_codebooks_what_sources_use_is_shown_and_what_stands_between(tmp_path: Path) -> None:
    (tmp_path / "book.yaml").write_text(
        "argmap: 1\nactors: {x: X}\nquestions: {q: Why?, r: How?}\nclaims:\n"
        "  a: {text: A., answers: q}\n  b: {text: B., supports: a}\n  c: {text: C., undercuts: b>a}\n"
        "  d: {text: D., undercuts: c>b>a, answers: r}\n  e: {text: E., supports: a}\n"
    )
    statements = "".join(f"  - {{by: x, claim: {claim}, stance: for}}\n" for claim in "abc")
    (tmp_path / "article.yaml").write_text(f"argmap: 1\ninclude: book.yaml\nsource: {{title: T}}\nstatements:\n{statements}")
    graph = load(tmp_path).graph
    assert {name.partition("/")[2] for name in selected(graph, EVERYTHING)} == {"q", "a", "b", "c", "b>a", "c>b>a"}
