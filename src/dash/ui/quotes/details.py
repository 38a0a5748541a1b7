"""All that is on record about one statement: drawn when it is opened."""

from collections.abc import Callable, Sequence

import streamlit as st

from dash.export import csv_text
from dash.links import label
from dash.markdown import escape
from dash.provenance import cite, label_of, spell_verification
from dash.schema.rows import Quote
from dash.schema.vocabulary import SPEECH
from dash.sharing.addresses import subject_of_row
from dash.site import TARGETS
from dash.statements.exchange import answers
from dash.statements.index import Statements
from dash.statements.quote_export import QuoteExport
from dash.statements.quotes import (
    check_of,
    cite_statement,
    compare_wording,
    printed_words,
    spell_check,
    spell_date,
    spell_order,
)
from dash.statements.wording import Piece, comparable, explain
from dash.ui.download import file_button
from dash.ui.links import open_here, record_link
from dash.ui.parts import shown_and_beside
from dash.ui.sharing.citation import cite_and_embed
from dash.ui.sharing.versions import mark_corrections
from dash.ui.source import original_link
from dash.wording import (
    ALONE,
    CHANNEL_NOT_STATED,
    HOW_FAR_CHECKED,
    RESTS_ON_THE_WORDS,
    TOPIC,
    WHERE_ACCOUNTS_DIFFER,
)

LEGEND = (
    "**Bold**: in the source, not so in the story. ~~Struck through~~: in the story, not so in "
    "the source. *In brackets*: what the source says before or after the part that was used."
)


def draw_details(
    statements: Statements, quote: Quote, where: str = "", *, alone: bool = False
) -> None:
    """Show the words beside the source's, where they stand, what is tied to them, and files.

    Args:
        statements: All statements.
        quote: The one to tell of.
        where: The part of the page, where a statement may stand in several.
        alone: Whether the statement has the page to itself, with headings for the parts.
    """
    told, beside = shown_and_beside("after") if alone else (st.container(),) * 2
    wording, source = _wording_lines(statements, quote), _source_lines(statements, quote)
    if alone:
        wording = [f"### {_comparison_title(quote)}", *wording, "### Where it stands"]
    with told:
        st.markdown("\n\n".join([*wording, *source]), anchors=False)
        mark_corrections(statements.dossier, quote)
    with beside:
        _draw_citation(statements, quote, where)
    with told:
        if alone:
            st.subheader("Tied to it", anchor=False)
        with st.container(gap=None, key=f"ties_{where}{quote['id']}"):
            _draw_ties(statements, quote, where)
            if not alone:
                key = quote["id"]
                words = f"{key} {ALONE}"
                open_here(escape(words), ":material/link:", f"alone_{where}{key}", quote=key)
    with beside, st.container(horizontal=True, gap="small"):
        download_buttons(statements, lambda: [quote], f"statement-{quote['id']}", where)


def _comparison_title(quote: Quote) -> str:
    if quote["original_text"] is None:
        return "The words"
    return "Word by word" if comparable(compare_wording(quote)) else "Story and source"


def _wording_lines(statements: Statements, quote: Quote) -> list[str]:
    """Return the story's words beside the source's, with what differs marked and told."""
    place = f", paragraph {quote['locator'].removeprefix('P')}" if quote["locator"] else ""
    differences = compare_wording(quote)
    by_word = comparable(differences)
    told = explain(differences) if by_word else []
    parts = statements.parts_of_sentence(quote)
    if parts and (moved := spell_order(parts, quote)):
        told.append(moved)
    if quote["note"]:
        told.append(quote["note"])
    printed = _story_line(differences) if by_word else escape(printed_words(quote))
    lines = [f"**The story printed**{place}: {printed}"]
    if quote["original_text"] is not None:
        said = _source_line(differences) if by_word else f"“{escape(quote['original_text'])}”"
        lines.append(f"**The source said** ({_original_source(statements, quote)}): {said}")
    if told:
        lines.append("\n".join(f"- {escape(sentence)}" for sentence in told))
    if by_word and any(piece.kind != "same" for piece in differences):
        lines.append(f":small[{LEGEND}]")
    return lines


def _draw_citation(statements: Statements, quote: Quote, where: str) -> None:
    """Show the citation, to be copied, with the statement's own address."""
    citation = cite_statement(quote, statements.actors, statements.sources)
    cite_and_embed(citation, subject_of_row(quote), where)


def _draw_ties(statements: Statements, quote: Quote, where: str) -> None:
    """Show a link a line to what a statement is tied to, by kind: statements first, then places."""
    dossier, key = statements.dossier, quote["id"]
    rows = statements.rows(range(len(statements)))
    differences = dossier.records("differences") if dossier.has("differences") else []
    mentions = [row["id"] for row in differences if key in row["records"]]
    for before, table, keys in (
        ("It answers, as the story sets it", "quotes", quote["replies_to"]),
        ("It is answered, as the story sets it, by", "quotes", answers(rows, quote)),
        (WHERE_ACCOUNTS_DIFFER, "differences", mentions),
    ):
        for other in keys:
            words = escape(f"{before}: {label(dossier, table, other)}")
            target = TARGETS[table]
            tie = f"to_{where}{key}_{other}"
            open_here(words, target.icon, tie, **{target.parameter: other})
    for place in quote["places"]:
        record_link(dossier, "places", place)
    sources = dict.fromkeys([quote["source"], quote["original_source"]])
    for source in filter(None, sources):
        record_link(dossier, "sources", source)


def download_buttons(
    statements: Statements, rows: Callable[[], Sequence[Quote]], name: str, where: str = ""
) -> None:
    """Draw a button per format; the file is written only when it is asked for.

    Args:
        statements: All statements.
        rows: Returns those that the file holds.
        name: The file's name without its ending.
        where: The part of the page, where the same file may be offered in several.
    """
    dossier = statements.dossier
    export = QuoteExport(
        dossier.story, statements.actors, statements.sources, statements.place_names
    )
    formats = (
        ("CSV", "csv", "text/csv", lambda: csv_text(export.table(rows()))),
        ("JSON", "json", "application/json", lambda: export.json(rows())),
        ("JSON-LD (schema.org)", "jsonld", "application/ld+json", lambda: export.json_ld(rows())),
    )
    for words, ending, mime, write in formats:
        file = f"{name}.{ending}"
        file_button(write, file, mime, words, f"download_{where}{file}")


def _source_lines(statements: Statements, quote: Quote) -> list[str]:
    speech, source = SPEECH[quote["speech"]], statements.sources[quote["source"]]
    told = {
        speech.label: speech.meaning,
        "Said": f"{spell_date(quote)}, {quote['medium'] or CHANNEL_NOT_STATED}",
        TOPIC: statements.dossier.story.topics[quote["topic"]],
        check_of(quote).label: spell_check(quote),
        RESTS_ON_THE_WORDS: f"“{quote['exact']}”" if quote["exact"] else None,
    }
    if verification := label_of(quote):
        told[HOW_FAR_CHECKED] = spell_verification(verification)
    lines = [f"**{name}:** {escape(words)}" for name, words in told.items() if words]
    cited = f"**Printed in:** {escape(cite(source, quote['locator']))}"
    return ["  \n".join([*lines, cited, original_link(quote, source)])]


def _original_source(statements: Statements, quote: Quote) -> str:
    key = quote["original_source"]
    return escape(cite(statements.sources[key])) if key else "source not recorded"


def _story_line(differences: Sequence[Piece]) -> str:
    return " ".join(
        f":orange-background[~~{escape(piece.printed)}~~]"
        if piece.kind in ("added", "changed")
        else escape(piece.printed)
        for piece in differences
        if piece.printed
    )


def _source_line(differences: Sequence[Piece]) -> str:
    said = []
    for piece in differences:
        if piece.kind in ("left_out", "changed"):
            said.append(f":orange-background[**{escape(piece.original)}**]")
        elif piece.kind in ("before", "after"):
            said.append(f"*({escape(piece.original)})*")
        elif piece.original:
            said.append(escape(piece.original))
    return " ".join(said)
