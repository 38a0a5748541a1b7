"""The paper that all pictures are drawn on: one format, one set of types and colours.

A sheet is 800 units wide and 600 high, with y counted downwards. Shown 360 pixels wide on a
telephone, 24 units are 11 pixels: no type is smaller, and a text that leaves the sheet is a
fault.
"""

import io
import tempfile
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

import streamlit
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.patches import Circle, PathPatch, Polygon
from matplotlib.path import Path as Outline
from matplotlib.textpath import TextPath
from PIL import Image

from dash.palette import LIGHT

WIDTH, HEIGHT = 800, 600
# 1440 by 1080 pixels: twice the 720 that the page gives a picture.
PIXELS_PER_UNIT = 1.8
MARGIN, EDGE = 44, 8
SMALLEST_TYPE = 24
# Without loss, or else the best of these qualities of WebP that keeps a picture small.
QUALITIES, LARGEST = (90, 84, 78, 70), 120_000
LINE = 1.2

PAPER, PANEL, INK, MUTED = LIGHT.paper, LIGHT.panel, LIGHT.ink, LIGHT.muted
ACCENT, CONTEXT = LIGHT.accent, LIGHT.context
SEA, LAND, OTHER_LAND, RULE = "#dfe7ea", "#efe6d2", "#f6f1e4", "#cfc5b0"

# Streamlit's own types (SIL Open Font License), so that every machine draws the same letters.
FILES = {
    "serif": "SourceSerifVariable-Roman.ttf.*.woff2",
    "sans": "SourceSansVF-Upright.ttf.*.woff2",
}
LETTERS = [*range(0x20, 0x17F), *map(ord, "–’“”")]
Point = tuple[float, float]


@cache
def letters_of(family: str) -> bytes:
    """Return a variable font with the letters of these pictures only, which makes it light."""
    media = Path(streamlit.__file__).parent / "static" / "static" / "media"
    (file,) = media.glob(FILES[family])
    font = TTFont(file)
    subset = Subsetter(Options(layout_features=["kern"], notdef_outline=True))
    subset.populate(unicodes=LETTERS)
    subset.subset(font)
    font.flavor = None
    light = io.BytesIO()
    font.save(light)
    return light.getvalue()


@cache
def type_of(family: str, weight: int) -> FontProperties:
    """Cut one weight out of a variable font, into a file that matplotlib can read."""
    font = TTFont(io.BytesIO(letters_of(family)))
    limits = {axis.axisTag: axis.defaultValue for axis in font["fvar"].axes} | {"wght": weight}
    if "opsz" in limits:
        limits["opsz"] = 32
    # Kept until the process ends: matplotlib reads it when it draws.
    with tempfile.NamedTemporaryFile(suffix=".ttf", delete=False) as cut:
        instantiateVariableFont(font, limits).save(cut)
    return FontProperties(fname=cut.name)


class Sheet:
    """One picture.

    Attributes:
        words: Every text on it, in the order of drawing; a test compares them.
        faults: Texts that are too small or leave the sheet; the builder refuses them.
    """

    def __init__(self, ground: str = PAPER) -> None:
        """Lay out an empty sheet."""
        self.words: list[str] = []
        self.faults: list[str] = []
        scale = PIXELS_PER_UNIT
        self._figure = Figure(figsize=(WIDTH / 100, HEIGHT / 100), dpi=100 * scale)
        self._figure.set_facecolor(ground)
        self.axes = self._figure.add_axes((0, 0, 1, 1))
        self.axes.set_xlim(0, WIDTH)
        self.axes.set_ylim(HEIGHT, 0)
        self.axes.axis("off")
        self._order = 1.0

    def webp(self) -> bytes:
        """Return the picture as a WebP file."""
        self.line(
            [(1, 1), (WIDTH - 1, 1), (WIDTH - 1, HEIGHT - 1), (1, HEIGHT - 1), (1, 1)], RULE, 2
        )
        raster = io.BytesIO()
        self._figure.savefig(raster, format="png", facecolor=self._figure.get_facecolor())
        with Image.open(raster) as image:
            flat = image.convert("RGB")
        packed = (_webp(flat, quality) for quality in (None, *QUALITIES))
        return next((file for file in packed if len(file) <= LARGEST), _webp(flat, QUALITIES[-1]))

    def text(
        self,
        where: Point,
        words: str,
        size: float = SMALLEST_TYPE,
        *,
        family: str = "sans",
        weight: int = 400,
        colour: str = INK,
        align: str = "left",
        halo: str | None = None,
    ) -> float:
        """Set one line with its baseline at `where`; return its width."""
        # TextPath counts y upwards.
        outline = TextPath((0, 0), words, size=size, prop=type_of(family, weight))
        box = outline.get_extents()
        width = box.x1
        left = where[0] - {"left": 0.0, "centre": width / 2, "right": width}[align]
        if left < EDGE or left + width > WIDTH - EDGE or not size / 2 < where[1] < HEIGHT - EDGE:
            self.faults.append(f"leaves the sheet, {left:.0f} to {left + width:.0f}: {words!r}")
        if size < SMALLEST_TYPE:
            self.faults.append(f"type of {size} units cannot be read on a telephone: {words!r}")
        placed = Outline(outline.vertices * (1, -1) + (left, where[1]), outline.codes)
        if halo is not None:
            self._add(
                PathPatch(placed, facecolor=halo, edgecolor=halo, linewidth=4, joinstyle="round")
            )
        self._add(PathPatch(placed, facecolor=colour, linewidth=0))
        self.words.append(words)
        return float(width)

    def lines(
        self, where: Point, lines: Iterable[str], size: float = SMALLEST_TYPE, **style: object
    ) -> float:
        """Set several lines below each other; return the y of the next one."""
        x, y = where
        for words in lines:
            self.text((x, y), words, size, **style)
            y += size * LINE
        return y

    def run(self, where: Point, pieces: Iterable[tuple[str, float, dict[str, object]]]) -> None:
        """Set pieces of different type after each other on one line."""
        x, y = where
        for words, size, style in pieces:
            x += self.text((x, y), words, size, **style) + 9

    def head(self, kicker: str, *title: str, size: float = 45) -> None:
        """Set the line above the title, and the title."""
        self.text((MARGIN, 52), kicker, 25, weight=600, colour=ACCENT)
        self.lines((MARGIN, 102), title, size, family="serif", weight=700)

    def foot(self, *lines: str) -> None:
        """Set who asserts what is shown, and as of when, at the foot of the sheet."""
        top = HEIGHT - 26 - (len(lines) - 1) * SMALLEST_TYPE * LINE
        self.line([(MARGIN, top - 36), (WIDTH - MARGIN, top - 36)], RULE, 1.5)
        self.lines((MARGIN, top), lines, colour=MUTED)

    def line(
        self,
        points: Sequence[Point],
        colour: str = INK,
        width: float = 2,
        dash: Sequence[float] = (),
    ) -> None:
        """Draw a line through points; `dash` gives lengths of mark and gap."""
        style = (0, tuple(dash)) if dash else "-"
        xs, ys = zip(*points, strict=True)
        self._order += 0.01
        self.axes.plot(
            xs,
            ys,
            color=colour,
            linewidth=width * 0.72,
            linestyle=style,
            solid_capstyle="round",
            zorder=self._order,
        )

    def area(
        self,
        points: Sequence[Point],
        fill: str,
        *,
        edge: str | None = None,
        hatch: str | None = None,
        width: float = 0,
    ) -> None:
        """Fill a polygon; `hatch` is matplotlib's pattern, drawn in the edge's colour."""
        self._add(
            Polygon(
                points,
                closed=True,
                facecolor=fill,
                edgecolor=edge or fill,
                hatch=hatch,
                linewidth=width * 0.72,
            )
        )

    def dots(self, centres: Sequence[Point], radius: float, fill: str) -> None:
        """Fill many small circles at once."""
        outlines = [Outline.circle(centre, radius) for centre in centres]
        self._add(PathPatch(Outline.make_compound_path(*outlines), facecolor=fill, linewidth=0))

    def disc(
        self,
        centre: Point,
        radius: float,
        fill: str = ACCENT,
        *,
        edge: str | None = None,
        width: float = 0,
        opacity: float = 1,
    ) -> None:
        """Fill a circle."""
        self._add(
            Circle(
                centre,
                radius,
                facecolor=fill,
                edgecolor=edge,
                linewidth=width * 0.72,
                alpha=opacity,
            )
        )

    def bar(self, left: float, top: float, right: float, bottom: float, fill: str) -> None:
        """Fill a rectangle."""
        self.area([(left, top), (right, top), (right, bottom), (left, bottom)], fill)

    def curve(
        self,
        start: Point,
        bend: Point,
        end: Point,
        colour: str = INK,
        width: float = 3,
        dash: Sequence[float] = (),
    ) -> None:
        """Draw a quadratic curve that leans towards `bend`."""
        steps = [step / 60 for step in range(61)]
        self.line(
            [
                tuple(
                    (1 - t) ** 2 * a + 2 * t * (1 - t) * b + t**2 * c
                    for a, b, c in zip(start, bend, end, strict=True)
                )
                for t in steps
            ],
            colour,
            width,
            dash,
        )

    def _add(self, patch: object) -> None:
        self._order += 0.01
        patch.set_zorder(self._order)
        self.axes.add_patch(patch)


def _webp(image: Image.Image, quality: int | None) -> bytes:
    """Pack an image, without loss where no quality is given."""
    file = io.BytesIO()
    image.save(file, "WEBP", lossless=quality is None, quality=quality or 80, method=4)
    return file.getvalue()
