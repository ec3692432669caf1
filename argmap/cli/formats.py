"""`argmap formats`: what can be read and written, how it is told, what is lost."""

import click


@click.command("formats")
@click.argument("name", required=False, metavar="[FORMAT]")
@click.option("--markdown", is_flag=True, help="Print the page of the documentation that describes them all.")
def command(name: str | None, *, markdown: bool) -> None:
    """List the formats that can be read and written; with the name of one, say what becomes of what is in it."""
    from argmap.cli.output import paint
    from argmap.exchange.contract import FormatError
    from argmap.exchange.describing import described, page
    from argmap.formats.table import FORMATS, format_named

    if markdown:
        click.echo(page(FORMATS), nl=False)
        return
    if name is not None:
        try:
            click.echo(described(format_named(name)))
        except FormatError as error:
            raise click.UsageError(str(error)) from None
        return
    width = max(len(one.name) for one in FORMATS)
    for one in FORMATS:
        does = f"{'reads' if one.read else '':<5} {'writes' if one.write else '':<6}"
        click.echo(f"{paint(f'{one.name:<{width}}', 'bold')}  {does}  {one.title}")
    click.echo("\n`argmap formats FORMAT` says what is kept and what is lost.")
