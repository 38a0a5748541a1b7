"""One figure with all that is on record of it, in a window above the page."""

from functools import partial
from typing import Literal

import streamlit as st

from dash.dossier.model import Dossier
from dash.figures.catalogue import Catalogue
from dash.figures.comparison_words import fields_told, is_odd
from dash.figures.selection import Rows
from dash.figures.words import cite_figure
from dash.incidents.recompute import parameters, selection_for
from dash.links import label
from dash.markdown import escape, sentence
from dash.sharing.addresses import subject_of_row
from dash.site import INCIDENTS, TARGETS
from dash.ui.address import set_parameter, tell_unknown, turn
from dash.ui.casualties.choices import CHART_WIDTH
from dash.ui.faults import open_dialog
from dash.ui.glossary import explain_words
from dash.ui.links import in_accent, page_link
from dash.ui.sharing.citation import cite_and_embed
from dash.ui.sharing.versions import mark_corrections
from dash.ui.source import source_popover
from dash.ui.widgets import record_select

VIEW, COMPARE = "figures_view", "Compare two"
# The fold in which the two figures are chosen.
CHOICE = "compare_choice"
LONGEST_TITLE = 120
# The columns that name another figure, and what that figure is to this one.
RELATIVES: dict[Literal["subset_of", "same_as", "replaces"], str] = {
    "subset_of": "A part of:",
    "same_as": "The same as:",
    "replaces": "In place of:",
}


def choose_figure(catalogue: Catalogue, figures: Rows) -> None:
    """Let the reader open the record of one figure; the URL's `figure` opens any of them."""
    asked = st.query_params.get("figure")
    first = [asked] if asked is not None and asked in catalogue.figures else []
    labels = catalogue.labels(list(dict.fromkeys([*first, *(row["id"] for row in figures)])))
    with st.container(width=CHART_WIDTH):
        chosen = record_select("Open a figure with its source", labels, "figure", "figure")
    if chosen:
        open_record(catalogue, chosen)


def follow_figure(catalogue: Catalogue) -> None:
    """Open the record that the URL's `figure` asks for, where what is drawn opens the others."""
    tell_unknown("figure", catalogue.figures, "figure")
    if (asked := st.query_params.get("figure")) in catalogue.figures:
        open_record(catalogue, str(asked))


def open_record(catalogue: Catalogue, key: str) -> None:
    """Open a figure's record above the page, and forget it in the URL when it is closed."""
    title = escape(label(catalogue.dossier, "figures", key, LONGEST_TITLE))
    open_dialog(title, partial(_record, catalogue, key), partial(set_parameter, "figure", None))


def _record(catalogue: Catalogue, key: str) -> None:
    dossier, figure, said = catalogue.dossier, catalogue.figures[key], catalogue.words[key]
    st.markdown(escape(f"{sentence(said['whose'])} · {said['time']}"))
    told = fields_told(figure, catalogue.comparisons)
    mark_corrections(dossier, figure)
    st.markdown("\n".join(f"- {sentence(name)}: {escape(words)}" for name, words in told.items()))
    if figure["sic"] and is_odd(figure):
        st.markdown("Its lowest, best and highest values look odd, and stand so in the source.")
    for column, words in RELATIVES.items():
        if relative := figure[column]:
            _relative(dossier, words, relative)
    explain_words(dossier, said["area"], figure["note"], figure["unit"], *told.values())
    source = dossier.record("sources", figure["source"])
    source_popover(figure, source)
    selection = selection_for(figure)
    if selection is not None and dossier.has_incidents:
        asked = parameters(selection)
        page_link(INCIDENTS, in_accent("Recompute this number"), ":material/calculate:", asked)
    elif (incidents := dossier.story.incidents) and figure["source"] == incidents.source:
        st.markdown("No choice of the recorded deaths has just this sum.")
    measure = dossier.story.measures[figure["measure"]].label
    cite_and_embed(cite_figure(figure, said, measure, source), subject_of_row(figure))
    if st.button(
        "Compare it with another",
        icon=":material/compare_arrows:",
        on_click=partial(start_comparison, key),
    ):
        st.rerun()


def _relative(dossier: Dossier, words: str, key: str) -> None:
    """Say what another figure is to this one, and open it on a click."""
    st.markdown(words)
    name = escape(label(dossier, "figures", key))
    # A link to the page it stands on would leave the address as it is.
    if st.button(in_accent(name), icon=TARGETS["figures"].icon, type="tertiary"):
        set_parameter("figure", key)
        st.rerun()


def start_comparison(first: str, second: str | None = None) -> None:
    """Turn to the comparison of a figure with another, in a callback of a widget."""
    if second is None:
        st.session_state[CHOICE] = True
    turn({VIEW: COMPARE, "figure": None, "compare_a": first, "compare_b": second})
