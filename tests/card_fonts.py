"""Cut the letters of the cards anew: `uv run --all-groups python -m tests.card_fonts`.

They are Streamlit's own types, Source Serif 4 and Source Sans 3 (SIL Open Font License 1.1),
cut to single weights and to Latin, Greek and Cyrillic letters: what draws the cards reads no
variable fonts and no WOFF2. The licence reserves the name Source, so they bear another.
"""

import io
from pathlib import Path

import streamlit
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

from dash.sharing.cards.lettering import COVERED, FACES, FONTS, Face

MEDIA = Path(streamlit.__file__).parent / "static" / "static" / "media"
FILES = {
    "Dossier Serif": "SourceSerifVariable-Roman.ttf.*.woff2",
    "Dossier Sans": "SourceSansVF-Upright.ttf.*.woff2",
}
# Cut for the size of a headline, where a font knows sizes at all.
OPTICAL_SIZE = 36
# What a font's table of names holds beside copyright (0), maker and licence (8 to 14).
FAMILY, STYLE, UNIQUE, FULL, POSTSCRIPT = 1, 2, 3, 4, 6
KEPT = (0, 5, *range(8, 15))


def cut(face: Face) -> TTFont:
    """Return one weight of a family with the letters that cards have."""
    (file,) = MEDIA.glob(FILES[face.family])
    font = TTFont(file)
    subset = Subsetter(Options(layout_features=["kern", "mark", "ccmp"], notdef_outline=True))
    subset.populate(unicodes=[code for code in range(0x10000) if COVERED.match(chr(code))])
    subset.subset(font)
    font.flavor = None
    light = io.BytesIO()
    font.save(light)
    font = TTFont(io.BytesIO(light.getvalue()))
    limits = {axis.axisTag: axis.defaultValue for axis in font["fvar"].axes}
    limits["wght"] = face.weight
    if "opsz" in limits:
        limits["opsz"] = OPTICAL_SIZE
    font = instantiateVariableFont(font, limits)
    _rename(font, face)
    font["post"].formatType = 3.0
    return font


def _rename(font: TTFont, face: Face) -> None:
    names = font["name"]
    names.names = [record for record in names.names if record.nameID in KEPT]
    told = {
        FAMILY: face.family,
        STYLE: "Bold" if face.weight > 500 else "Regular",
        UNIQUE: face.file,
        FULL: f"{face.family} {face.weight}",
        POSTSCRIPT: face.file.removesuffix(".ttf"),
    }
    for number, words in told.items():
        names.setName(words, number, 3, 1, 0x409)
    font["OS/2"].usWeightClass = face.weight


if __name__ == "__main__":
    for one in FACES:
        cut(one).save(FONTS / one.file)
