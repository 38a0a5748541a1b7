"""What a copy of the story holds and no record has, below the comparison on "Check it yourself"."""

from collections import Counter

import streamlit as st

from dash.counting import count_of
from dash.dossier.model import Dossier
from dash.markdown import escape, escape_part
from dash.ui import frame
from dash.ui.download import csv_button
from dash.ui.paging import one_page
from dash.verification.coverage import Coverage, Finding, State, cover
from dash.verification.coverage_text import (
    as_table,
    counted,
    in_context,
    not_looked_for,
    spell_left_out,
    summarise,
)
from dash.verification.verify import Verification

FINDINGS_A_PAGE = 40
VIEWS = {"Open": State.OPEN, "Left out on purpose": State.LEFT_OUT, "In a record": State.RECORDED}


def show_missing(dossier: Dossier, outcome: Verification) -> None:
    """Count and list the quotations, numbers, dates and names of a copy by what became of them."""
    coverage = cover(dossier, outcome)
    st.header("What of the story no record has", anchor=False)
    if coverage.open:
        st.warning(summarise(coverage), icon=":material/rule:")
    else:
        st.success(summarise(coverage), icon=":material/rule:")
    st.table(counted(coverage), hide_index=True, width="content", alt=_alt(coverage))
    _list(coverage)
    if coverage.open:
        frame.small(
            "Whoever makes this dossier gives each a record, or a line with the reason under "
            f"{escape('[[left_out]]')} in dossier.toml."
        )
    for entry in coverage.unmatched:
        frame.small(
            f"On the list of what was left out, but nowhere in this copy: "
            f"{escape(spell_left_out(entry))}."
        )
    csv_button(as_table(coverage), "coverage", "Download this list (CSV)")
    frame.small(" ".join(not_looked_for(dossier.story.language)))


def _alt(coverage: Coverage) -> str:
    told = (
        f"{count_of(counts.total(), kind)}, {counts[State.OPEN] or 'none'} open"
        for kind, counts in coverage.counts.items()
    )
    return f"How many were found and what became of them: {'; '.join(told)}."


def _list(coverage: Coverage) -> None:
    counts = Counter(finding.state for finding in coverage.findings)
    view = st.segmented_control(
        "List",
        VIEWS,
        format_func=lambda name: f"{name} ({counts[VIEWS[name]]})",
        default=next(iter(VIEWS)),
        key="sources_missing",
        required=True,
        label_visibility="collapsed",
    )
    state = VIEWS[view]
    found = [finding for finding in coverage.findings if finding.state is state]
    st.subheader(view, anchor=False)
    if not found:
        st.markdown("Nothing.")
    shown = one_page(found, FINDINGS_A_PAGE, f"sources_missing_{state.name.lower()}")
    st.markdown("\n\n".join(map(_line, shown)), width=720)


def _line(finding: Finding) -> str:
    before, words, after = in_context(finding)
    context = f"{escape_part(before)}**{escape(words)}**{escape_part(after)}"
    told = f"**P{finding.item.paragraph}** {finding.item.kind}: {context}"
    return told if finding.reason is None else f"{told}  \n{escape(finding.reason)}"
