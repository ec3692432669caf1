"""Paint for pictures of a comparison: presentation attributes of one palette, with classes by which a style sheet repaints them."""

from collections.abc import Iterator

from argmap.rendering.colours import DARK, PRINT, Ink, Palette, paint_rules


class Brush:
    """Says in SVG what colour something has, for a palette and for style sheets.

    >>> from argmap.rendering.colours import LIGHT
    >>> Brush(LIGHT).paint(fill=Ink.CARD_BORDER)
    ' class="fill-card-border" fill="#848d97"'
    """

    __slots__ = ("_palette",)

    def __init__(self, palette: Palette) -> None:
        """Paint with the colours of a palette."""
        self._palette = palette

    def paint(self, *, fill: Ink | None = None, stroke: Ink | None = None, name: str = "") -> str:
        """Return the attributes of something with these inks, and a class of its own."""
        names = [name] if name else []
        colours = ""
        for property_name, ink in (("fill", fill), ("stroke", stroke)):
            if ink is not None:
                names.append(f"{property_name}-{_name(ink)}")
                colours += f' {property_name}="{self._palette[ink]}"'
        return f' class="{" ".join(names)}"{colours}'


def _name(ink: Ink) -> str:
    return ink.value.replace(" ", "-")


def figure_rules(palette: Palette, scope: str = ".argmap") -> Iterator[str]:
    """Yield CSS rules that, with those of the map, paint a picture in a palette, whatever theme it was written in."""
    for ink in Ink:
        yield f"{scope} .fill-{_name(ink)}{{fill:{palette[ink]}}}"
        yield f"{scope} .stroke-{_name(ink)}{{stroke:{palette[ink]}}}"


def figure_style_sheet() -> str:
    """Return the CSS that lets a picture follow the reader's system: dark where that is dark, black on white on paper."""
    dark, paper = ("".join((*paint_rules(palette), *figure_rules(palette))) for palette in (DARK, PRINT))
    return f"@media screen and (prefers-color-scheme:dark){{{dark}}}@media print{{{paper}}}"
