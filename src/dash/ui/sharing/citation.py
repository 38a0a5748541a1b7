"""What a reader takes away of a record: its citation, and its embed."""

import streamlit as st

from dash.markdown import escape
from dash.sharing.addresses import Subject, embed_path, record_path
from dash.sharing.embed import code_to_copy, height_of
from dash.ui.data import current_dossier
from dash.ui.sharing.cards import card_fold
from dash.ui.sharing.heads import teller_of
from dash.ui.sharing.pictures import shown_of
from dash.ui.sharing.root import root_of_browser, root_of_page
from dash.ui.sharing.versions import current_version, mark_corrections


def cite_and_embed(citation: str, subject: Subject | None, where: str = "") -> None:
    """Show a citation, to be copied, and the way to embed the record below it.

    Args:
        citation: Plain text.
        subject: The record; None for what is embedded from another place of the page.
        where: The part of the page, where a record may stand in several.
    """
    # A source is cited for itself; whatever the dossier says, for the state in which it says it.
    version = current_version(current_dossier())
    if version and subject is not None and subject.kind != "source":
        citation = f"{citation}\nDossier: {version.words}."
    st.code(citation, language=None, wrap_lines=True)
    if subject is not None:
        mark_corrections(current_dossier(), subject)
    embed_fold(subject, where)


def embed_fold(subject: Subject | None, where: str = "") -> None:
    """Draw a fold with a record's card, and one with the code of its embed and a preview.

    Both are drawn and sent only when opened. Where no address from outside leads to a record,
    it has no embed.
    """
    if subject is None:
        return
    root = root_of_page()
    card_fold(subject, root, where)
    if root is None:
        return
    key = f"embed_{where}{subject.kind}_{subject.key}"
    fold = st.expander("Embed", icon=":material/code:", key=key, on_change="rerun")
    if fold.open:
        with fold:
            _embed(subject, root)


def _embed(subject: Subject, root: str) -> None:
    dossier = current_dossier()
    teller = teller_of(dossier)
    told = teller.tell(subject)
    height = height_of(told, shown_of(teller, subject))
    address = root + record_path(dossier, subject.kind, subject.key)
    st.markdown(
        "Paste this into a page. The script fits the frame to its content; without it, the frame "
        "scrolls."
    )
    st.code(code_to_copy(subject, told.title, root, height), language=None, wrap_lines=True)
    st.markdown(f"An editor that knows oEmbed takes the address alone: {escape(address)}")
    # The page's policy lets it show what comes from its own address.
    if own := root_of_browser():
        shown = own + embed_path(subject.kind, subject.key)
        st.iframe(shown, height=height, alt=f"Preview: {told.title}")
