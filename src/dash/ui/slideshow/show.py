"""The slideshow: one large slide that moves without the page, or all slides as a handout."""

from collections.abc import Mapping

import streamlit as st

from dash.dossier.model import Dossier
from dash.dossier.pictures import Picture, Refusal
from dash.markdown import escape
from dash.provenance import cite_in_full
from dash.schema.rows import Slide
from dash.slides import (
    chosen,
    related,
    sequence,
    slide_name,
    spell_credit,
    spell_heading,
    spell_picture,
    spell_position,
)
from dash.ui import frame
from dash.ui.address import tell_unknown
from dash.ui.faults import fragment
from dash.ui.glossary import explain_words
from dash.ui.links import record_link
from dash.ui.sharing.versions import mark_corrections
from dash.ui.slideshow.pictures import address_of, current_pictures, thumbnail_address
from dash.ui.slideshow.stage import Frame, stage
from dash.ui.source import source_popover

PARAMETER = "slide"


@fragment
def show(dossier: Dossier) -> None:
    """Draw the slide that the address names; moving on draws this part of the page anew only."""
    slides = dossier.records("slides")
    tell_unknown(PARAMETER, [str(number) for number in sequence(slides)], "slide")
    number = chosen(slides, st.query_params.get(PARAMETER))
    slide, pictures = dossier.record("slides", number), current_pictures(dossier)
    stage(_frames(dossier, pictures), number, _go)
    _tell_picture(slide, pictures.get(number))
    left, right = st.columns([3, 2], gap="large")
    with left:
        # A slide without a picture is a card of its words.
        if number in pictures:
            _words(slide)
        mark_corrections(dossier, slide)
        if slide["note"]:
            frame.small(escape(slide["note"]))
        explain_words(dossier, slide["caption"], slide["note"], slide["alt"])
        source_popover(slide, dossier.record("sources", slide["source"]))
    with right, st.container(key="slideshow_related", gap=None):
        _related(dossier, slide)


def handout(dossier: Dossier) -> None:
    """Draw all slides below each other, with captions, credits and sources, for printing."""
    with st.container(key="slideshow_hint"):
        frame.small("To print this page or save it as a PDF, use your browser's print command.")
    pictures = current_pictures(dossier)
    for slide in _in_sequence(dossier):
        with st.container(key=f"slideshow_page_{slide['number']}", gap="xsmall"):
            frame.small(slide_name(slide))
            _picture(slide, pictures.get(slide["number"]))
            _words(slide)
            explain_words(dossier, slide["caption"], slide["alt"])
            source = dossier.record("sources", slide["source"])
            frame.small(escape(f"Source of the text: {cite_in_full(source, slide['locator'])}"))


def _in_sequence(dossier: Dossier) -> list[Slide]:
    return [dossier.record("slides", number) for number in sequence(dossier.records("slides"))]


def _go(number: int) -> None:
    st.query_params[PARAMETER] = str(number)


def _picture(slide: Slide, picture: Picture | Refusal | None) -> None:
    if isinstance(picture, Picture):
        st.image(address_of(picture), alt=slide["alt"], width="stretch")
    _tell_picture(slide, picture)


def _tell_picture(slide: Slide, picture: Picture | Refusal | None) -> None:
    """Say whose the picture is, or why there is none."""
    if isinstance(picture, Refusal):
        st.warning(
            escape(f"The picture {slide['image']!r} is not shown: it {picture.reason}."),
            icon=":material/broken_image:",
        )
    elif picture is not None:
        frame.small(escape(spell_picture(slide)))


def _words(slide: Slide) -> None:
    if not slide["heading"]:
        st.header(escape(spell_heading(slide)), anchor=False)
    with st.container(key=f"slide_words_{slide['number']}"):
        if slide["heading"]:
            st.header(escape(slide["heading"]), anchor=False)
        st.markdown(escape(slide["caption"]), width=720)
    if slide["image"] or slide["credit"]:
        st.markdown(f"Credit of the source's picture: {escape(spell_credit(slide))}")


def _related(dossier: Dossier, slide: Slide) -> None:
    for heading, found in related(dossier, slide).items():
        st.markdown(f"**{heading}**")
        with st.container(gap=None):
            for table, key in found:
                record_link(dossier, table, key)


def _frames(dossier: Dossier, pictures: Mapping[int, Picture | Refusal]) -> list[Frame]:
    slides, frames = dossier.records("slides"), []
    for slide in _in_sequence(dossier):
        picture = pictures.get(slide["number"])
        shown = picture if isinstance(picture, Picture) else None
        frames.append(
            Frame(
                number=slide["number"],
                name=f"{slide_name(slide)}: {spell_heading(slide)}",
                position=spell_position(slides, slide["number"]),
                heading=spell_heading(slide) if shown else slide["heading"] or "",
                caption=slide["caption"],
                alt=slide["alt"] or "",
                picture=address_of(shown) if shown else None,
                thumbnail=thumbnail_address(shown) if shown else None,
            )
        )
    return frames
