"""What somebody else counts over the nearest time, beside what is selected."""

from collections.abc import Callable
from functools import lru_cache

import streamlit as st

from dash.dossier.model import Dossier
from dash.dossier.records import names
from dash.figures.words import spell_value
from dash.incidents.answer import Answer
from dash.incidents.beside import Beside, beside
from dash.markdown import escape
from dash.ui import frame
from dash.ui.casualties.choices import catalogue_of
from dash.ui.faults import told
from dash.ui.lasting import KeptWith
from dash.ui.links import record_link
from dash.wording import ITS_WORDS_AND_SOURCE

# Days by which two times may differ at their ends and be called one.
NEAR = 45
# Selections for which what stands beside them is kept.
KEPT = 64


@told()
def draw_beside(dossier: Dossier, answer: Answer, span: tuple[str, str]) -> None:
    """Show the figure for the nearest time, and what setting the two side by side can mean."""
    incidents = dossier.story.incidents
    if incidents is None or not incidents.beside:
        return
    dossier.require("figures.csv", "actors.csv", "places.csv")
    catalogue = catalogue_of(dossier)
    found = _found(dossier)(answer, span)
    with st.container(border=True, key="incidents_beside"):
        st.header("Beside it", anchor=False)
        if found is None:
            frame.small(
                "Nobody else’s figure on record counts what is chosen here. All parties or one, "
                "everywhere, can be set beside one."
            )
            return
        said = catalogue.words[found.figure["id"]]
        who = names(dossier.records("actors"))[found.figure["claimant"] or ""]
        if found.days_apart > NEAR:
            frame.small("No figure for this time is on record. The one for the nearest time:")
        verdict, *reasons = found.told
        number, meaning = st.columns(2, gap="medium")
        with number:
            st.markdown(
                f"**{escape(spell_value(found.figure))}** killed, by the count of {escape(who)}, "
                f"{escape(said['time'])}."
            )
            record_link(dossier, "figures", found.figure["id"], ITS_WORDS_AND_SOURCE)
        with meaning:
            st.markdown(escape(verdict))
            with st.expander("Why they differ", icon=":material/compare_arrows:"):
                st.markdown("\n".join(f"- {escape(reason)}" for reason in reasons))


@KeptWith
def _found(dossier: Dossier) -> Callable[[Answer, tuple[str, str]], Beside | None]:
    """Return what finds the figure beside a selection, once for all readers who chose the same."""
    comparisons = catalogue_of(dossier).comparisons

    @lru_cache(KEPT)
    def found(answer: Answer, span: tuple[str, str]) -> Beside | None:
        return beside(dossier, comparisons, answer.selection, answer.total, span)

    return found
