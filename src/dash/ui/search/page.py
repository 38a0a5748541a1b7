"""One search over all records: the box, the kinds with counts, and what was found."""

from collections.abc import Sequence

import streamlit as st

from dash.counting import count_of, listed
from dash.dossier.model import Dossier
from dash.finding.entries import KINDS
from dash.finding.records import Found, Records
from dash.markdown import escape, escape_part, highlight
from dash.site import target_of
from dash.ui import announce, frame
from dash.ui.address import set_parameter, tell_unknown
from dash.ui.data import current_dossier
from dash.ui.faults import fragment
from dash.ui.lasting import KeptWith
from dash.ui.links import in_accent, page_link
from dash.ui.paging import one_page
from dash.ui.widgets import Parameter, choose_several, write_words

SEARCH, KIND, PAGE = "search", "search_kind", "search_page"
LONGEST_SEARCH = 200
# How many hits of a kind stand in the list of all kinds, and on a page of chosen ones.
OF_EACH, PAGE_SIZE = 3, 20
# Letters of who, when and where; the record's own page has the whole.
LONGEST_ABOUT = 220

# Made ready once for each dossier, for all readers.
searched = KeptWith(Records)


def show_search(dossier: Dossier) -> None:
    """Ask for words, and show the records that hold them."""
    records = searched(dossier)
    words = write_words(
        "Search all records",
        Parameter(SEARCH, drops=(KIND, PAGE)),
        LONGEST_SEARCH,
        placeholder="Words, names or a number",
        icon=":material/search:",
        label_visibility="collapsed",
    )
    if records.left_out:
        frame.small(
            f":material/warning: Not searched: {', '.join(records.left_out).lower()}, whose table "
            "has a problem. The page that shows it says which cells to correct."
        )
    if not words.strip():
        _invite(records)
        return
    found = records.find(words)
    _tell_reading(found)
    if found.count:
        _results(records, found)
    else:
        _tell_what_to_drop(records, words)


def _invite(records: Records) -> None:
    given = [KINDS[table][1].lower() for table in KINDS if table in records.kinds]
    counted = f"{len(records):,} record{'s' * (len(records) != 1)}"
    frame.small(
        f"{counted}: {listed(given)}. Spelling is forgiven; a number is found however it is "
        "written, so 14,000, 14 000 and 14 thousand are one; words in quotation marks are found "
        "as they stand."
    )


def _tell_reading(found: Found) -> None:
    for told in found.hits.read_otherwise:
        frame.small(escape(told))


def _tell_what_to_drop(records: Records, words: str) -> None:
    announce.count("No records")
    loosened = records.without(words)
    if not loosened:
        st.markdown("No record has any of this. Try another word, or fewer letters of it.")
        return
    st.markdown(
        "No record has all of it. "
        + " ".join(
            f"Without “{escape(word)}” there would be **{count}**." for word, count in loosened
        )
    )


def _results(records: Records, found: Found) -> None:
    tell_unknown(KIND, KINDS, "kind of record")
    kinds = {
        table: f"{plural} {len(found.by_kind[table]):,}"
        for table, (_, plural) in KINDS.items()
        if table in found.by_kind
    }
    announce.count(count_of(found.count, "record"))
    chosen = choose_several(
        "Kind of record", kinds, Parameter(KIND, drops=(PAGE,)), label_visibility="collapsed"
    )
    if chosen or len(kinds) == 1:
        tables = chosen or list(kinds)
        positions = [at for at in found.hits.positions if records.keys[at][0] in tables]
        _pages(records, found, positions)
        return
    for table, positions in found.by_kind.items():
        _group(records, found, table, positions)


@fragment
def _pages(records: Records, found: Found, positions: Sequence[int]) -> None:
    for position in one_page(positions, PAGE_SIZE, PAGE, in_address=True):
        _hit(records, found, position, of_many_kinds=True)


def _group(records: Records, found: Found, table: str, positions: Sequence[int]) -> None:
    _, plural = KINDS[table]
    st.subheader(plural, anchor=False)
    for position in positions[:OF_EACH]:
        _hit(records, found, position, of_many_kinds=False)
    if len(positions) > OF_EACH:
        st.button(
            in_accent(f"All {len(positions):,} {plural.lower()}"),
            type="tertiary",
            key=f"search_all_{table}",
            on_click=set_parameter,
            args=(KIND, table),
        )


def _hit(records: Records, found: Found, position: int, *, of_many_kinds: bool) -> None:
    table, key = records.keys[position]
    target = target_of(table, current_dossier())
    with st.container(key=f"hit_{table}_{key}", gap=None):
        label = _as_link(records.marked(found, position, "words"))
        page_link(target.page, label, target.icon, {target.parameter: str(key)})
        about = highlight(_shortened(records.marked(found, position, "about")))
        kind, _ = KINDS[table]
        frame.small(" · ".join(part for part in (kind if of_many_kinds else "", about) if part))
        if elsewhere := records.elsewhere(found, position):
            frame.small(f"Also: {highlight(elsewhere)}")


def _as_link(pieces: list[tuple[str, bool]]) -> str:
    """Return a label in the accent; what matched stays in ink, which its ground asks for."""
    return "".join(
        highlight([(text, True)]) if matched else _accented(text) for text, matched in pieces
    )


def _accented(text: str) -> str:
    """Return a part of a label in the accent: outer spaces would be lost within it."""
    part = escape_part(text)
    words = part.strip()
    return part.replace(words, in_accent(words), 1) if words else part


def _shortened(pieces: list[tuple[str, bool]]) -> list[tuple[str, bool]]:
    """Return the pieces up to LONGEST_ABOUT letters, from shortly before the first match on."""
    text = "".join(piece for piece, _ in pieces)
    if len(text) <= LONGEST_ABOUT:
        return pieces
    before = next((at for at, (_, matched) in enumerate(pieces) if matched), 0)
    lead = "".join(piece for piece, _ in pieces[:before])
    cut = lead.rfind(" ", 0, max(0, len(lead) - LONGEST_ABOUT // 2)) + 1
    rest = ([(lead[cut:], False)] if lead else []) + pieces[before:]
    kept, room = [("… ", False)] if cut else [], LONGEST_ABOUT
    for piece, matched in rest:
        kept.append(
            (piece if len(piece) <= room else f"{piece[:room].rsplit(' ', 1)[0]} …", matched)
        )
        room -= len(piece)
        if room <= 0:
            break
    return kept
