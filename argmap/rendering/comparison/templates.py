"""The templates of pages, and what every page has: its style, its policy, its colours."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from markupsafe import Markup

from argmap import __version__
from argmap.catalogue import Catalogue, catalogue_of
from argmap.rendering.colours import COLOUR_SCHEMES, DARK, PALETTES, PRINT, Theme
from argmap.rendering.comparison.brush import figure_rules
from argmap.rendering.environment import new_environment
from argmap.rendering.page.colours import colour_rules
from argmap.rendering.page.policy import content_security_policy
from argmap.rendering.page.scripts import joined
from argmap.rendering.svg_cards import STANCE_MARKS
from argmap.shipped import shipped_text


@cache
def sheets_of(theme: Theme, language: str) -> "Sheets":
    """Return the templates in a theme and a language (a BCP 47 tag)."""
    return Sheets(theme, catalogue_of(language))


class Sheets:
    """The templates, compiled once for many pages of one theme."""

    def __init__(self, theme: Theme, catalogue: Catalogue) -> None:
        """Make pages in a theme and in the language of a catalogue."""
        self.theme = theme
        self._environment = new_environment()
        self._environment.globals.update(
            say=catalogue.say, count=catalogue.count, language=catalogue.language, version=__version__, marks=_marks()
        )
        self._colours = colour_rules(theme) + _figure_colours(theme)

    def page(self, template: str, *, styles: Iterable[str], script: str | None, values: Mapping[str, Any]) -> str:
        """Return a page.

        Args:
            template: the name of its template.
            styles: the names of its style sheets, besides the colours.
            script: the name of its main module; None where it has none.
            values: what the template shows.
        """
        style = self._colours + "".join(map(shipped_text, styles))
        folder, _, entry = (script or "").rpartition("/")
        code = joined(entry, lambda name: shipped_text(f"{folder}/{name}.mjs")) if script else ""
        return self._environment.get_template(template).render(
            **values,
            policy=content_security_policy(styles=(style,), scripts=(code,) if script else ()),
            style=Markup(style),  # noqa: S704 - our own files
            script=Markup(code),  # noqa: S704 - our own files
            scheme=COLOUR_SCHEMES[self.theme],
        )


def _marks() -> Mapping[str, Markup]:
    """The marks of stances as paths, which all pages share."""
    return {stance.value: Markup(f'<path d="{path}" fill-rule="evenodd"/>') for stance, path in STANCE_MARKS.items()}  # noqa: S704 - no words in it


def _figure_colours(theme: Theme) -> str:
    rules = "".join(figure_rules(PALETTES[theme]))
    dark = f"@media screen and (prefers-color-scheme:dark){{{''.join(figure_rules(DARK))}}}" if theme is Theme.AUTO else ""
    return f"{rules}{dark}@media print{{{''.join(figure_rules(PRINT))}}}"
