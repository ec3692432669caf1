"""`argmap schema`: the JSON Schema of the annotation format, for completion in editors."""

from pathlib import Path

import click


@click.command("schema")
@click.option("-o", "--output", default="-", metavar="FILE", help="The file to write; standard output by default.")
def command(output: str) -> None:
    """Print the JSON Schema of the annotation format.

    In VS Code with the YAML extension: `argmap schema -o argmap.schema.json`, and as the first line of an annotation
    `# yaml-language-server: $schema=argmap.schema.json`.
    """
    from argmap.cli.output import write
    from argmap.writing.schema import schema_text

    write(output, schema_text())
    if output != "-":
        click.echo(
            f"wrote {output}; the first line of an annotation beside it: # yaml-language-server: $schema={Path(output).name}",
            err=True,
        )
