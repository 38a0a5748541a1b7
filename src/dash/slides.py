"""The gallery's slides, with what their text leaves out said as such."""

import pandas as pd

from dash.dossier import Record, record

OPENING_CARD = 0


def opening_card(slides: pd.DataFrame) -> Record | None:
    """Return the card before the first slide, where the gallery has one."""
    return record(slides, OPENING_CARD) if OPENING_CARD in slides.index else None


def numbered(slides: pd.DataFrame) -> pd.DataFrame:
    """Return the slides proper, in order, without the opening card."""
    return slides[slides["number"] != OPENING_CARD].sort_values("number")


def spell_heading(slide: Record) -> str:
    """Return the heading as printed, or that the text has none."""
    return slide["heading"] or "No heading in the source"


def spell_credit(slide: Record) -> str:
    """Return the credit line as printed, or that the text has none."""
    return slide["credit"] or "not stated in the source"
