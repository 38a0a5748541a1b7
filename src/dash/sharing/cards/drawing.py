"""A card as an SVG."""

import html
from collections.abc import Iterator
from dataclasses import dataclass, replace

from dash.bidi import isolate
from dash.drawings.svg import Drawing, element, holding, scaled, writing
from dash.palette import Palette
from dash.sharing.addresses import CARD_SIZE
from dash.sharing.cards.card import Card, Inset
from dash.sharing.cards.fitting import COLUMN_GAP, LEADING, Stack, fit, gap_of, height_of
from dash.sharing.cards.lettering import (
    SANS,
    SANS_BOLD,
    SERIF,
    Face,
    Line,
    Run,
    begins_right_to_left,
    cut_short,
    set_lines,
    width,
)
from dash.sharing.cards.scripts import families_of

WIDTH, HEIGHT = CARD_SIZE
MARGIN = 64
BAR = 12
HEAD, TOP, BOTTOM, RULE, FOOT = 78, 108, 508, 528, 562
HEAD_SIZE, FOOT_SIZE, CAPTION_SIZE = 25, 20, 18
FOOT_LINES, FOOT_LEADING = 3, 25
# How wide an address may be, and in how many lines: the first that holds it, or else the last.
ADDRESS_ROOMS = ((430, 1), (520, 1), (430, 2), (520, 2), (610, 2))
LEAST_ROOM = 100
# Where a letter's foot stands below the upper edge of its line, in parts of its size.
BASELINE = 0.95
RIGHT_TO_LEFT_ISOLATE, POP_ISOLATE = "\u2067", "\u2069"
# How much of what is left over stands above the words.
ABOVE = 0.42


@dataclass(frozen=True)
class _Type:
    """How a line is set; `changed` is the colour of what was deleted, `ours` that it is English."""

    face: Face
    size: float
    colour: str
    changed: str = ""
    ours: bool = False

    def attributes(self, words: str) -> dict[str, object]:
        families = (*families_of(words, self.face), self.face.family)
        named = ", ".join(f"'{family}'" for family in families)
        return {
            "fill": self.colour,
            "font_family": f"{named}, {self.face.behind}",
            "font_weight": self.face.weight,
            "font_size": float(self.size),
            **({"lang": "en"} if self.ours else {}),
        }


def draw_card(card: Card, palette: Palette) -> Drawing:
    """Draw a card.

    Whatever its words are, the drawing has a few dozen lines of text at most.

    Args:
        card: What it holds.
        palette: The colours of the theme.
    """
    parts = [
        element("rect", width=WIDTH, height=HEIGHT, fill=palette.paper),
        element("rect", width=WIDTH, height=BAR, fill=palette.accent),
        *_head(card, palette),
        *_body(card, palette),
        *_foot(card, palette),
    ]
    return scaled(WIDTH, HEIGHT, parts, alt_of(card), language=card.language)


def alt_of(card: Card) -> str:
    """Return what a card says, in plain text."""
    columns = [passage for column in card.columns for passage in column]
    said = [
        " ".join(run.words for run in passage.runs if run.change != "deleted")
        for passage in (*columns, *card.passages)
        if passage.runs
    ]
    head = ", ".join(words for words, _ in card.head)
    shown = (card.inset.alt,) if card.inset else ()
    return ". ".join(part.rstrip(".") for part in (head, *said, card.source, *shown) if part) + "."


def _head(card: Card, palette: Palette) -> Iterator[str]:
    """Write what the record is at the left, and the dossier's title at the right."""
    x = float(MARGIN)
    for number, (words, colour) in enumerate(card.head):
        face = SANS if number else SANS_BOLD
        if number:
            yield element("circle", cx=x - 13, cy=HEAD - 8, r=3, fill=palette.muted)
        if line := _one_line(words, face, HEAD_SIZE, WIDTH - MARGIN - x):
            # What follows may be a topic, in words of the dossier.
            type_ = _Type(face, HEAD_SIZE, getattr(palette, colour), ours=not number)
            yield _line((Run(line),), type_, x, HEAD)
            x += width(line, face) * HEAD_SIZE + 26
    if title := _one_line(card.title, SERIF, FOOT_SIZE, WIDTH - MARGIN - x - COLUMN_GAP):
        yield _written_at_right(title, _Type(SERIF, FOOT_SIZE, palette.muted), HEAD)


def _one_line(words: str, face: Face, size: float, room: float) -> str:
    """Return words as far as they fit into one line; none where hardly one would."""
    if not words or room < LEAST_ROOM:
        return ""
    (line,) = cut_short(set_lines([Run(words)], face, room / size), 1, face, room / size)
    return _joined(line)


def _body(card: Card, palette: Palette) -> Iterator[str]:
    inset = card.inset
    room = WIDTH - 2 * MARGIN - (inset.width + COLUMN_GAP if inset else 0)
    if inset:
        yield from _inset(inset, palette)
    most = BOTTOM - TOP
    columns, below = fit(card, room, most)
    y = TOP + ABOVE * (most - height_of(columns, below))
    for number, column in enumerate(columns):
        yield from _stack(column, palette, MARGIN + number * (column.room + COLUMN_GAP), y)
    if columns:
        y += max(column.height for column in columns) + gap_of(below)
    yield from _stack(below, palette, MARGIN, y)


def _inset(inset: Inset, palette: Palette) -> Iterator[str]:
    x = WIDTH - MARGIN - inset.width
    below = CAPTION_SIZE * 1.5 if inset.caption else 0.0
    y = TOP + max(0.0, (BOTTOM - TOP - inset.height - below) / 2)
    place = {"x": x, "y": y, "width": inset.width, "height": inset.height}
    yield holding("svg", inset.svg, **place)
    if words := _one_line(inset.caption, SANS, CAPTION_SIZE, inset.width):
        type_ = _Type(SANS, CAPTION_SIZE, palette.muted)
        yield _line((Run(words),), type_, x, y + inset.height + below * 0.85)


def _stack(stack: Stack, palette: Palette, x: float, top: float) -> Iterator[str]:
    y = top
    for number, block in enumerate(stack.blocks):
        y += block.passage.gap if number else 0
        colour = getattr(palette, block.passage.colour)
        set_in = block.passage
        type_ = _Type(set_in.face, block.size, colour, palette.orange, set_in.ours)
        rtl = begins_right_to_left(" ".join(run.words for run in block.passage.runs))
        for line in block.lines:
            at = x + stack.room if rtl else x
            yield _line(line, type_, at, y + BASELINE * block.size, rtl=rtl)
            y += block.size * LEADING


def _foot(card: Card, palette: Palette) -> Iterator[str]:
    """Write where it was read at the left; at the right its address and the dossier's version."""
    yield element("rect", x=MARGIN, y=RULE, width=WIDTH - 2 * MARGIN, height=2, fill=palette.panel)
    address = _Type(SANS_BOLD, FOOT_SIZE, palette.ink)
    muted = _Type(SANS, FOOT_SIZE, palette.muted)
    beside, printed = _address(card.address)
    told = [(words, address) for words in printed]
    told += [(card.version, replace(muted, ours=True))] if card.version else []
    for number, (words, type_) in enumerate(told):
        yield _written_at_right(words, type_, FOOT + number * FOOT_LEADING)
    room = (WIDTH - 2 * MARGIN - (beside + COLUMN_GAP if told else 0)) / FOOT_SIZE
    lines = set_lines([Run(card.source)], SANS, room) if card.source else []
    for number, line in enumerate(cut_short(lines, FOOT_LINES, SANS, room)):
        yield _line(line, muted, MARGIN, FOOT + number * FOOT_LEADING)


def _address(address: str) -> tuple[int, list[str]]:
    """Return how wide a printed address is, in pixels, and its lines."""
    words = [Run(address)] if address else []
    for wide, most in ADDRESS_ROOMS:
        lines = set_lines(words, SANS_BOLD, wide / FOOT_SIZE)
        if len(lines) <= most:
            break
    return wide, [_joined(line) for line in cut_short(lines, most, SANS_BOLD, wide / FOOT_SIZE)]


def _written_at_right(words: str, type_: _Type, y: float) -> str:
    return writing(words, x=WIDTH - MARGIN, y=y, text_anchor="end", **type_.attributes(words))


def _line(line: Line, type_: _Type, x: float, y: float, *, rtl: bool = False) -> str:
    """Write a line of words; of text from right to left, x is its right end."""
    spans = " ".join(_span(run, type_.changed) for run in line)
    if rtl:
        spans = f"{RIGHT_TO_LEFT_ISOLATE}{spans}{POP_ISOLATE}"
    anchor = {"text_anchor": "end"} if rtl else {}
    return holding("text", spans, x=x, y=y, **type_.attributes(_joined(line)), **anchor)


def _span(run: Run, changed: str) -> str:
    letters = html.escape(isolate(run.words), quote=False)
    match run.change:
        case "deleted":
            return holding("tspan", letters, fill=changed, text_decoration="line-through")
        case "inserted":
            look = {"font_weight": 600, "text_decoration": "underline"}
            return holding("tspan", letters, **look)
        case _:
            return letters


def _joined(line: Line) -> str:
    return " ".join(run.words for run in line)
