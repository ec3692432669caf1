"""What every template is read with: all that is shown is escaped, and what has no value is an error."""

from jinja2 import Environment, FunctionLoader, StrictUndefined

from argmap.shipped import shipped_text


def new_environment() -> Environment:
    """Return an environment of the templates that come with the package."""
    return Environment(
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        loader=FunctionLoader(shipped_text),
    )
