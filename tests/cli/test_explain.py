from argmap.checks.table import all_rules
from tests.cli.conftest import Run


def test_a_code_is_explained_by_the_text_of_its_rule(argmap: Run) -> None:
    assert argmap("explain", "AM201").out == (
        "AM201 unknown-reference (error)\n\n"
        "Report a reference to an id that nothing defines.\n\n"
        "Why: the relation would vanish from the map, and with it a reason for or against the claim.\n\n"
        "Bad:   `supports: low-prioritty`\n"
        "Good:  `supports: low-priority`\n"
    )


def test_a_code_may_be_written_in_other_ways(argmap: Run) -> None:
    whole = argmap("explain", "AM201").out
    assert [argmap("explain", way).out for way in ("am201", "201", "unknown-reference", "Unknown-Reference")] == [whole] * 4


def test_every_code_can_be_explained_and_is_listed(argmap: Run) -> None:
    listed = argmap("explain").out.splitlines()
    assert [line.split()[:3] for line in listed] == [[rule.code, rule.severity.value, rule.name] for rule in all_rules()]
    assert all(argmap("explain", rule.code).out.startswith(f"{rule.code} {rule.name}") for rule in all_rules())


def test_an_unknown_code_is_misuse_and_the_nearest_is_named(argmap: Run) -> None:
    unknown = argmap("explain", "unknown-ref")
    assert unknown.status == 2
    assert "There is no code 'unknown-ref'. Did you mean AM201?" in unknown.err
    assert "`argmap explain` lists all of them." in argmap("explain", "ZZ9").err
