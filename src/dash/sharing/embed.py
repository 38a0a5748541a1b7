"""One record as a page of its own for a frame in somebody else's, readable without a script.

It loads nothing but a slide's picture, follows light and dark, and tells the page around it how
high it is: `{"dossierHeight": 240}` by `postMessage`, whoever that page belongs to.
"""

from base64 import b64encode
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from math import ceil
from pathlib import Path

from dash.bidi import is_right_to_left
from dash.palette import DARK, LIGHT, Palette
from dash.provenance import Cited, address_of_words
from dash.schema.vocabulary import SPEECH
from dash.sharing.addresses import Subject, embed_path, record_path
from dash.sharing.drawing import MAP_COLOURS, Shown
from dash.sharing.markup import written
from dash.sharing.telling import Teller, Told
from dash.wording import COMPARED_WITH, FIGURE, SOURCE

HERE = Path(__file__).parent
WIDTH = 600
# A picture's height, where it is as wide as it gets: three parts of four, as photographs are.
IMAGE_HEIGHT = 420
# Pixels at that width: what stands around the texts; and of each kind of text, how many letters
# a line has, and how high it is.
AROUND = 110
WORDS, LINE, ROW, SMALL = (50, 27), (64, 25), (70, 25), (74, 22)
REPORTED = SPEECH["paraphrase"].label
# Letters: a longer text is no heading.
LONGEST_HEADING = 160
# For the page around an embed; an editor that strips scripts leaves a frame that scrolls.
LISTENER = (
    'addEventListener("message",e=>{const h=Number(e.data&&e.data.dossierHeight);'
    'if(h>0)for(const f of document.querySelectorAll("iframe"))'
    'if(f.contentWindow===e.source)f.style.height=h+"px"})'
)


def embed_page(teller: Teller, subject: Subject, root: str, pictures: Sequence[Shown] = ()) -> str:
    """Return a record's embed as HTML.

    Args:
        teller: Tells of the dossier's records.
        subject: The record.
        root: The server's address, with the base path and without a slash at its end.
        pictures: What is shown of it beside its words.

    Raises:
        DossierError: A table that it needs has problems.
        KeyError: There is no such record.
    """
    told, story = teller.tell(subject), teller.dossier.story
    address = root + record_path(teller.dossier, subject.kind, subject.key)
    direction = "rtl" if is_right_to_left(story.language) else "ltr"
    body = "\n".join(_body(told, address, story.title, pictures))
    return f"""<!doctype html>
<html lang="{written(story.language)}" dir="{direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>{written(told.title)}</title>
<link rel="canonical" href="{written(address)}">
<style>{STYLE}</style>
</head>
<body>
<main>
{body}
</main>
<script>{SCRIPT}</script>
</body>
</html>
"""


def policy() -> str:
    """Return the content security policy of an embed: anybody may frame it, and it loads nothing.

    It names no `frame-ancestors`: even `*` would shut out a lesson that is a file on a disk. Its
    own style and script are named by their digests.
    """
    digests = [b64encode(sha256(text.encode()).digest()).decode() for text in (STYLE, SCRIPT)]
    return (
        f"default-src 'none'; style-src 'sha256-{digests[0]}'; script-src 'sha256-{digests[1]}'; "
        "img-src 'self'; base-uri 'none'; form-action 'none'"
    )


def image(address: str, alt: str, credit: str) -> Shown:
    """Return a slide's picture with whose it is.

    Args:
        address: Where it stands, on the embed's own server.
        alt: What it shows.
        credit: Whose it is, and on which terms.
    """
    shown = f'<img src="{written(address)}" alt="{written(alt)}">'
    return Shown(shown, IMAGE_HEIGHT, below=credit)


def height_of(told: Told, pictures: Iterable[Shown]) -> int:
    """Return how high a frame is where the page around it does not listen, in pixels.

    It is reckoned from the letters, for an embed as wide as it gets; what is higher is scrolled.
    """
    shown = list(pictures)
    texts = [(told.words, WORDS), *((line, LINE) for line in told.lines)]
    texts += [(f"{SOURCE}: {one.words}", SMALL) for one in told.cited]
    texts += [(one.above, ROW) for one in shown] + [(one.below, SMALL) for one in shown]
    lines = sum(ceil(len(text) / letters) * high for text, (letters, high) in texts)
    return AROUND + lines + sum(one.height for one in shown)


def frame_code(subject: Subject, title: str, root: str, size: tuple[int | str, int]) -> str:
    """Return the frame that shows an embed, as HTML.

    Args:
        subject: The record.
        title: What the frame is called for those who do not see it.
        root: The server's address.
        size: Width and height, in pixels; the width may be 100%.
    """
    address = written(root + embed_path(subject.kind, subject.key))
    wide, high = size
    return (
        f'<iframe src="{address}" title="{written(title)}" width="{wide}" '
        f'height="{high}" style="border:0;max-width:{WIDTH}px" loading="lazy">'
        "</iframe>"
    )


def code_to_copy(subject: Subject, title: str, root: str, height: int) -> str:
    """Return what is pasted into a page: the frame, and the script that fits its height."""
    return f"{frame_code(subject, title, root, ('100%', height))}\n<script>{LISTENER}</script>"


def _body(told: Told, address: str, story: str, pictures: Iterable[Shown]) -> Iterator[str]:
    yield f'<h1 lang="en" dir="ltr">{written(told.kind)}</h1>'
    quoted = told.words.startswith("“")
    tag = "blockquote" if quoted else "p"
    # As on the pages: reported speech is told from quotations by its weight.
    plain = told.kind == REPORTED or (not quoted and len(told.words) > LONGEST_HEADING)
    yield f'<{tag} class="words{" plain" * plain}" dir="auto">{written(told.words)}</{tag}>'
    lines = "".join(f'<li dir="auto">{written(line)}</li>' for line in told.lines)
    listed = f'<ul role="list">{lines}</ul>' if lines else ""
    # A number stands beside who says so, before it stands beside others.
    if told.kind == FIGURE:
        yield listed
    for one in pictures:
        if one.above:
            above = written(one.above)
            # Among others, the record that the embed is of.
            above = f"<strong>{above}</strong>" if one.own else above
            yield f'<p class="row" dir="auto">{above}</p>'
        yield one.html
        if one.below:
            yield f'<p class="small" dir="auto">{written(one.below)}</p>'
    if told.kind != FIGURE:
        yield listed
    yield from map(_cited, told.cited)
    back = f'<a href="{written(address)}" target="_blank" rel="noopener">{written(story)}</a>'
    yield f'<p class="back" dir="auto"><span lang="en">The record in the dossier:</span> {back}</p>'


def _cited(cited: Cited) -> str:
    words, url = written(cited.words), cited.source["url"]
    if url:
        there = written(address_of_words(url, cited.exact))
        words = f'<a href="{there}" target="_blank" rel="noopener">{words}</a>'
    name = COMPARED_WITH if cited.compared else SOURCE
    return f'<p class="small" dir="auto"><span lang="en">{name}:</span> {words}</p>'


def _properties(palette: Palette) -> str:
    light = {name: getattr(palette, name) for name in Palette.__annotations__}
    return ";".join(f"--{name}:{value}" for name, value in light.items())


def _style() -> str:
    maps = [";".join(f"--{name}:{value}" for name, value in one.items()) for one in MAP_COLOURS]
    light, dark = (
        f":root{{{_properties(palette)};{on_map}}}"
        for palette, on_map in zip((LIGHT, DARK), maps, strict=True)
    )
    rest = (HERE / "embed.css").read_text(encoding="utf-8")
    return f"{light}\n@media (prefers-color-scheme:dark){{{dark}}}\n{rest}"


STYLE = _style()
SCRIPT = (HERE / "embed.js").read_text(encoding="utf-8")
