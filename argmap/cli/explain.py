"""`argmap explain`: what a code means, why it matters, a bad and a good example."""

import click


@click.command("explain")
@click.argument("code", required=False, metavar="[CODE]")
def command(code: str | None) -> None:
    """Explain a code such as AM201 (or its name, such as unknown-reference); without one, list them all."""
    from argmap.checks.table import all_rules
    from argmap.cli.output import paint
    from argmap.diagnostics import did_you_mean

    rules = all_rules()
    if code is None:
        for rule in rules:
            click.echo(f"{paint(rule.code, 'bold')}  {paint(f'{rule.severity:<7}', rule.severity)}  {rule.name:<24}  {rule.title}")
        return
    names = {name: rule for rule in rules for name in (rule.code.lower(), rule.name)}
    found = names.get(code.lower()) or names.get(f"am{code.lower()}")
    if found is None:
        near = next((name for name in names if name.startswith(code.lower())), None) or did_you_mean(code.lower(), names)
        hint = f"Did you mean {names[near].code}?" if near else "`argmap explain` lists all of them."
        raise click.UsageError(f"There is no code {code!r}. {hint}")
    click.echo(f"{paint(found.code, 'bold')} {found.name} ({paint(found.severity, found.severity)})\n\n{_dedented(found.text)}")


def _dedented(text: str) -> str:
    from inspect import cleandoc

    return cleandoc(text)
