"""The view of the casualties page that sets two figures beside each other."""

import streamlit as st

from dash.figures.catalogue import Catalogue
from dash.figures.comparability import Comparison, compare
from dash.figures.comparison_text import field_rows, sentences
from dash.figures.selection import filtered, with_context
from dash.markdown import escape
from dash.ui.casualties.choices import choose_context, choose_filters, choose_length, choose_measure
from dash.ui.casualties.figure_record import open_record, start_comparison
from dash.ui.links import in_accent
from dash.ui.state import record_select, tell_unknown

PAIR = ("compare_a", "compare_b")


def compare_two(catalogue: Catalogue) -> None:
    """Let the reader choose two figures, and say what comparing them can mean."""
    tell_unknown("figure", catalogue.figures, "figure")
    if (asked := st.query_params.get("figure")) in catalogue.figures:
        open_record(catalogue, str(asked))
    first, second = _choose_two(catalogue)
    context = catalogue.comparisons
    comparison = compare(context.figure(first), context.figure(second), context)
    answer, *reasons = sentences(comparison, context)
    with st.container(border=True):
        told = [f"**{escape(answer)}**", *(f"- {escape(reason)}" for reason in reasons)]
        st.markdown("\n".join(told))
    _fields(comparison, catalogue)
    for key in dict.fromkeys((first, second)):
        if note := catalogue.figures[key]["note"]:
            st.markdown(escape(f"{catalogue.labels([key])[key]}: {note}"), width=720)
    _pairs(catalogue)


def _fields(comparison: Comparison, catalogue: Catalogue) -> None:
    """Show the fields of both figures side by side."""
    keys = comparison.a["id"], comparison.b["id"]
    values = (catalogue.words[key]["value"] for key in keys)
    head = ["Field", *(f"{n}: {value}" for n, value in zip("12", values, strict=True)), "Together"]
    rows = field_rows(comparison, catalogue.comparisons)
    first, *rest = (f"| {' | '.join(map(escape, row))} |" for row in (head, *rows))
    st.markdown("\n".join([first, "| --- " * len(head) + "|", *rest]))


def _choose_two(catalogue: Catalogue) -> tuple[str, str]:
    """Let the reader choose among figures of one measure, beside the two that are chosen."""
    story = catalogue.dossier.story
    first, second = _pair(catalogue)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        offered = with_context(catalogue.rows, story, choose_context())
        measure = story.comparison.measure
        of_measure = choose_measure(catalogue, offered, "compare_measure", measure)
        filters = choose_filters(catalogue, offered)
    parts = choose_length(filtered(of_measure, filters))
    ids = [row["id"] for part in parts.values() for row in part]
    labels = catalogue.labels(list(dict.fromkeys([first, second, *ids])))
    left, right = st.columns(2)
    with left:
        record_select("The first figure", labels, "compare_a", "figure", shown=first)
    with right:
        record_select("The second figure", labels, "compare_b", "figure", shown=second)
    return first, second


def _pair(catalogue: Catalogue) -> tuple[str, str]:
    """Return the two figures that the URL asks for; else a pair of the dossier's own."""
    known = catalogue.figures
    asked = [st.query_params.get(name) for name in PAIR]
    ids = list(known)
    pairs = catalogue.dossier.story.comparison.pairs or ((ids[0], ids[-1]),)
    given = [key if key in known else None for key in asked]
    return given[0] or pairs[0][0], given[1] or pairs[0][1]


def _pairs(catalogue: Catalogue) -> None:
    pairs = catalogue.dossier.story.comparison.pairs
    if not pairs:
        return
    st.subheader("Pairs that readers set side by side", anchor=False)
    words = catalogue.words
    for pair in pairs:
        first, second = (f"{words[key]['value']} ({words[key]['claimant']})" for key in pair)
        st.button(
            in_accent(escape(f"{first} and {second}")),
            key=f"pair_{'_'.join(pair)}",
            icon=":material/compare_arrows:",
            type="tertiary",
            on_click=start_comparison,
            args=pair,
        )
