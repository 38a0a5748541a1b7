"""What a reader takes away of a record: its citation, and its embed."""

import streamlit as st

from dash.markdown import sentence
from dash.sharing.addresses import Subject, embed_path, record_path
from dash.sharing.embed import code_to_copy, height_of
from dash.ui.data import current_dossier
from dash.ui.sharing.cards import card_fold
from dash.ui.sharing.heads import teller_of
from dash.ui.sharing.pictures import shown_of
from dash.ui.sharing.root import root_of_browser, root_of_page
from dash.ui.sharing.versions import VERSION, current_version


def cite_and_embed(citation: str, subject: Subject | None, where: str = "") -> None:
    """Show a citation, to be copied, and the way to embed the record below it.

    Args:
        citation: Plain text.
        subject: The record; None for what is embedded from another place of the page.
        where: The part of the page, where a record may stand in several.
    """
    stated = _stated(subject) if subject else ""
    st.markdown("To cite it:" if subject else "To cite the source:")
    if subject is not None and subject.kind == "source" and stated:
        # A source is cited for itself, and what the dossier says of it beside that.
        st.code(citation, language=None, wrap_lines=True)
        st.markdown("Its record in this dossier:")
        st.code(stated, language=None, wrap_lines=True)
    else:
        told = "\n".join(filter(None, (citation, stated)))
        st.code(told, language=None, wrap_lines=True)
    embed_fold(subject, where)


def cite_own(subject: Subject) -> None:
    """Show the citation of what rests on several records, which the dossier itself says."""
    dossier = current_dossier()
    told = teller_of(dossier).tell(subject)
    cite_and_embed(f"{sentence(told.title)}. In: “{dossier.story.title}”.", subject)


def _stated(subject: Subject) -> str:
    """Return a record's address with the version that is cited, and that version in words.

    Where no address leads to the record, or a dossier with a problem has no version, the other
    stands alone.
    """
    dossier, root = current_dossier(), root_of_page()
    version, lines = current_version(dossier), []
    if root is not None:
        cited = f"&{VERSION}={version}" if version else ""
        lines.append(f"{root}{record_path(dossier, subject.kind, subject.key)}{cited}")
    if version:
        lines.append(f"Dossier: {version.words}.")
    return "\n".join(lines)


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
    st.markdown("An editor that knows oEmbed takes the address alone:")
    st.code(address, language=None, wrap_lines=True)
    # The page's policy lets it show what comes from its own address.
    if own := root_of_browser():
        shown = own + embed_path(subject.kind, subject.key)
        st.iframe(shown, height=height, alt=f"Preview: {told.title}")
