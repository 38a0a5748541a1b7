"""The gallery's slides: their order, and what they say or leave out, in words."""

from collections.abc import Iterable, Sequence
from typing import Literal

from dash.dossier.lookup import slide_reference
from dash.dossier.model import Dossier
from dash.schema.rows import Slide
from dash.wording import FIGURES, PLACES, STATEMENTS, WHERE_ACCOUNTS_PART

OPENING_CARD = 0
RELATED: dict[Literal["differences", "figures", "quotes", "places"], str] = {
    "differences": WHERE_ACCOUNTS_PART,
    "figures": FIGURES,
    "quotes": STATEMENTS,
    "places": PLACES,
}


def numbered(slides: Iterable[Slide]) -> list[int]:
    """Return the numbers of the slides proper, in order, without the opening card."""
    return [number for number in sequence(slides) if number != OPENING_CARD]


def sequence(slides: Iterable[Slide]) -> list[int]:
    """Return the numbers of all slides in the order of showing, the opening card first."""
    return sorted(slide["number"] for slide in slides)


def chosen(slides: Iterable[Slide], asked: str | None) -> int:
    """Return the number of the slide that an address asks for, or of the first one."""
    numbers = sequence(slides)
    return next((number for number in numbers if str(number) == asked), numbers[0])


def neighbours(slides: Iterable[Slide], number: int) -> tuple[int | None, int | None]:
    """Return the slide before and the one after; None at either end."""
    numbers = sequence(slides)
    place = numbers.index(number)
    before = numbers[place - 1] if place > 0 else None
    return before, numbers[place + 1] if place + 1 < len(numbers) else None


def spell_position(slides: Iterable[Slide], number: int) -> str:
    """Return where in the gallery a slide stands: 3 of 8; the opening card is not counted."""
    if number == OPENING_CARD:
        return "Opening card"
    numbers = numbered(slides)
    return f"{numbers.index(number) + 1} of {len(numbers)}"


def slide_name(slide: Slide) -> str:
    """Return what a slide is called: Slide 3, or Opening card."""
    number = slide["number"]
    return "Opening card" if number == OPENING_CARD else f"Slide {number}"


def spell_heading(slide: Slide) -> str:
    """Return the heading as printed, or that the text has none."""
    return slide["heading"] or "No heading in the source"


def spell_credit(slide: Slide) -> str:
    """Return the credit line as printed, or that the text has none."""
    return slide["credit"] or "not stated in the source"


def spell_picture(slide: Slide) -> str:
    """Return what the picture shown is, whose, and on which terms, in one line."""
    terms = f"{slide['image_credit']} ({slide['image_licence']})."
    if slide["image_kind"] == "original":
        return f"The source's own picture. {terms}"
    replaced = slide["credit"] or "credit not stated in the source"
    return f"{terms} The original picture, not shown here: {replaced}."


def related(dossier: Dossier, slide: Slide) -> dict[str, list[tuple[str, str]]]:
    """Return the records that a slide touches: headings, and table and id of each record.

    Places, statements and figures stand in the slide's own row; differences name the slide.
    A table with problems is left out: the pages that show it tell them.
    """
    groups: dict[str, list[tuple[str, str]]] = {}
    for table, heading in RELATED.items():
        if not dossier.has(table):
            continue
        keys: Sequence[str] = _differing(dossier, slide) if table == "differences" else slide[table]
        if keys:
            groups[heading] = [(table, key) for key in keys]
    return groups


def _differing(dossier: Dossier, slide: Slide) -> list[str]:
    name = slide_reference(slide["number"])
    return [row["id"] for row in dossier.records("differences") if name in row["records"]]
