"""Check it yourself: a copy of the story beside the records that rest on it."""

import pandas as pd
import streamlit as st

from dash.counting import count_of
from dash.dossier.model import Dossier
from dash.links import label
from dash.markdown import escape, sentence
from dash.site import TARGETS
from dash.ui import frame
from dash.ui.faults import fragment
from dash.ui.links import record_link
from dash.ui.paging import one_page
from dash.ui.sources.missing import show_missing
from dash.verification.anchors import anchors
from dash.verification.annotation import annotate, mark_wordings
from dash.verification.article import (
    LARGEST_FILE,
    LONGEST_TEXT,
    ArticleError,
    paragraphs,
    read_copy,
)
from dash.verification.results import AnchorResult, Status, spell_holding, spell_result
from dash.verification.verify import Verification, verify
from dash.wording import PARAGRAPH, SHOW, TABLE, WORDS

SHOWN_RESULTS = 10
SHOWN_SENTENCES = 30
PARAGRAPHS_A_PAGE = 50
VIEWS = ("What does not hold", "All records", "The story, marked", "What no record rests on")


def show_check(dossier: Dossier) -> None:
    """Ask for a copy of the story, and show what became of each anchor in it."""
    st.markdown(
        "Give this page a copy of the story: a text file, a saved web page, or pasted text. It "
        "looks up the words that each record rests on, and says which of them stand where the "
        "record says. Quotation marks, dashes and spaces may differ; a changed word is told. Below "
        "stands what of the copy is in no record: quotations, numbers, dates and names.",
        width=720,
    )
    frame.small(
        "Nothing is kept. The copy is compared in memory, written to no file and no cache, seen "
        "by nobody else, and gone when you leave this page. At most "
        f"{LARGEST_FILE // 1_000_000} MB are read, and {LONGEST_TEXT:,} letters compared."
    )
    _compare_copy(dossier)


@fragment
def _compare_copy(dossier: Dossier) -> None:
    with st.form("sources_check", border=True):
        given = st.file_uploader("A copy as a file", type=["txt", "md", "html", "htm"])
        pasted = st.text_area("Or its text", height=120, placeholder="Paste the story here")
        st.form_submit_button("Compare", icon=":material/fact_check:")
    if given is None and not pasted:
        return
    try:
        copy = paragraphs(read_copy(given.getvalue()) if given else pasted or "")
    except ArticleError as error:
        st.error(str(error), icon=":material/error:")
        return
    if given and pasted:
        frame.small("There is a file and pasted text: the file was compared.")
    outcome = verify(anchors(dossier), copy)
    _outcome(dossier, outcome)
    show_missing(dossier, outcome)


def _outcome(dossier: Dossier, outcome: Verification) -> None:
    total, failing = len(outcome.results), len(outcome.failing)
    if not total:
        st.info(
            "No record of this dossier has an anchor in the story yet, so there is nothing to "
            "look up.",
            icon=":material/info:",
        )
        _unanchored(dossier, outcome)
        return
    told = spell_holding(total - failing, total)
    if failing:
        st.warning(
            f"{told} {failing} {'does' if failing == 1 else 'do'} not: this copy and the dossier "
            "differ there, which makes neither of them wrong.",
            icon=":material/difference:",
        )
    else:
        st.success(f"{told} Every record rests on this copy as the dossier says.")
    if outcome.moved:
        frame.small(_moves(outcome))
    view = st.segmented_control(
        SHOW,
        VIEWS,
        default=VIEWS[0] if failing else VIEWS[2],
        key="sources_check_view",
        required=True,
        label_visibility="collapsed",
    )
    show = dict(zip(VIEWS, (_failing, _results, _marked, _unanchored), strict=True))
    show[view](dossier, outcome)


def _moves(outcome: Verification) -> str:
    first = min(outcome.moved, key=lambda result: result.anchor.paragraph)
    return (
        "The paragraphs of this copy are numbered otherwise: from "
        f"P{first.anchor.paragraph} of the dossier on, which is P{first.expected} here, "
        f"{count_of(len(outcome.moved), 'anchor')} looked up where the paragraph stands now."
    )


def _failing(dossier: Dossier, outcome: Verification) -> None:
    if not outcome.failing:
        st.markdown("Nothing: all anchors hold.")
    everything = len(outcome.failing) <= SHOWN_RESULTS or st.toggle(
        f"Show all {len(outcome.failing)}", key="sources_check_all"
    )
    failing = sorted(outcome.failing, key=lambda result: result.anchor.paragraph)
    for result in failing if everything else failing[:SHOWN_RESULTS]:
        with st.container(border=True, gap="xsmall"):
            _name(dossier, result)
            st.markdown("  \n".join(_lines(result)))


def _name(dossier: Dossier, result: AnchorResult) -> None:
    anchor = result.anchor
    if anchor.table in TARGETS:
        record_link(dossier, anchor.table, anchor.key)
    else:
        st.markdown(f"**{escape(label(dossier, anchor.table, anchor.key))}**")


def _lines(result: AnchorResult) -> list[str]:
    lines = [f"**{sentence(result.status)}**: {result.status.meaning}."]
    where = ", ".join(f"P{number}" for number in result.paragraphs)
    if result.status is Status.DIFFERS:
        ours, theirs = mark_wordings(result)
        lines += [f"The dossier, P{result.anchor.paragraph}: {ours}"]
        lines += [f"This copy, {where}: {theirs}"]
    else:
        words = escape(result.sought or result.anchor.exact)
        lines.append(f"Words of P{result.anchor.paragraph}: “{words}”")
        if where:
            lines.append(f"In this copy: {where}")
    return lines


def _results(dossier: Dossier, outcome: Verification) -> None:
    rows = [
        {
            "Record": label(dossier, result.anchor.table, result.anchor.key),
            TABLE: result.anchor.table,
            PARAGRAPH: result.anchor.paragraph,
            WORDS: result.anchor.exact,
            "Result": spell_result(result),
        }
        for result in outcome.results
    ]
    st.dataframe(
        pd.DataFrame(rows),
        hide_index=True,
        alt=f"Table of {count_of(len(rows), 'record')} with their anchors and what was found.",
    )


def _marked(dossier: Dossier, outcome: Verification) -> None:
    frame.small(
        "Passages on which records rest are bold and on a ground; the records stand behind them "
        "in brackets and open in a new tab."
    )
    paragraphs = list(enumerate(outcome.paragraphs, start=1))
    shown = one_page(paragraphs, PARAGRAPHS_A_PAGE, "sources_check_page")
    st.markdown(
        "\n\n".join(
            annotate(dossier, number, paragraph, outcome.highlights.get(number, ()))
            for number, paragraph in shown
        ),
        width=720,
    )


def _unanchored(_dossier: Dossier, outcome: Verification) -> None:
    sentences = outcome.unanchored
    frame.small(
        f"Sentences or lines of this copy that carry no record: {len(sentences):,}. They are what "
        "the dossier leaves out, and what does not belong to the story."
    )
    everything = len(sentences) <= SHOWN_SENTENCES or st.toggle(
        f"Show all {len(sentences)}", key="sources_check_sentences"
    )
    shown = sentences if everything else sentences[:SHOWN_SENTENCES]
    st.markdown(
        "\n\n".join(f"**P{number}** {escape(sentence)}" for number, sentence in shown), width=720
    )
