"""The view of the casualties page that sets two figures beside each other."""

from collections.abc import Sequence

import streamlit as st

from dash.drawings.strip import axis, scale_of, track
from dash.figures.catalogue import Catalogue
from dash.figures.comparability import Comparison, compare
from dash.figures.comparison_text import field_rows, sentences
from dash.figures.selection import filtered, with_context
from dash.markdown import escape
from dash.schema.rows import Figure
from dash.ui import frame
from dash.ui.casualties.choices import choose_context, choose_filters, choose_length, choose_measure
from dash.ui.casualties.figure_record import follow_figure, start_comparison
from dash.ui.drawing import show
from dash.ui.state import record_select

PAIR = ("compare_a", "compare_b")
# Pixels: some eighty letters a line.
READING_WIDTH = 760


def compare_two(catalogue: Catalogue) -> None:
    """Let the reader choose two figures, and say what comparing them can mean."""
    follow_figure(catalogue)
    first, second = _pair(catalogue)
    _pairs(catalogue, (first, second))
    _choose_two(catalogue, first, second)
    context = catalogue.comparisons
    comparison = compare(context.figure(first), context.figure(second), context)
    answer, *reasons = sentences(comparison, context)
    with st.container(width=READING_WIDTH):
        st.header(escape(answer), anchor=False)
        _marks(catalogue, [comparison.a, comparison.b])
        st.markdown("\n".join(f"- {escape(reason)}" for reason in reasons))
    fold = st.expander("Both figures field by field", on_change="rerun", key="compare_fields")
    if fold.open:
        with fold:
            _fields(comparison, catalogue)
            for key in dict.fromkeys((first, second)):
                if note := catalogue.figures[key]["note"]:
                    st.markdown(escape(f"{catalogue.labels([key])[key]}: {note}"), width=720)


def _marks(catalogue: Catalogue, figures: Sequence[Figure]) -> None:
    """Draw both figures on one scale, unless they measure different things."""
    if len({(figure["measure"], figure["unit"]) for figure in figures}) > 1:
        return
    scale, colours = scale_of(figures), frame.palette()
    with st.container(gap="xxsmall"):
        for figure in figures:
            said = catalogue.words[figure["id"]]
            told = (said["population"], said["claimant"], said["time"])
            about = " · ".join(words for words in told if words)
            frame.small(f"**{escape(said['value'])}** · {escape(about)}")
            colour = colours.accent if figure["in_story"] else colours.context
            show(track(figure, scale, colour, colours))
        show(axis(scale, colours))


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
            first, second = (f"{words[key]['value']}" for key in pair)
            st.button(
                escape(f"{first} and {second}"),
                key=f"pair_{'_'.join(pair)}",
                help=escape(" and ".join(words[key]["claimant"] for key in pair)),
                type="primary" if pair == chosen else "secondary",
                on_click=start_comparison,
                args=pair,
            )
