"""The corrections as an Atom feed (RFC 4287), for whoever has cited the dossier."""

from dash.corrections import latest_first, name_record
from dash.dossier.model import Dossier
from dash.markdown import sentence
from dash.schema.rows import Correction
from dash.sharing.addresses import KINDS, Subject, exists, record_path
from dash.sharing.markup import written

FEED = "/corrections.atom"
MEDIA_TYPE = "application/atom+xml"
# As many as a feed reader shows.
MOST = 200
# What a feed must have that has no entry, nor a date of its own.
NEVER = "1970-01-01"


def feed(dossier: Dossier, root: str) -> str:
    """Return the corrections as a feed, the latest first.

    Args:
        dossier: The dossier.
        root: The server's address, with the base path and without a slash at its end; blank where
            it is not known, and then entries have no links.

    Raises:
        DossierError: dossier.toml or the corrections have problems.
    """
    story = dossier.story
    found = latest_first(dossier)[:MOST]
    updated = found[0]["date"] if found else (story.published or NEVER)
    own = f"{root}{FEED}" if root else _tag(dossier, "corrections")
    link = f'<link rel="self" href="{written(own)}"/>\n' if root else ""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{written(story.language)}">\n'
        f"<title>{written(f'Corrections: {story.title}')}</title>\n"
        f"<id>{written(_tag(dossier, 'corrections'))}</id>\n{link}"
        f"<updated>{_moment(updated)}</updated>\n"
        f"<author><name>{written(story.title)}</name></author>\n"
        f"{''.join(_entry(dossier, row, root) for row in found)}</feed>\n"
    )


def _entry(dossier: Dossier, correction: Correction, root: str) -> str:
    title = sentence(name_record(correction))
    told = f"It was: {correction['was']} Now: {correction['now']}"
    path = _path(dossier, correction) if root else None
    link = f'<link rel="alternate" href="{written(f"{root}{path}")}"/>\n' if path else ""
    return (
        "<entry>\n"
        f"<id>{written(_tag(dossier, correction['id']))}</id>\n"
        f"<title>{written(title)}</title>\n"
        f"<updated>{_moment(correction['date'])}</updated>\n{link}"
        f'<content type="text">{written(told)}</content>\n'
        "</entry>\n"
    )


def _path(dossier: Dossier, correction: Correction) -> str | None:
    """Return where a correction's record is shown; None for an actor, or one withdrawn."""
    kind = next((kind for kind, table in KINDS.items() if table == correction["table"]), None)
    if kind is None or correction["record"] is None or not dossier.has(correction["table"]):
        return None
    subject = Subject(kind, correction["record"])
    return record_path(dossier, kind, subject.key) if exists(dossier, subject) else None


def _tag(dossier: Dossier, name: str) -> str:
    """Return a name that no other entry has and that no move of the server changes (RFC 4151)."""
    return f"urn:dossier:{dossier.story.source}:{name}"


def _moment(day: str) -> str:
    """Return a day as Atom writes a moment (RFC 3339); a month or a year is its first day."""
    return f"{day}{'-01' * (2 - day.count('-'))}T00:00:00Z"
