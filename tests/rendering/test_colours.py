import pytest

from argmap.rendering.colours import DARK, LIGHT, PAINTS, PALETTES, PRINT, Ink, Palette, contrast, paint_rules, style_sheet

palettes = pytest.mark.parametrize("palette", [LIGHT, DARK, PRINT], ids=["light", "dark", "print"])


@palettes
def test_every_palette_has_every_ink(palette: Palette) -> None:
    assert set(palette) == set(Ink)


@palettes
@pytest.mark.parametrize("ground", [Ink.PAPER, Ink.CARD, Ink.EVIDENCE, Ink.QUESTION, Ink.CHIP])
def test_text_can_be_read_on_every_ground(palette: Palette, ground: Ink) -> None:
    assert contrast(palette[Ink.TEXT], palette[ground]) >= 7
    assert contrast(palette[Ink.QUIET], palette[ground]) >= 4.5


@palettes
def test_lines_borders_and_marks_can_be_seen(palette: Palette) -> None:
    for line in (Ink.FOR, Ink.AGAINST, Ink.ANSWER, Ink.CARD_BORDER, Ink.EVIDENCE_BORDER, Ink.QUESTION_BORDER):
        assert contrast(palette[line], palette[Ink.PAPER]) >= 3, line
    for mark in (Ink.FOR, Ink.AGAINST, Ink.NEUTRAL, Ink.CHIP_BORDER):
        assert contrast(palette[mark], palette[Ink.CHIP]) >= 3, mark


def test_the_sides_have_the_colours_that_the_colour_blind_tell_apart() -> None:
    # Okabe and Ito (2008), "Color universal design".
    assert (LIGHT[Ink.FOR], LIGHT[Ink.AGAINST]) == ("#0072B2", "#D55E00")
    assert (DARK[Ink.FOR], DARK[Ink.AGAINST]) == ("#56B4E9", "#E69F00")


def test_contrast_is_that_of_the_guidelines() -> None:
    assert contrast("#000000", "#ffffff") == 21
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)
    assert contrast("#ffffff", "#D55E00") == pytest.approx(3.87, abs=0.005)


def test_a_style_sheet_paints_everything_that_is_painted() -> None:
    assert len([*paint_rules(DARK)]) == len(PAINTS)
    assert style_sheet().count("{") - style_sheet().count("@media") == 2 * len(PAINTS)
    assert "var(" not in style_sheet()
    assert {len(palette) for palette in PALETTES.values()} == {len(Ink)}
