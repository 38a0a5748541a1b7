"""The view of the casualties page that sets two figures beside each other."""

import streamlit as st

from dash.figures.catalogue import Catalogue
from dash.figures.comparability import Comparison, compare
from dash.figures.comparison_text import field_rows, sentences
from dash.figures.selection import filtered, in_order, with_context
from dash.figures.words import spell_short
from dash.markdown import escape
from dash.sharing.addresses import PAIR
from dash.sharing.addresses import comparison as comparison_of
from dash.ui.address import tell_unknown
from dash.ui.casualties.choices import choose_context, choose_filters, choose_length, choose_measure
from dash.ui.casualties.figure_record import CHOICE, follow_figure, start_comparison
from dash.ui.casualties.side_by_side import draw_rows
from dash.ui.links import in_accent
from dash.ui.parts import shown_and_beside
from dash.ui.sharing.citation import cite_own
from dash.ui.widgets import record_select


def compare_two(catalogue: Catalogue) -> None:
    """Say what comparing two figures can mean; let the reader choose others."""
    follow_figure(catalogue)
    if not st.session_state.get(CHOICE):
        # Its boxes, which tell this too, are not drawn.
        for name in PAIR:
            tell_unknown(name, catalogue.figures, "figure")
    first, second = _pair(catalogue)
    _pairs(catalogue, (first, second))
    context = catalogue.comparisons
    comparison = compare(context.figure(first), context.figure(second), context)
    answer, *reasons = sentences(comparison, context)
    told, beside = shown_and_beside("after")
    with told:
        st.header(escape(answer), anchor=False)
        _marks(catalogue, comparison)
        st.markdown("\n".join(f"- {escape(reason)}" for reason in reasons))
        choice = st.expander("Choose other figures", on_change="rerun", key=CHOICE)
        if choice.open:
            with choice:
                _choose_two(catalogue, first, second)
        fold = st.expander("Both figures field by field", on_change="rerun", key="compare_fields")
        if fold.open:
            with fold:
                _fields(comparison, catalogue)
                for key in dict.fromkeys((first, second)):
                    if note := catalogue.figures[key]["note"]:
                        st.markdown(escape(f"{catalogue.labels([key])[key]}: {note}"))
    if first != second:
        with beside:
            cite_own(comparison_of(first, second))


def _marks(catalogue: Catalogue, comparison: Comparison) -> None:
    """Draw both figures on one scale, unless they measure different things."""
    figures = list({row["id"]: row for row in (comparison.a, comparison.b)}.values())
    if len({(figure["measure"], figure["unit"]) for figure in figures}) == 1:
        ordered = in_order(figures, list(catalogue.dossier.story.populations))
        draw_rows(catalogue, ordered, "compare")


def _fields(comparison: Comparison, catalogue: Catalogue) -> None:
    """Show the fields of both figures side by side."""
    keys = comparison.a["id"], comparison.b["id"]
    values = (catalogue.words[key]["value"] for key in keys)
    head = ["Field", *(f"{n}: {value}" for n, value in zip("12", values, strict=True)), "Together"]
    rows = field_rows(comparison, catalogue.comparisons)
    first, *rest = (f"| {' | '.join(map(escape, row))} |" for row in (head, *rows))
    st.markdown("\n".join([first, "| --- " * len(head) + "|", *rest]))


def _choose_two(catalogue: Catalogue, first: str, second: str) -> None:
    """Let the reader choose among figures of one measure, beside the two that are chosen."""
    story = catalogue.dossier.story
    with st.container(horizontal=True, vertical_alignment="bottom"):
        offered = with_context(catalogue.rows, story, choose_context(catalogue.rows, story))
        of_measure = choose_measure(catalogue, offered, "compare_measure")
        filters = choose_filters(catalogue, offered)
    parts = choose_length(filtered(of_measure, filters))
    ids = [row["id"] for part in parts.values() for row in part]
    labels = catalogue.labels(list(dict.fromkeys([first, second, *ids])))
    left, right = st.columns(2)
    with left:
        record_select("The first figure", labels, "compare_a", "figure", shown=first)
    with right:
        record_select("The second figure", labels, "compare_b", "figure", shown=second)


def _pair(catalogue: Catalogue) -> tuple[str, str]:
    """Return the two figures that the URL asks for; else a pair of the dossier's own."""
    known = catalogue.figures
    asked = [st.query_params.get(name) for name in PAIR]
    ids = list(known)
    pairs = catalogue.dossier.story.comparison.pairs or ((ids[0], ids[-1]),)
    given = [key if key in known else None for key in asked]
    return given[0] or pairs[0][0], given[1] or pairs[0][1]


def _pairs(catalogue: Catalogue, chosen: tuple[str, str]) -> None:
    """Offer the dossier's own pairs, each on a click."""
    words = catalogue.words
    with st.container(horizontal=True, gap="xsmall"):
        for pair in catalogue.dossier.story.comparison.pairs:
            words_of = escape(" and ".join(spell_short(catalogue.figures[key]) for key in pair))
            st.button(
                in_accent(f"**{words_of}**") if pair == chosen else words_of,
                key=f"pair_{'_'.join(pair)}",
                help=escape(" and ".join(words[key]["claimant"] for key in pair)),
                icon=":material/check:" if pair == chosen else None,
                on_click=start_comparison,
                args=pair,
            )
