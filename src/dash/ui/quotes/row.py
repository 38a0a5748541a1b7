"""A statement as a row: its words, who said them, and what differs from the source."""

from collections.abc import Sequence

import streamlit as st

from dash.drawings.statements import SIGNS
from dash.links import shorten
from dash.markdown import escape, highlight
from dash.schema.rows import Quote
from dash.statements.index import Statements
from dash.statements.quotes import (
    check_of,
    compare_wording,
    is_reported,
    spell_check,
    spell_day,
    spell_statement,
)
from dash.statements.search import pieces
from dash.statements.wording import Piece, comparable, in_short
from dash.ui.links import in_accent
from dash.ui.quotes.details import draw_details

LONGEST_ORIGINAL = 160
LEGEND = (
    "**Bold**: in the source, not in the story. ~~Struck through~~: in the story, not in the source"
)
# Checks after which the source's words are shown in the row.
DEPARTURES = ("shortened", "altered", "not_found")


def draw_row(
    statements: Statements,
    quote: Quote,
    marked: str | None = None,
    found: str | None = None,
    where: str = "",
) -> None:
    """Show one statement; what its Details hold is worked out and sent on opening.

    Args:
        statements: All statements.
        quote: The one to show.
        marked: Its words with the search's marks; None where nothing was searched for.
        found: Where else the search matched, with its marks; None where nowhere.
        where: The part of the page, where a statement may stand in several.
    """
    st.markdown(_row(statements, quote, marked, found), anchors=False)
    key = f"details_{where}{quote['id']}"
    label = in_accent(f"Details of {escape(quote['id'])}")
    details = st.expander(label, type="compact", key=key, on_change="rerun")
    if details.open:
        with details:
            draw_details(statements, quote, where)


def words_of(quote: Quote, marked: str | None = None) -> str:
    """Return a statement's words as Markdown: a quotation stands bold and in quotation marks."""
    if is_reported(quote):
        return escape(quote["text"]) if marked is None else highlight(pieces(marked))
    said = escape(spell_statement(quote)) if marked is None else f"“{highlight(pieces(marked))}”"
    return f"**{said}**"


def attribution(statements: Statements, quote: Quote) -> str:
    """Return who said it, when and through what, as Markdown; first that words are ours."""
    actors, answered = statements.actors, quote["replies_to"]
    speakers = [
        f"**{escape(actors.name(actor))}**" + _after_a_comma(actors.role(actor))
        for actor in quote["speaker"]
    ]
    parts = [
        "Reported in our words" if is_reported(quote) else "",
        "; ".join(speakers) or "**Speaker not named** in the story",
        escape(spell_day(quote)),
        escape(quote["medium"] or ""),
        f"set by the story against {' and '.join(map(escape, answered))}" if answered else "",
    ]
    # The space before a dot does not break, so that no line begins with one.
    return "\u00a0· ".join(part for part in parts if part)


def _after_a_comma(role: str | None) -> str:
    return f", {escape(role)}" if role else ""


def result(quote: Quote) -> str:
    """Return what came of the check: its sign and word, in its colour."""
    sign = SIGNS[quote["check"]]
    words = f"{sign.sign} {check_of(quote).label}".replace(" ", "\u00a0")
    return f":{sign.colour}[**{words}**]"


def departs(quote: Quote) -> bool:
    """Return whether a row shows words of the source with marks on what differs."""
    return quote["check"] in DEPARTURES and comparable(compare_wording(quote))


def _row(statements: Statements, quote: Quote, marked: str | None, found: str | None) -> str:
    said = attribution(statements, quote)
    lines = [f"### {words_of(quote, marked)}"]
    if quote["check"] in DEPARTURES:
        lines += [f":small[{said}]  \n:small[{result(quote)}{_source_has(quote)}]"]
    else:
        lines.append(f":small[{said}\u00a0· {result(quote)}]")
    if found is not None:
        lines.append(f":small[Found in what belongs to it: {highlight(pieces(found))}]")
    return "\n\n".join(lines)


def _source_has(quote: Quote) -> str:
    """Return what the source has, with what differs marked, or what there is to say instead."""
    original = quote["original_text"]
    if original is None:
        return f": {spell_check(quote)}"
    nearest = quote["check"] == "not_found"
    if departs(quote):
        beside = "beside the nearest words found" if nearest else "beside the source"
        return f", {beside}: {merged(in_short(compare_wording(quote)))}"
    found = "the nearest words found" if nearest else "in the source"
    return f", {found}: “{escape(shorten(original, LONGEST_ORIGINAL))}”"


def merged(differences: Sequence[Piece]) -> str:
    """Return both wordings as one text: the source's words, and struck through what it lacks."""
    parts = []
    for piece in differences:
        if piece.kind in ("added", "changed"):
            parts.append(f":orange-background[~~{escape(piece.printed.strip('“”'))}~~]")
        if piece.kind in ("left_out", "changed"):
            parts.append(f":orange-background[**{escape(piece.original)}**]")
        elif piece.kind in ("before", "after"):
            parts.append(f"**{escape(piece.original)}**")
        elif piece.original:
            parts.append(escape(piece.original))
    return " ".join(parts)
