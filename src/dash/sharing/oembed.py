"""oEmbed 1.0: an editor asks for an address of ours and gets the frame that shows it.

https://oembed.com, section 2, names the request, the response and the errors.
"""

import html
from collections.abc import Mapping, Sequence
from urllib.parse import urlsplit

from dash.sharing.addresses import CARD_SIZE, Subject, card_path, subject_at
from dash.sharing.drawing import Shown
from dash.sharing.embed import WIDTH, frame_code, height_of
from dash.sharing.markup import FORBIDDEN
from dash.sharing.telling import Teller

DAY = 24 * 60 * 60
# What an editor is told about one record.
Answer = Mapping[str, str | int]


def subject_of_address(teller: Teller, address: str, root: str) -> Subject | None:
    """Return the record that an address of this server opens, if it is one.

    The address may be written with http or https: what stands before the server may speak either.

    Args:
        teller: Tells of the dossier's records.
        address: The address that is asked about.
        root: The server's own address, with the base path and without a slash at its end.

    Raises:
        DossierError: The table of the records has problems.
    """
    try:
        asked, own = urlsplit(address), urlsplit(root)
        same = asked.scheme in ("http", "https") and asked.netloc.lower() == own.netloc.lower()
    except ValueError:
        return None
    page = asked.path.removeprefix(f"{own.path}/")
    if not same or page == asked.path:
        return None
    return subject_at(teller.dossier, page, asked.query)


def answer(
    teller: Teller,
    subject: Subject,
    root: str,
    pictures: Sequence[Shown],
    limits: tuple[int | None, int | None],
) -> Answer:
    """Return what is told of a record.

    Args:
        teller: Tells of the dossier's records.
        subject: The record.
        root: The server's own address.
        pictures: What its embed shows beside words.
        limits: `maxwidth` and `maxheight`, in pixels; None for none.

    Raises:
        DossierError: A table that it needs has problems.
    """
    told, story = teller.tell(subject), teller.dossier.story
    widest, highest = limits
    width, height = min(WIDTH, widest or WIDTH), height_of(told, pictures)
    height = min(height, highest or height)
    found: dict[str, str | int] = {
        "version": "1.0",
        "type": "rich",
        "title": told.title,
        "provider_name": story.title,
        "provider_url": f"{root}/",
        "cache_age": DAY,
        "html": frame_code(subject, told.title, root, (width, height)),
        "width": width,
        "height": height,
    }
    wide, high = CARD_SIZE
    # A thumbnail has to fit, too.
    if wide <= (widest or wide) and high <= (highest or high):
        found["thumbnail_url"] = root + card_path(subject.kind, subject.key)
        found |= {"thumbnail_width": wide, "thumbnail_height": high}
    return found


def as_xml(found: Answer) -> str:
    """Return an answer as oEmbed writes it in XML."""
    texts = {name: html.escape(FORBIDDEN.sub("", str(value))) for name, value in found.items()}
    parts = (f"<{name}>{text}</{name}>" for name, text in texts.items())
    head = '<?xml version="1.0" encoding="utf-8" standalone="yes"?>'
    return f"{head}\n<oembed>{''.join(parts)}</oembed>"
