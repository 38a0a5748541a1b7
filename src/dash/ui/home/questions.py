"""The questions of the home page: each with a picture, one sentence and one link."""

from collections.abc import Mapping, Sequence
from functools import partial
from itertools import groupby

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dash.dossier.model import Dossier
from dash.dossier.records import names
from dash.drawings import speech, strip
from dash.drawings.claims import Claim, claim_map, told_status
from dash.drawings.ground import Frame
from dash.drawings.question_map import claims_of, figures_of, ground_of, view_of
from dash.drawings.scale import scale_of
from dash.drawings.svg import Drawing
from dash.figures.attribution import qualified, says
from dash.figures.words import (
    spell_area,
    spell_counted,
    spell_population,
    spell_value,
    supplied_in,
)
from dash.markdown import escape
from dash.palette import LIGHT, Palette
from dash.questions import questions
from dash.schema.problems import DossierError
from dash.schema.rows import Figure
from dash.schema.story import Question
from dash.site import target_of
from dash.statements.quotes import spell_date, spell_statement
from dash.ui import frame
from dash.ui.drawing import drawn_once, show
from dash.ui.links import in_accent, page_link, record_link

NEEDS = {
    "strip": ("figures", "actors"),
    "map": ("figures", "actors", "places"),
    "statements": ("quotes", "actors"),
}
# The table whose page a question leads to.
SHOWN_WITH = {"strip": "figures", "map": "places", "statements": "quotes"}


def draw_questions(dossier: Dossier) -> None:
    """Draw every question beside the next; what a broken table takes away is said in its place."""
    asked = questions(dossier)
    if not asked:
        return
    # Those of dossier.toml are headed in its language, the nearest in ours.
    own = "own_" if dossier.story.questions else ""
    for number, question in enumerate(asked):
        with st.container(gap="xsmall", key=f"home_question_{own}{question.kind}_{number}"):
            st.header(escape(question.title), anchor=False)
            _draw_answer(dossier, question, f"home_statement_{number}")


def _draw_answer(dossier: Dossier, question: Question, key: str) -> None:
    missing = [table for table in NEEDS[question.kind] if not dossier.has(table)]
    if missing:
        frame.tell_left_out(missing[0])
        return
    match question.kind:
        case "strip":
            _draw_strip(dossier, question)
        case "map":
            _draw_map(dossier, question)
        case "statements":
            _draw_statements(dossier, question, key)
    if question.sentence:
        st.markdown(escape(question.sentence))
    if question.difference and dossier.has("differences"):
        record_link(dossier, "differences", question.difference, question.link)
    else:
        shown = SHOWN_WITH[question.kind]
        page = target_of(shown if dossier.offers(shown) else "figures", dossier).page
        page_link(page, in_accent(escape(question.link)))


def _draw_strip(dossier: Dossier, question: Question) -> None:
    figures = figures_of(dossier, question)
    scale, colours = scale_of(figures), frame.palette()
    counted = dossier.story.populations
    marks = (colours.accent, colours.context, colours.ink)
    groups = groupby(figures, key=lambda figure: figure["population"])
    with st.container(gap="xxsmall"):
        for number, (population, group) in enumerate(groups):
            if population is not None:
                frame.small(f"**{escape(_counted_in(figures, population, counted))}**")
            mark = marks[number % len(marks)]
            for figure in group:
                _number_link(dossier, question, figure)
                key = ("track", question.records, figure["id"], colours)
                track = partial(strip.track, figure, scale, mark, colours)
                show(drawn_once(dossier, key, track))
        axis = partial(strip.axis, scale, figures[0]["unit"], colours)
        show(drawn_once(dossier, ("axis", question.records, colours), axis))


def _counted_in(figures: Sequence[Figure], population: str, counted: Mapping[str, str]) -> str:
    """Return among whom a group counts, marked where none of its sources says so."""
    group = [figure for figure in figures if figure["population"] == population]
    stated = [each for each in group if "population" not in supplied_in(each)]
    return spell_population((stated or group)[0], counted)


def _number_link(dossier: Dossier, question: Question, figure: Figure) -> None:
    """Draw a link that says a number, who says so, as of when, and what is left open."""
    who = says(figure, names(dossier.records("actors")))
    value = spell_value(figure)
    counted = spell_counted(figure, dossier.unit(question.counted)).removeprefix(value).strip()
    told = f"**{escape(value)}** {escape(counted)}".rstrip()
    number = f"{told}, {escape(who)}"
    target = target_of("figures", dossier)
    label = f"{in_accent(number)} :small[·\u00a0{escape(qualified(figure))}]"
    page_link(target.page, label, query_params={target.parameter: figure["id"]})


def _draw_map(dossier: Dossier, question: Question) -> None:
    figures = figures_of(dossier, question)
    claims = list(claims_of(dossier, figures))
    view = view_of(dossier, question)
    if claims and view:
        _show_map(dossier, question, claims, view)
    place_names, status = names(dossier.records("places")), _status(dossier, claims)
    with st.container(gap="xxsmall"):
        for area, group in groupby(figures, key=lambda figure: spell_area(figure, place_names)):
            if area:
                frame.small(f"**{escape(area)}**{status.get(area, '')}")
            for figure in group:
                _number_link(dossier, question, figure)


def _status(dossier: Dossier, claims: Sequence[Claim]) -> dict[str, str]:
    """Return what is to be said of each area that is hatched, after its name."""
    return {
        claim.place: f" (hatched): {escape(layer.name.removeprefix(f'{claim.place}: '))}"
        for claim in claims
        for layer in told_status(dossier.story.layers, [claim])
    }


def _show_map(dossier: Dossier, question: Question, claims: Sequence[Claim], view: Frame) -> None:
    colours = frame.palette()
    try:
        drawing = _drawn_map(dossier, question, claims, view, colours)
    except DossierError:
        frame.small(":material/warning: The map's ground has a problem, which the page Map tells.")
        return
    show(drawing)


def _drawn_map(
    dossier: Dossier, question: Question, claims: Sequence[Claim], view: Frame, colours: Palette
) -> Drawing:
    return drawn_once(
        dossier,
        ("map", question.records, view, colours),
        lambda: claim_map(claims, ground_of(dossier), view, colours),
    )


def draw_maps_beforehand(dossier: Dossier) -> None:
    """Draw the maps of the home page once: their outlines take long, and are kept.

    Raises:
        DossierError: A table or a file of the geography cannot be used.
    """
    for question in questions(dossier):
        if question.kind == "map" and (view := view_of(dossier, question)):
            claims = list(claims_of(dossier, figures_of(dossier, question)))
            _drawn_map(dossier, question, claims, view, LIGHT)


def _draw_statements(dossier: Dossier, question: Question, key: str) -> None:
    quotes = [dossier.record("quotes", one) for one in question.records]
    actors, colours = names(dossier.records("actors")), frame.palette()
    for quote in quotes:
        with _beside_bubble(f"{key}_{quote['id']}", speech.said(colours)):
            record_link(dossier, "quotes", quote["id"], spell_statement(quote))
            who = " and ".join(actors[actor] for actor in quote["speaker"])
            told = ", ".join(part for part in (who, quote["medium"], spell_date(quote)) if part)
            frame.small(escape(told))
    if question.unsaid:
        with _beside_bubble(f"{key}_unsaid", speech.unsaid(colours)):
            st.markdown(f"**Not said:** {escape(question.unsaid)}")


def _beside_bubble(key: str, bubble: Drawing) -> DeltaGenerator:
    """Begin a row whose first place has a bubble; the stylesheet puts the rest beside it."""
    row = st.container(gap=None, key=key)
    with row:
        show(bubble, speech.WIDTH)
    return row
