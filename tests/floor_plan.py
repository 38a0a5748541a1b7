"""Draw the rooms of the package and the arrows between them, for docs/architecture.md.

    uv run python -m tests.floor_plan

Writes docs/rooms.svg from the imports. An arrow that follows from two others is left out: who
imports from `figures` may import from `schema` as well. A test draws it again and compares.
"""

from collections.abc import Iterable, Iterator

from dash.palette import LIGHT
from tests.conftest import ROOT
from tests.rooms import LAYERS, SOURCE, arrows

FILE = ROOT / "docs" / "rooms.svg"
WIDTH, LETTER, HEIGHT, STEP, EDGE = 960, 8.2, 34, 88, 24

Arrows = set[tuple[str, str]]


def reduced(arrows: Arrows) -> Arrows:
    """Return the arrows that do not follow from others (the transitive reduction)."""
    return {
        (one, other)
        for one, other in arrows
        if not any(
            other in _reached(middle, arrows)
            for start, middle in arrows
            if start == one and middle != other
        )
    }


def _reached(room: str, arrows: Arrows) -> set[str]:
    found, ahead = set[str](), [room]
    while ahead:
        current = ahead.pop()
        found.add(current)
        ahead += [end for start, end in arrows if start == current and end not in found]
    return found


def plan() -> str:
    """Return the drawing as SVG."""
    boxes = {room: box for depth, rooms in enumerate(LAYERS) for room, box in _row(depth, rooms)}
    height = 2 * EDGE + STEP * (len(LAYERS) - 1) + HEIGHT
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" '
        'font-family="ui-monospace, monospace" font-size="13" text-anchor="middle">',
        "<title>The rooms of src/dash: each imports only from those below it</title>",
        f'<rect width="{WIDTH}" height="{height}" fill="{LIGHT.paper}"/>',
        f'<g fill="none" stroke="{LIGHT.context}" stroke-opacity="0.55" stroke-width="1.5">',
        *(_arrow(boxes[one], boxes[other]) for one, other in sorted(reduced(arrows()))),
        "</g>",
        *(line for room, box in boxes.items() for line in _box(room, *box)),
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def _row(depth: int, rooms: Iterable[str]) -> Iterator[tuple[str, tuple[float, float, float]]]:
    """Yield the middle, the top and the width of each room's box, spread over the row."""
    widths = {room: LETTER * len(_name(room)) + 20 for room in rooms}
    gap = (WIDTH - sum(widths.values())) / (len(widths) + 1)
    left = gap
    for room, width in widths.items():
        yield room, (round(left + width / 2, 1), EDGE + STEP * depth, round(width, 1))
        left += width + gap


def _name(room: str) -> str:
    return f"{room}/" if (SOURCE / "dash" / room).is_dir() else room


def _arrow(one: tuple[float, float, float], other: tuple[float, float, float]) -> str:
    """Draw a curve from the foot of one box to the head of another, or below two of one row."""
    (x, top, _), (end, end_top, _) = one, other
    foot = top + HEIGHT
    if end_top == top:
        return f'<path d="M{x} {foot} C{x} {foot + 26} {end} {foot + 26} {end} {foot}"/>'
    bend = STEP / 2
    return f'<path d="M{x} {foot} C{x} {foot + bend} {end} {end_top - bend} {end} {end_top}"/>'


def _box(room: str, x: float, top: float, width: float) -> Iterator[str]:
    folder = _name(room).endswith("/")
    yield (
        f'<rect x="{round(x - width / 2, 1)}" y="{top}" width="{width}" height="{HEIGHT}" rx="4" '
        f'fill="{LIGHT.panel}" stroke="{LIGHT.accent if folder else LIGHT.muted}"/>'
    )
    yield f'<text x="{x}" y="{top + 21}" fill="{LIGHT.ink}">{_name(room)}</text>'


if __name__ == "__main__":
    FILE.write_text(plan(), encoding="utf-8")
