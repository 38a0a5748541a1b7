"""The slideshow: one large slide that moves without the page, or all slides as a handout."""

from collections.abc import Mapping, Sequence
from typing import Literal

import streamlit as st

from dash.dossier.model import Dossier
from dash.dossier.pictures import Picture, Refusal
from dash.markdown import escape
from dash.schema.rows import Slide
from dash.slides import (
    chosen,
    neighbours,
    related,
    sequence,
    slide_name,
    spell_credit,
    spell_heading,
    spell_picture,
    spell_position,
)
from dash.ui import frame
from dash.ui.faults import fragment
from dash.ui.glossary import explain_words
from dash.ui.links import record_link
from dash.ui.slideshow.filmstrip import Frame, filmstrip
from dash.ui.slideshow.pictures import address_of, current_pictures, thumbnail_address
from dash.ui.source import source_note, source_popover
from dash.ui.state import tell_unknown

PARAMETER = "slide"
PICTURE_WIDTH = 720
# What fits into the column beside the picture, and on a telephone.
LONGEST_LINK = 48


@fragment
def show(dossier: Dossier) -> None:
    """Draw the slide that the address names; moving on draws this part of the page anew only."""
    slides = dossier.records("slides")
    tell_unknown(PARAMETER, [str(number) for number in sequence(slides)], "slide")
    number = chosen(slides, st.query_params.get(PARAMETER))
    slide, pictures = dossier.record("slides", number), current_pictures(dossier)
    left, right = st.columns([3, 2], gap="large")
    with left:
        _controls(slides, number)
        _picture(slide, pictures.get(number))
        filmstrip(_frames(dossier, pictures), number, _go)
    with right:
        _words(slide)
        if slide["note"]:
            frame.small(escape(slide["note"]))
        explain_words(dossier, slide["caption"], slide["note"], slide["alt"])
        source_popover(slide, dossier.record("sources", slide["source"]))
        _related(dossier, slide)


def handout(dossier: Dossier) -> None:
    """Draw all slides below each other, with captions, credits and sources, for printing."""
    frame.small("To print this page or save it as a PDF, use your browser's print command.")
    pictures = current_pictures(dossier)
    for slide in _in_sequence(dossier):
        left, right = st.columns(2, gap="medium")
        with left:
            _picture(slide, pictures.get(slide["number"]))
        with right:
            frame.small(slide_name(slide))
            _words(slide)
            explain_words(dossier, slide["caption"], slide["alt"])
            source_note(slide, dossier.record("sources", slide["source"]))


def _in_sequence(dossier: Dossier) -> list[Slide]:
    return [dossier.record("slides", number) for number in sequence(dossier.records("slides"))]


def _go(number: int) -> None:
    st.query_params[PARAMETER] = str(number)


def _controls(slides: Sequence[Slide], number: int) -> None:
    before, after = neighbours(slides, number)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        _step("Previous", "left", before)
        st.markdown(f"**{spell_position(slides, number)}**", width="content")
        _step("Next", "right", after)


def _step(label: str, side: Literal["left", "right"], target: int | None) -> None:
    st.button(
        label,
        key=f"slideshow_{label.lower()}",
        icon=f":material/chevron_{side}:",
        icon_position=side,
        shortcut=side.capitalize(),
        on_click=_go,
        args=(target,),
        disabled=target is None,
    )


def _picture(slide: Slide, picture: Picture | Refusal | None) -> None:
    if picture is None:
        st.info("This slide has no picture in the dossier.", icon=":material/image:")
    elif isinstance(picture, Refusal):
        st.warning(
            escape(f"The picture {slide['image']!r} is not shown: it {picture.reason}."),
            icon=":material/broken_image:",
        )
    else:
        st.image(address_of(picture), alt=slide["alt"], width=PICTURE_WIDTH)
        frame.small(escape(spell_picture(slide)))


def _words(slide: Slide) -> None:
    st.header(escape(spell_heading(slide)), anchor=False)
    st.markdown(escape(slide["caption"]), width=720)
    st.markdown(f"Credit of the source's picture: {escape(spell_credit(slide))}")


def _related(dossier: Dossier, slide: Slide) -> None:
    for heading, found in related(dossier, slide).items():
        st.markdown(f"**{heading}**")
        with st.container(gap=None):
            for table, key in found:
                record_link(dossier, table, key, longest=LONGEST_LINK)


def _frames(dossier: Dossier, pictures: Mapping[int, Picture | Refusal]) -> list[Frame]:
    frames = []
    for slide in _in_sequence(dossier):
        picture = pictures.get(slide["number"])
        shown = picture if isinstance(picture, Picture) else None
        frames.append(
            Frame(
                slide["number"],
                f"{slide_name(slide)}: {spell_heading(slide)}",
                address_of(shown) if shown else None,
                thumbnail_address(shown) if shown else None,
            )
        )
    return frames
