"""The colours of the page around the map, and of the actors on it, as one table a theme; contrasts are tested as numbers.

The map's own colours are in `argmap.rendering.colours`; the page takes over its paper, text and quiet text.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from argmap.rendering.colours import COLOUR_SCHEMES, PALETTES, Ink, Theme, paint_rules


class Hue(StrEnum):
    """What a colour of the page is for; the value is the name of its CSS variable."""

    BAR = "bar"
    """Bars and panels around the map."""
    RULE = "rule"
    """Lines between parts."""
    EDGE = "edge"
    """Borders of fields and buttons."""
    PRESSED = "pressed"
    """A button that is on, and what the pointer is over."""
    LINK = "link"
    MARKED = "marked"
    """A passage of the text; deeper where passages overlap."""
    MARKED_TWICE = "marked-twice"
    MARKED_THRICE = "marked-thrice"
    LIT = "lit"
    """The selected claim and its passages."""
    LIT_EDGE = "lit-edge"
    ACTOR_1 = "actor-1"
    ACTOR_2 = "actor-2"
    ACTOR_3 = "actor-3"
    ACTOR_4 = "actor-4"
    ACTOR_5 = "actor-5"
    ACTOR_6 = "actor-6"
    ACTOR_7 = "actor-7"
    ACTOR_8 = "actor-8"
    ACTOR_0 = "actor-0"
    """All further actors."""


ACTORS: Final = tuple(hue for hue in Hue if hue.value.startswith("actor-"))

_LIGHT_HUES: Final[Mapping[Hue, str]] = {
    Hue.BAR: "#f7f8f9",
    Hue.RULE: "#dde1e6",
    Hue.EDGE: "#7d8793",
    Hue.PRESSED: "#e3e9f0",
    Hue.LINK: "#0b5a8f",
    Hue.MARKED: "#fdf3cd",
    Hue.MARKED_TWICE: "#fae8a4",
    Hue.MARKED_THRICE: "#f6da74",
    Hue.LIT: "#ffe066",
    Hue.LIT_EDGE: "#8a6a00",
    Hue.ACTOR_1: "#3b2fa0",
    Hue.ACTOR_2: "#0f7a3d",
    Hue.ACTOR_3: "#a3195b",
    Hue.ACTOR_4: "#8a5a00",
    Hue.ACTOR_5: "#007d86",
    Hue.ACTOR_6: "#8e3bb0",
    Hue.ACTOR_7: "#5f6b00",
    Hue.ACTOR_8: "#c2410c",
    Hue.ACTOR_0: "#7d8793",
}

_DARK_HUES: Final[Mapping[Hue, str]] = {
    Hue.BAR: "#1b1f24",
    Hue.RULE: "#323942",
    Hue.EDGE: "#7f8a97",
    Hue.PRESSED: "#2c3540",
    Hue.LINK: "#7cc4ee",
    Hue.MARKED: "#3a3317",
    Hue.MARKED_TWICE: "#4c421a",
    Hue.MARKED_THRICE: "#5e511c",
    Hue.LIT: "#6b5900",
    Hue.LIT_EDGE: "#ffd84d",
    Hue.ACTOR_1: "#a79cff",
    Hue.ACTOR_2: "#62cf8b",
    Hue.ACTOR_3: "#f58bb8",
    Hue.ACTOR_4: "#e0a84a",
    Hue.ACTOR_5: "#5ccad2",
    Hue.ACTOR_6: "#d49af0",
    Hue.ACTOR_7: "#c3cf5c",
    Hue.ACTOR_8: "#ff9a6b",
    Hue.ACTOR_0: "#8b96a3",
}

_PRINT_HUES: Final[Mapping[Hue, str]] = {
    **dict.fromkeys(Hue, "#000000"),
    **dict.fromkeys((Hue.BAR, Hue.MARKED, Hue.LIT, Hue.PRESSED), "#ffffff"),
    **dict.fromkeys((Hue.MARKED_TWICE, Hue.MARKED_THRICE), "#eeeeee"),
    Hue.RULE: "#999999",
}

HUES: Final[Mapping[Theme, Mapping[Hue, str]]] = {Theme.LIGHT: _LIGHT_HUES, Theme.DARK: _DARK_HUES, Theme.PRINT: _PRINT_HUES}


def colour_rules(theme: Theme) -> str:
    """Return the CSS that colours page and map in a theme: variables for the page, rules for the map, black on white on paper."""
    paper = f"@media print{{{_rules(Theme.PRINT)}}}"
    match theme:
        case Theme.AUTO:
            return f"{_rules(Theme.LIGHT)}@media screen and (prefers-color-scheme:dark){{{_rules(Theme.DARK)}}}{paper}"
        case Theme.LIGHT | Theme.DARK | Theme.PRINT:
            return _rules(theme) + paper


def _rules(theme: Theme) -> str:
    palette = PALETTES[theme]
    colours = {f"ink-{ink.value.replace(' ', '-')}": palette[ink] for ink in Ink}
    colours |= {hue.value: colour for hue, colour in HUES[theme].items()}
    variables = "".join(f"--{name}:{colour};" for name, colour in colours.items())
    return f":root{{color-scheme:{COLOUR_SCHEMES[theme]};{variables}}}{''.join(paint_rules(palette))}"
