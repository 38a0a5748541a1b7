"""The version of the dossier that a reader sees or cites, and what was corrected in it."""

from collections.abc import Iterable
from urllib.parse import urlencode

import streamlit as st

from dash.corrections import corrections_of, latest_first, name_record, spell_correction
from dash.counting import count_of
from dash.dates import spell
from dash.dossier.model import Dossier
from dash.markdown import escape, sentence
from dash.schema.problems import DossierError
from dash.schema.rows import Correction, Record
from dash.sharing.addresses import KINDS, subject_at, subject_of_row
from dash.sharing.feed import FEED
from dash.site import TARGETS, Page
from dash.ui.lasting import KeptWith
from dash.ui.links import record_link
from dash.versions import corrected_since, read_version, version_of

# The parameter of an address that names the version that was cited.
VERSION = "version"
# Corrections that are listed above a page; all of them stand on the page of the method.
MOST = 5

# Worked out once for each dossier, for all readers.
current_version = KeptWith(version_of)


def tell_cited(dossier: Dossier, page: Page) -> None:
    """Say that the address names another version of the dossier, and what was corrected since.

    Of a record that the address opens, its own corrections are told, and how many others there are.
    """
    asked = st.query_params.get(VERSION)
    now = current_version(dossier)
    if asked is None or (now and str(now) == asked):
        return
    cited = read_version(asked)
    if cited is None:
        told = "The address names a version, and it is none: this is the dossier as it is today."
        st.info(told, icon=":material/history:")
        return
    if now and cited.digest == now.digest:
        return
    here = f"This is {now.words}" if now else "This is the dossier as it is today"
    lines = [f"The address cites {cited.words}. {here}: it is another one."]
    found = corrected_since(dossier, cited)
    lines += _since(found, cited.updated, _record_at(dossier, page))
    st.info("\n".join(lines), icon=":material/history:")


def _record_at(dossier: Dossier, page: Page) -> tuple[str, str] | None:
    """Return table and key of the record that the address opens; None for a page without one."""
    asked = urlencode({name: st.query_params[name] for name in st.query_params})
    try:
        subject = subject_at(dossier, page.name, asked)
    except DossierError:
        return None  # the page tells what is wrong with the table
    return (KINDS[subject.kind], subject.key) if subject and subject.kind in KINDS else None


def _since(
    found: list[Correction] | None, day: str | None, record: tuple[str, str] | None
) -> Iterable[str]:
    if found is None or day is None:
        return ["What has changed since is not recorded here."]
    if not found:
        return [f"No correction is recorded since {spell(day)}; other changes may have been made."]
    own = [row for row in found if (row["table"], row["record"]) == record]
    shown = (own if record else found)[:MOST]
    listed = [
        f"- {escape(sentence(name_record(row)))}. {escape(spell_correction(row))}" for row in shown
    ]
    more = len(found) - len(shown)
    rest = [f"- {more} {'more' if shown else 'of others'}: see Sources, Method."] if more else []
    number = count_of(len(found), "correction")
    of_it = f", {len(own) or 'none'} of this record" if record else ""
    return [f"Since {spell(day)}, {number}{of_it}:\n", *listed, *rest]


def mark_corrections(dossier: Dossier, row: Record) -> None:
    """Say at a record what of it was corrected, and when."""
    if (subject := subject_of_row(row)) is None:
        return
    for correction in corrections_of(dossier, KINDS[subject.kind], subject.key):
        st.markdown(f":material/edit_note: {escape(spell_correction(correction))}")


def draw_corrections(dossier: Dossier) -> None:
    """Show the version, and all corrections with links to their records."""
    st.header("Version and corrections", anchor=False)
    _draw_version(dossier)
    try:
        corrections = latest_first(dossier)
    except DossierError:
        st.markdown("corrections.csv has a problem; `python -m dash check` says which.")
        return
    if not corrections:
        st.markdown("No correction is recorded.")
        return
    for correction in corrections:
        st.markdown(
            f"**{escape(sentence(name_record(correction)))}**. "
            f"{escape(spell_correction(correction))}",
            width=720,
        )
        _link(dossier, correction)
    st.markdown(f"A feed reader can follow the corrections at `{FEED}` of this address.", width=720)


def _draw_version(dossier: Dossier) -> None:
    version = current_version(dossier)
    told = (
        f"This is {version.words}: the number follows from what the tables, the frame and the map "
        "say, so that a change of any of them gives another. Citations carry it, and "
        "`python -m dash diff OLD NEW` tells two versions apart, record by record."
        if version
        else "A dossier with a problem has no version: what it says is not known as a whole."
    )
    st.markdown(escape(told) if version is None else told, width=720)


def _link(dossier: Dossier, correction: Correction) -> None:
    table, key = correction["table"], correction["record"]
    if key is None or table not in TARGETS or not dossier.has(table):
        return
    own = int(key) if table == "slides" else key
    record_link(dossier, table, own)
