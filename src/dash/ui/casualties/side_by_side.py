"""Figures side by side: a row each, by the people that they count, on one scale."""

from collections.abc import Sequence
from functools import partial
from itertools import groupby

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dash.drawings.dot_plot import axis, places, row_key
from dash.drawings.scale import scale_of
from dash.figures.catalogue import Catalogue
from dash.figures.selection import (
    Rows,
    by_unit,
    casualties,
    in_order,
    other_quantities,
    with_context,
)
from dash.figures.words import spell_short, supplied_in
from dash.markdown import escape
from dash.schema.rows import Figure
from dash.ui import frame
from dash.ui.address import set_parameter
from dash.ui.casualties.choices import (
    choose_context,
    choose_filters,
    choose_length,
    choose_measure,
    choose_page,
    shown,
    table_below,
)
from dash.ui.casualties.figure_record import follow_figure
from dash.ui.parts import shown_and_beside
from dash.wording import MARK_OF_ABOUT, MARK_OF_ONE, NOT_STATED

MARKS = {
    "exact": MARK_OF_ONE,
    "about": MARK_OF_ABOUT,
    "at_least": "●→ at least",
    "more_than": "○→ more than",
    "range": "━━ from lowest to highest, with a stroke at the source's best estimate",
}
# More wholes than these are no sentence: each record names its own.
MOST_WHOLES = 4


def side_by_side(catalogue: Catalogue) -> None:
    """Show the story's casualties beside those that others count."""
    story = catalogue.dossier.story
    counted = casualties(catalogue.rows, story)
    plots, beside = shown_and_beside("phone_after")
    with beside:
        figures = with_context(counted, story, choose_context(counted, story))
        of_measure = choose_measure(catalogue, figures, "figures_measure")
        filters = choose_filters(catalogue, figures)
    with plots:
        legend = _plots(catalogue, shown(of_measure, filters), "casualties")
    _explain(beside, legend)


def others(catalogue: Catalogue) -> None:
    """Show what is counted apart from casualties."""
    figures: Rows = other_quantities(catalogue.rows, catalogue.dossier.story)
    plots, beside = shown_and_beside("phone_after")
    with beside:
        of_measure = choose_measure(catalogue, figures, "figures_quantity")
        filters = choose_filters(catalogue, figures)
    with plots:
        legend = _plots(catalogue, shown(of_measure, filters), "quantities")
    _explain(beside, legend)


def _explain(beside: DeltaGenerator, legend: str) -> None:
    if legend:
        with beside:
            frame.small(legend)


def _plots(catalogue: Catalogue, figures: Rows, key: str) -> str:
    """Draw figures of one measure, a plot for each length of time and unit.

    Where they are too many for one look, the reader chooses a length and pages through it.

    Returns:
        What their marks mean.
    """
    populations = list(catalogue.dossier.story.populations)
    on_page = {
        length: choose_page(in_order(part, populations))
        for length, part in choose_length(figures).items()
    }
    follow_figure(catalogue)
    with st.container(key="casualties_plots"):
        for length, part in on_page.items():
            for unit, of_unit in _in_units(catalogue, part).items():
                _plot(catalogue, f"{length}, in {unit}", of_unit, key)
    return _legend([figure for part in on_page.values() for figure in part])


def _in_units(catalogue: Catalogue, figures: Rows) -> dict[str, list[Figure]]:
    """Return figures of one measure by unit, in the order in which the dossier names its units."""
    parts = by_unit(figures)
    declared = catalogue.dossier.story.measures[figures[0]["measure"]].units
    return {unit: parts[unit] for unit in declared if unit in parts}


def _legend(figures: Rows) -> str:
    """Say what the marks that are drawn mean, and that those of the story have its colour."""
    told = [mark for bound, mark in MARKS.items() if any(f["bound"] == bound for f in figures)]
    if len({figure["in_story"] for figure in figures}) > 1:
        told += [":primary[**in the story**]", ":blue[**from elsewhere**]"]
    return "  \n".join(words.replace(" ", "\u00a0", 1) for words in told)


def _plot(catalogue: Catalogue, title: str, figures: Sequence[Figure], key: str) -> None:
    """Draw one plot, and below it its figures as a table."""
    key = f"{key}_{title}".lower().replace(",", "").replace(" ", "_")
    with st.container():
        st.header(title, anchor=False)
        draw_rows(catalogue, figures, key)
        table_below(partial(catalogue.table, figures), key)


def draw_rows(catalogue: Catalogue, figures: Sequence[Figure], key: str) -> None:
    """Draw figures in one unit on one scale, those that count the same people together.

    Args:
        catalogue: All figures.
        figures: Those to draw, sorted by population, each once.
        key: Tells this plot from others on the page.
    """
    # Where places differ, numbers must not look as if they were of one.
    with_area = len({figure["area"] for figure in figures}) > 1
    scale, populations = scale_of(figures, from_zero=False), catalogue.dossier.story.populations
    band = _band(catalogue, figures)
    key = f"dots_{key}"
    with st.container(key=key, gap=None):
        for population, group in groupby(figures, key=lambda figure: figure["population"]):
            rows = list(group)
            if population is not None:
                behind = band if band and band["population"] == population else None
                _heading(catalogue, populations[population], rows, behind)
            for figure in rows:
                _row(catalogue, figure, with_area=with_area)
        marks = places(key, figures, scale, band)
        st.html(marks + axis(scale, figures[0]["unit"]))


def _band(catalogue: Catalogue, figures: Sequence[Figure]) -> Figure | None:
    """Return the dossier's range that lies behind others, if it is one of these figures."""
    band = catalogue.dossier.story.comparison.band
    return next((figure for figure in figures if figure["id"] == band), None)


def _heading(catalogue: Catalogue, name: str, rows: Rows, band: Figure | None) -> None:
    """Name whom the rows count, what they are part of, and what the band behind them is."""
    told = [f"**{escape(name)}**"]
    wholes = [figure for figure in rows if figure["subset_of"]]
    if wholes and len(wholes) == len(rows) <= MOST_WHOLES:
        told.append(escape("; ".join(_part(catalogue, figure) for figure in wholes)))
    if band is not None:
        said = catalogue.words[band["id"]]
        words = f"pale band: {spell_short(band)}, {said['claimant']}, {said['time']}"
        told.append(escape(words))
    st.markdown(" :small[· ".join(told[:2]) + "]" * (len(told) > 1))


def _part(catalogue: Catalogue, figure: Figure) -> str:
    whole = catalogue.figures[figure["subset_of"] or ""]
    return f"{spell_short(figure)} is part of {spell_short(whole)}"


def _row(catalogue: Catalogue, figure: Figure, *, with_area: bool) -> None:
    """Draw one figure: its number, who says so, where and when; a click opens its record."""
    said = catalogue.words[figure["id"]]
    who = f"{said['claimant']}, in the story" if figure["in_story"] else said["claimant"]
    area = (said["area"] or "no area stated") if with_area else ""
    # The heading above the row says among whom, as if its source had said so.
    left_open = "population" in supplied_in(figure)
    counted = f"who is counted is {NOT_STATED}" if left_open else ""
    beside = " · ".join(filter(None, (area, said["time"], counted, figure["callout"])))
    st.button(
        f"*{escape(spell_short(figure))}* **{escape(who)}** {escape(beside)}",
        key=row_key(figure),
        type="tertiary",
        width="stretch",
        on_click=partial(set_parameter, "figure", figure["id"]),
    )
