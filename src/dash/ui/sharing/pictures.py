"""What an embed shows beside words: a slide's picture, or what is drawn of a record."""

from dash.dossier.pictures import Picture
from dash.sharing.addresses import Subject, record_key
from dash.sharing.drawing import Shown, drawn
from dash.sharing.embed import image
from dash.sharing.telling import Teller
from dash.slides import spell_picture
from dash.ui.slideshow.pictures import address_of, current_pictures


def shown_of(teller: Teller, subject: Subject) -> tuple[Shown, ...]:
    """Return the pictures of a record's embed; none for most.

    Raises:
        DossierError: A table that it needs has problems.
    """
    if subject.kind != "slide":
        return tuple(drawn(teller, subject))
    number = record_key(teller.dossier, subject.kind, subject.key)
    slide = teller.dossier.record("slides", number or 0)
    picture = current_pictures(teller.dossier).get(slide["number"])
    if not isinstance(picture, Picture):
        return ()
    return (image(address_of(picture), slide["alt"] or "", spell_picture(slide)),)
