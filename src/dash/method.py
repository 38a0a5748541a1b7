"""How the dossier was made, in the words of those who made it."""

from dash.dossier.model import Dossier
from dash.schema.dictionary import BEGIN

README = "README.md"
LONGEST_NOTES = 20_000


def makers_notes(dossier: Dossier) -> str:
    """Return the README of the dossier's folder as Markdown, without its data dictionary.

    Images become links: a page shows nothing that lies elsewhere. Empty where
    there is no README that can be read.
    """
    try:
        text = (dossier.folder / README).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return ""
    notes = text.partition(BEGIN)[0].removesuffix("## Data dictionary\n\n").strip()
    body = "\n".join(line for line in notes.splitlines() if not line.startswith("# "))
    return body[:LONGEST_NOTES].replace("![", "[").strip()
