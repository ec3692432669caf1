"""`argmap explain`: what a code means, why it matters, a bad and a good example."""

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from argmap.diagnostics import Rule


@click.command("explain")
@click.argument("code", required=False, metavar="[CODE]")
@click.option("--markdown", is_flag=True, help="Print the page of all codes, as docs/diagnostics.md has it.")
def command(code: str | None, *, markdown: bool) -> None:
    """Explain a code such as AM201 (or its name, such as unknown-reference); without one, list them all."""
    from argmap.checks.table import all_rules

    rules = all_rules()
    if markdown:
        from argmap.checks.documentation import rules_page

        click.echo(rules_page(rules), nl=False)
    elif code is None:
        _list(rules)
    else:
        _explain(_named(code, rules))


def _named(code: str, rules: "tuple[Rule, ...]") -> "Rule":
    from argmap.diagnostics import did_you_mean

    names = {name: rule for rule in rules for name in (rule.code.lower(), rule.name)}
    wanted = code.lower()
    found = names.get(wanted) or names.get(f"am{wanted}")
    if found is None:
        near = next((name for name in names if name.startswith(wanted)), None) or did_you_mean(wanted, names)
        hint = f"Did you mean {names[near].code}?" if near else "`argmap explain` lists all of them."
        raise click.UsageError(f"There is no code {code!r}. {hint}")
    return found


def _list(rules: "tuple[Rule, ...]") -> None:
    from argmap.cli.output import paint

    for rule in rules:
        click.echo(f"{paint(rule.code, 'bold')}  {paint(f'{rule.severity:<7}', rule.severity)}  {rule.name:<24}  {rule.title}")


def _explain(rule: "Rule") -> None:
    from inspect import cleandoc

    from argmap.cli.output import paint

    click.echo(f"{paint(rule.code, 'bold')} {rule.name} ({paint(rule.severity, rule.severity)})\n\n{cleandoc(rule.text)}")
