"""Cards by an address of their own, and as files to download at each record.

A card is drawn when it is first asked for, one at a time, and painted by a process of its own:
painting holds up all else that a process does, and pages must not wait for a crowd of cards. What
was drawn is kept, within bounds, as long as the dossier stays the same.
"""

import asyncio
from collections.abc import Awaitable, Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from typing import Literal

import streamlit as st
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from dash.dossier.model import Dossier
from dash.dossier.pictures import Picture, read_again
from dash.markdown import escape, sentence
from dash.palette import Palette, palette_of
from dash.schema.problems import DossierError
from dash.sharing.addresses import (
    BESIDE,
    PAGE,
    Subject,
    card_path,
    has_card,
    record_key,
    record_path,
)
from dash.sharing.cards.card import Card, Inset
from dash.sharing.cards.content import CardMaker
from dash.sharing.cards.drawing import alt_of, draw_card
from dash.sharing.cards.insets import map_inset, picture_inset
from dash.sharing.cards.pages import page_inset
from dash.sharing.cards.painter import NotPaintedError, Painter
from dash.sharing.cards.picture import png
from dash.sharing.cards.scripts import letters_of, not_at_hand, samples, tell_missing, without
from dash.sharing.cards.shelf import Kept, Shelf
from dash.sharing.embed import WIDTH
from dash.slides import sequence
from dash.ui.data import current_dossier, shared_dossier
from dash.ui.download import file_button
from dash.ui.lasting import KeptWith, Lasting
from dash.ui.sharing.root import base_path, root_of
from dash.ui.sharing.versions import current_version
from dash.ui.slideshow.pictures import current_pictures
from dash.wording import NO_SUCH_RECORD

Ending = Literal["png", "svg"]
TYPES: dict[Ending, str] = {"png": "image/png", "svg": "image/svg+xml"}
MOST, MOST_BYTES = 400, 32_000_000
# How many may wait to be drawn, and how many seconds anybody waits.
MOST_WAITING, PATIENCE = 40, 15.0
HEADERS = {
    # A link's preview keeps its picture anyway; a reader sees a corrected record soon.
    "Cache-Control": "public, max-age=300",
    "Content-Security-Policy": "default-src 'none'; img-src data:; style-src 'unsafe-inline'",
    "X-Content-Type-Options": "nosniff",
}
NOTHING = NO_SUCH_RECORD
TOO_LONG = "This card could not be drawn, or takes too long."
BUSY = "The server draws as many cards as it may: try again in some seconds."


@dataclass(frozen=True)
class Order:
    """What is asked for: whose card, in which theme, as which file, with which address on it."""

    subject: Subject
    ending: Ending
    theme: str
    address: str


@dataclass
class Desk:
    """The cards of one dossier: who makes them, which are kept, and which are being drawn."""

    dossier: Dossier
    maker: CardMaker
    shelf: Shelf = field(default_factory=lambda: Shelf(MOST, MOST_BYTES))
    drawn_now: dict[Order, Future[Kept]] = field(default_factory=dict)
    # Of each script that a card was asked for in: whether this machine has no type for it.
    scripts: dict[str, bool] = field(default_factory=dict)

    def draw(self, order: Order) -> Kept:
        """Draw a card and keep it.

        Raises:
            KeyError: There is no such record.
            DossierError: Its table has problems.
            NotPaintedError: It takes too long.
        """
        palette = palette_of(order.theme)
        card = self.card(order.subject, palette, order.address)
        if order.ending == "svg":
            return self.shelf.put(order, draw_card(card, palette).svg.encode())
        readable = without(card, self.not_at_hand(letters_of(card)))
        return self.shelf.put(order, png(draw_card(readable, palette), _painter()))

    def not_at_hand(self, letters: str) -> frozenset[str]:
        """Return the scripts of a text for which this machine has no type."""
        found = samples(letters)
        new = {script: one for script, one in found.items() if script not in self.scripts}
        missing = not_at_hand(new, lambda drawing: png(drawing, _painter()))
        self.scripts |= {script: script in missing for script in new}
        return frozenset(script for script in found if self.scripts[script])

    def file(self, order: Order) -> bytes:
        """Return a card's file: a kept one, or else a new one."""
        return (self.shelf.get(order) or self.draw(order)).content

    def card(self, subject: Subject, palette: Palette, address: str) -> Card:
        """Return what a card holds, with a slide's picture or a place's map."""
        return self.maker.card(subject, address, _inset(self.dossier, subject, palette))


@KeptWith
def desk_of(dossier: Dossier) -> Desk:
    """Return the cards of a dossier, for all readers."""
    version = current_version(dossier)
    return Desk(dossier, CardMaker(dossier, sentence(version.words) if version else ""))


def card_routes() -> list[Route]:
    """Return the routes of all cards, under the base path where the server has one."""
    path = base_path() + card_path("{kind}", "{key}").removesuffix(".png")
    return [Route(f"{path}.{ending}", _sender(ending)) for ending in TYPES]


def printed_address(dossier: Dossier, subject: Subject, root: str | None) -> str:
    """Return a record's address as a card prints it, without https://; blank where none is known.

    Args:
        dossier: Holds the record.
        subject: The record.
        root: The server's own address; blank or None where it has none to offer.
    """
    if not root:
        return ""
    path = record_path(dossier, subject.kind, subject.key)
    return f"{root.partition('://')[2]}{path}"


def card_fold(subject: Subject, root: str | None, where: str = "") -> None:
    """Draw a fold with a record's card and its files, drawn and sent only when opened.

    Args:
        subject: The record.
        root: The server's own address, as the reader's browser has it; None for none.
        where: The part of the page, where a record may stand in several.
    """
    key = f"card_{where}{subject.kind}_{subject.key}"
    fold = st.expander("Picture to post", icon=":material/image:", key=key, on_change="rerun")
    if fold.open:
        with fold:
            _draw_card(subject, root, key)


def _draw_card(subject: Subject, root: str | None, key: str) -> None:
    desk = desk_of(current_dossier())
    address = printed_address(desk.dossier, subject, root)
    theme = "dark" if st.context.theme.type == "dark" else "light"
    png_file, svg_file = (Order(subject, ending, theme, address) for ending in TYPES)
    card = desk.card(subject, palette_of(theme), address)
    files = [(png_file, "PNG, 1200 × 630"), (svg_file, "SVG")]
    missing = {script for script in desk.not_at_hand(letters_of(card)) if len(script) > 1}
    if missing:
        # The reader's browser has types of its own.
        st.image(desk.file(svg_file).decode(), alt=alt_of(card), width=WIDTH)
        st.markdown(f"There is no PNG of it. {escape(tell_missing(missing))}")
        files = files[1:]
    else:
        st.image(desk.file(png_file), alt=alt_of(card), width=WIDTH)
    with st.container(horizontal=True, gap="small"):
        for order, label in files:
            name = f"{subject.kind}-{subject.key}.{order.ending}".replace(BESIDE, "-")
            write = partial(desk.file, order)
            file_button(write, name, TYPES[order.ending], label, f"{key}_{order.ending}")


def _sender(ending: Ending) -> Callable[[Request], Awaitable[Response]]:
    async def send(request: Request) -> Response:
        kept = await _found(request, ending)
        headers = HEADERS | {"ETag": kept.tag}
        if request.headers.get("if-none-match") == kept.tag:
            return Response(status_code=304, headers=headers)
        return Response(kept.content, headers=headers, media_type=TYPES[ending])

    return send


async def _found(request: Request, ending: Ending) -> Kept:
    subject = Subject(**request.path_params)
    try:
        desk = desk_of(await asyncio.to_thread(shared_dossier))
        if not has_card(desk.dossier, subject):
            raise HTTPException(404, NOTHING)
        theme = "dark" if request.query_params.get("theme") == "dark" else "light"
        address = printed_address(desk.dossier, subject, root_of(request.scope))
        order = Order(subject, ending, theme, address)
        return desk.shelf.get(order) or await _drawn(desk, order)
    except DossierError as error:
        raise HTTPException(404, "The dossier has a problem here: its page tells it.") from error
    except NotPaintedError as error:
        raise HTTPException(503, TOO_LONG, {"Retry-After": "60"}) from error


async def _drawn(desk: Desk, order: Order) -> Kept:
    """Have a card drawn, once for all who ask for it meanwhile, and wait for it.

    Raises:
        HTTPException: Too many wait already, or it takes too long.
    """
    under_way = desk.drawn_now
    drawn = under_way.get(order)
    if drawn is None:
        if len(under_way) >= MOST_WAITING:
            raise HTTPException(503, BUSY, {"Retry-After": "5"})
        drawn = under_way[order] = _hand().submit(desk.draw, order)
        drawn.add_done_callback(lambda _: under_way.pop(order, None))
    future = asyncio.wrap_future(drawn)
    try:
        return await asyncio.wait_for(asyncio.shield(future), PATIENCE)
    except TimeoutError as error:
        raise HTTPException(503, BUSY, {"Retry-After": "5"}) from error


@Lasting
def _painter() -> Painter:
    return Painter()


@Lasting
def _hand() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(max_workers=1, thread_name_prefix="cards")


def _inset(dossier: Dossier, subject: Subject, palette: Palette) -> Inset | None:
    """Return the picture of a slide, the map of a place, what a page shows; None without one."""
    try:
        if subject == Subject(PAGE, "slideshow"):
            first = sequence(dossier.records("slides"))[0]
            return _inset(dossier, Subject("slide", str(first)), palette)
        if subject.kind == PAGE:
            return page_inset(dossier, subject.key, palette)
        if subject.kind == "place":
            return map_inset(dossier, dossier.record("places", subject.key), palette)
        if subject.kind == "slide":
            slide = dossier.record("slides", record_key(dossier, "slide", subject.key) or 0)
            picture = current_pictures(dossier).get(slide["number"])
            content = read_again(picture) if isinstance(picture, Picture) else None
            return picture_inset(content, slide["alt"] or "") if content else None
    except DossierError:
        return None  # the map's ground is broken; the card does without
    return None
