"""The panel "Who says how many": every claim by a day, a row each, and the slider over the days."""

from collections.abc import Sequence
from itertools import chain

import streamlit as st

from dash.counting import count_of
from dash.dates import last_day, spell
from dash.dossier.model import Dossier
from dash.maps.atlas import Atlas
from dash.maps.claims import Claim, by_area, common_year, days_of, made_by, most_of, spell_made
from dash.maps.dots import track
from dash.maps.scene import Scene
from dash.markdown import escape
from dash.schema.story import FigureLayer
from dash.ui import frame
from dash.ui.address import asked_one, turn
from dash.ui.faults import told
from dash.ui.links import record_link
from dash.ui.map.address import CLAIM, DAY
from dash.ui.widgets import follow
from dash.wording import ITS_WORDS_AND_SOURCE

TITLE = "Who says how many"


def every_claim(atlas: Atlas) -> list[Claim]:
    """Return the claims of all layers of rings."""
    return list(chain.from_iterable(atlas.claims.values()))


def asked_claim(atlas: Atlas) -> Claim | None:
    """Return the claim that the address asks for."""
    claims = {claim.id: claim for claim in every_claim(atlas)}
    chosen = asked_one(CLAIM, claims, "claim")
    return claims[chosen] if chosen else None


def asked_day(atlas: Atlas, claim: Claim | None) -> str | None:
    """Return the day up to which claims are shown: the story's, unless the address asks more.

    Without a day of the story, the last on which a claim was made; None where there are none.
    """
    chosen = asked_one(DAY, days_of(every_claim(atlas), atlas.story.published), "day")
    if chosen:
        return chosen
    story = usual_day(atlas)
    return max(story, claim.made, key=last_day) if claim and story else story


def usual_day(atlas: Atlas) -> str | None:
    """Return the day up to which claims are shown where the address asks for none."""
    days = days_of(every_claim(atlas), atlas.story.published)
    return atlas.story.published or next(reversed(days), None)


def claims_panel(dossier: Dossier, scene: Scene) -> None:
    """Show who says how many by the day, area by area, and the claim that was chosen."""
    atlas, day = scene.atlas, scene.day
    layers = [layer for layer in atlas.story.figure_layers if layer.id in scene.on]
    layers = [layer for layer in layers if atlas.claims.get(layer.id)]
    days = [claim.made for claim in every_claim(atlas)]
    year = common_year([day, *days] if day else days)
    with st.container(key="map_claims", gap="xsmall"):
        st.header(TITLE, anchor=False)
        choose_day(atlas, day, year)
        for layer in layers:
            _layer(dossier, scene, layer, year)
        _later(scene, year)


def choose_day(atlas: Atlas, day: str | None, year: str | None) -> None:
    """Draw the slider over the days on which claims were made, with the story's day marked."""
    days = days_of(every_claim(atlas), atlas.story.published)
    if len(days) < 2:
        return

    def words(option: str) -> str:
        told = spell(option).removesuffix(f" {year}")
        return f"{told}, the story’s day" if option == atlas.story.published else told

    follow(DAY, day)
    st.select_slider(
        f"Numbers given up to this day{f' ({year})' if year else ''}",
        days,
        format_func=words,
        key=DAY,
        on_change=_day_chosen,
        args=(atlas,),
    )


@told()
def _day_chosen(atlas: Atlas) -> None:
    day = st.session_state[DAY]
    # The chosen claim goes where it was not made yet.
    made = {claim.id for claim in made_by(every_claim(atlas), day)}
    claim = st.query_params.get(CLAIM)
    turn({DAY: day, CLAIM: claim if claim in made else None})


def _layer(dossier: Dossier, scene: Scene, layer: FigureLayer, year: str | None) -> None:
    claims = made_by(scene.atlas.claims[layer.id], scene.day)
    most = most_of(scene.atlas.claims[layer.id])
    frame.small(escape(layer.name))
    if not claims:
        frame.small("Nobody had said a number by this day.")
    for area, group in by_area(claims).items():
        several = len(area) > 1
        st.markdown(f"**{escape(group[0].area)}**")
        if several:
            frame.small("Counts several areas at once: no ring, and added to nothing.")
        _rows(dossier, scene, group, most, year)


def _rows(
    dossier: Dossier, scene: Scene, claims: Sequence[Claim], most: float, year: str | None
) -> None:
    for claim in claims:
        chosen = claim.id == scene.claim
        lit = chosen or (claim.id in scene.lit and len(claim.figure["area"]) == 1)
        picture = track(claim.figure, most, scene.palette, lit=lit)
        who = f"{escape(claim.who)}, {spell_made(claim, year)}"
        value = f"**{escape(claim.value)}**"
        with st.container(key=f"map_row{'_lit' * lit}_{claim.id}", gap="xxsmall"):
            st.button(
                f"{who} ![]({picture}) {value}",
                type="tertiary",
                key=f"map_claim_{claim.id}",
                on_click=turn,
                args=({CLAIM: None if chosen else claim.id},),
                width="stretch",
            )
            if chosen:
                _told(dossier, claim)
            elif claim.figure["callout"]:
                frame.small(escape(claim.figure["callout"]))


def _told(dossier: Dossier, claim: Claim) -> None:
    """Tell what a reader must know of a claim, below its row."""
    note = claim.figure["note"] or claim.figure["callout"]
    if note:
        frame.small(escape(note))
    record_link(dossier, "figures", claim.id, ITS_WORDS_AND_SOURCE)


def _later(scene: Scene, year: str | None) -> None:
    """Say how many claims were made after the day, and from when on."""
    made = {claim.id for claim in scene.claims}
    layers = [layer for layer in scene.atlas.claims if layer in scene.on]
    every = [claim for layer in layers for claim in made_by(scene.atlas.claims[layer], None)]
    later = [claim for claim in every if claim.id not in made]
    if later:
        first, last = spell_made(later[0], year), spell_made(later[-1], year)
        when = first if first == last else f"from {first} to {last}"
        frame.small(f"{count_of(len(later), 'claim')} came later, {when}: move the slider.")
