"""A statement on the page: its card, its comparison with the source, and what to take away."""

from collections.abc import Sequence

import streamlit as st
from streamlit.elements.lib.mutable_popover_container import PopoverContainer

from dash.dossier.model import Dossier
from dash.markdown import escape, highlight
from dash.provenance import cite
from dash.schema.rows import Quote
from dash.schema.vocabulary import SPEECH
from dash.statements.index import Statements
from dash.statements.quotes import (
    check_of,
    cite_statement,
    compare_wording,
    is_reported,
    printed_words,
    spell_check,
    spell_date,
    spell_order,
    spell_statement,
)
from dash.statements.search import pieces
from dash.statements.wording import Piece, comparable, explain
from dash.ui.faults import fragment
from dash.ui.lasting import Lasting
from dash.ui.links import open_here, record_link
from dash.ui.source import source_popover_in_fragment

SPEECH_ICONS = {
    "verbatim": ":material/format_quote:",
    "partial": ":material/content_cut:",
    "single_word": ":material/match_word:",
    "title": ":material/title:",
    "paraphrase": ":material/record_voice_over:",
}
CHECK_BADGES = {
    "agrees": "green-badge[:material/check_circle:",
    "shortened": "blue-badge[:material/compress:",
    "altered": "orange-badge[:material/edit:",
    "not_found": "violet-badge[:material/search_off:",
    None: "gray-badge[:material/remove:",
}
LEGEND = (
    "**Bold**: in the source, not so in the story. ~~Struck through~~: in the story, not so in "
    "the source. *In brackets*: what the source says before or after the part that was used."
)


@Lasting
def prepared(dossier: Dossier) -> Statements:
    """Return the statements of this server's dossier, made ready once for all visitors."""
    return Statements(dossier)


@fragment
def card(
    statements: Statements,
    quote: Quote,
    marked: str | None = None,
    found: str | None = None,
    *,
    whole: bool = False,
) -> None:
    """Show one statement; what a button below it opens is worked out and sent on opening.

    Args:
        statements: All statements.
        quote: The one to show.
        marked: Its words with the search's marks; None where nothing was searched for.
        found: Where else the search matched, with its marks; None where nowhere.
        whole: Whether the card is alone on its page: the comparison is open.
    """
    with st.container(border=True):
        st.markdown(_head(statements, quote, marked, found))
        if whole and quote["original_text"] is not None:
            st.markdown("##### Word by word")
            comparison(statements, quote)
        _actions(statements, quote, whole=whole)


def _actions(statements: Statements, quote: Quote, *, whole: bool) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        if not whole and quote["original_text"] is not None:
            with _lazy("Word by word", ":material/compare_arrows:", quote) as opened:
                if opened.open:
                    comparison(statements, quote)
        source_popover_in_fragment(quote, statements.sources[quote["source"]])
        with _lazy("Cite and link", ":material/content_copy:", quote) as opened:
            if opened.open:
                _take_away(statements, quote)
        for place in quote["places"]:
            record_link(statements.dossier, "places", place)


def _lazy(label: str, icon: str, quote: Quote) -> PopoverContainer:
    return st.popover(label, icon=icon, key=f"{label[0]}{quote['id']}", on_change="rerun")


def _take_away(statements: Statements, quote: Quote) -> None:
    """Show the citation, to be copied, and the statement's own address."""
    citation = cite_statement(quote, statements.actors, statements.sources)
    page = (st.context.url or "").partition("?")[0]
    st.code(f"{citation}\n{page}?quote={quote['id']}", language=None, wrap_lines=True)
    key = quote["id"]
    open_here(f"Open {escape(key)} alone", ":material/open_in_full:", f"alone_{key}", quote=key)


def words_of(quote: Quote, marked: str | None = None) -> str:
    """Return a statement's words as Markdown: a quotation as a heading, reported speech plain."""
    if is_reported(quote):
        said = escape(quote["text"]) if marked is None else highlight(pieces(marked))
        return f"*Reported in our words:* {said}"
    said = escape(spell_statement(quote)) if marked is None else f"“{highlight(pieces(marked))}”"
    return f"#### {said}"


def comparison(statements: Statements, quote: Quote) -> None:
    """Show the story's words beside the source's, with what differs marked and told."""
    differences = compare_wording(quote)
    by_word = comparable(differences)
    story = _story_line(differences) if by_word else escape(printed_words(quote))
    source = _source_line(differences) if by_word else escape(quote["original_text"] or "")
    told = (
        explain(differences)
        if by_word
        else ["The two wordings share too few words for a comparison word by word."]
    )
    parts = statements.parts_of_sentence(quote)
    if parts and (moved := spell_order(parts, quote)):
        told.append(moved)
    if quote["note"]:
        told.append(quote["note"])
    origin = statements.sources[quote["original_source"]] if quote["original_source"] else None
    whence = escape(cite(origin) if origin else "source not recorded")
    lines = [
        f"**The story printed** ({escape(_place(quote))}): {story}",
        f"**The source said** ({whence}): {source}",
        "\n".join(f"- {escape(sentence)}" for sentence in told),
    ]
    if by_word and any(piece.kind != "same" for piece in differences):
        lines.append(f":small[{LEGEND}]")
    st.markdown("\n\n".join(lines))
    if quote["original_source"]:
        record_link(statements.dossier, "sources", quote["original_source"])


def _head(statements: Statements, quote: Quote, marked: str | None, found: str | None) -> str:
    actors = statements.actors
    speakers = [
        f"**{escape(actors.name(actor))}**, {escape(actors.attribution(actor))}"
        for actor in quote["speaker"]
    ]
    said = [
        escape(part)
        for part in (
            spell_date(quote),
            quote["medium"] or "channel not stated",
            statements.dossier.story.topics[quote["topic"]],
            _place(quote),
        )
    ]
    lines = [
        # Beside the badge, not in it: a badge does not wrap, and a phone would cut it.
        f"{badges(quote)} :small[{spell_check(quote)}]",
        words_of(quote, marked),
        "  \n".join([*(speakers or ["**Speaker not named** in the story"]), _sentence(said)]),
    ]
    if found is not None:
        lines.append(f":small[Found in what belongs to it: {highlight(pieces(found))}]")
    return "\n\n".join(lines)


def _sentence(parts: Sequence[str]) -> str:
    # The space before a dot does not break, so that no line begins with one.
    words = "\u00a0· ".join(parts)
    return words[:1].upper() + words[1:]


def badges(quote: Quote) -> str:
    """Return the kind of speech and the result of the check, each with an icon and in words."""
    speech, check = quote["speech"], quote["check"]
    return (
        f":gray-badge[{SPEECH_ICONS[speech]} {SPEECH[speech].label}] "
        f":{CHECK_BADGES[check]} {check_of(quote).label}]"
    )


def _place(quote: Quote) -> str:
    paragraph = f"paragraph {quote['locator'].removeprefix('P')}, " if quote["locator"] else ""
    return f"{paragraph}{quote['id']}"


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
