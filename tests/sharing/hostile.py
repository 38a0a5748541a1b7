"""A dossier that tries to break out of whatever its texts are put into."""

from pathlib import Path

from dash.dossier.model import Dossier
from tests import factories as make

# Ends a tag, an attribute, a script, a comment, a style and CDATA; and turns text around.
TEXT = (
    "</title></script><script>hacked()</script>\"'><img src=x onerror=hacked()> &lt;b&gt; "
    "<!-- --> ]]> </style> evil\u202etxt \\u003c ${1} \\1"
)


def dossier(folder: Path) -> Dossier:
    """Return a sound dossier of such texts, one record of each kind."""
    story = make.STORY.replace("A quarrel over a bridge", "BREAK").replace(
        "Two towns and a toll", "BREAK"
    )
    story = story.replace('"People hurt"', '"BREAK"').replace('"Everyone"', '"BREAK"')
    story = story.replace('language = "en"', 'language = "BREAK"').replace(
        '"Two towns quarrel."', '"BREAK"'
    )
    escaped = TEXT.replace("\\", "\\\\").replace('"', '\\"')
    word = TEXT.split(maxsplit=1)[0]
    return make.dossier(
        folder,
        story.replace("BREAK", escaped),
        sources=[
            make.source(title=TEXT, publisher=TEXT, note=TEXT),
            make.source(id="report", kind="report", title=TEXT, url=""),
        ],
        actors=[make.actor(name=TEXT, role=TEXT)],
        places=[make.place(name=TEXT, role_in_story=TEXT, recognised_as=TEXT)],
        quotes=[make.quote(text=TEXT, exact=word, medium=TEXT)],
        slides=[make.slide(heading=TEXT, caption=TEXT)],
        events=[make.event(title=TEXT)],
        differences=[make.difference(title=TEXT, explanation=TEXT)],
    )
