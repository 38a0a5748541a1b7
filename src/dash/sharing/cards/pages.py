"""From a page to its card: its title, one sentence, and the first of what it has to show."""

from collections.abc import Iterator, Sequence
from contextlib import suppress

from dash.counting import count_of
from dash.dossier.model import Dossier
from dash.dossier.records import names
from dash.drawings.claims import claim_map
from dash.drawings.question_map import claims_of, figures_of, ground_of, view_of
from dash.drawings.scale import scale_of
from dash.drawings.strip import SCALE_HEIGHT, TRACK_HEIGHT, UNIT_LINE, axis, track
from dash.drawings.svg import FONT, holding, writing
from dash.events import spell_days
from dash.figures.attribution import NOBODY, qualified
from dash.figures.units import names_itself
from dash.figures.words import spell_population, spell_value
from dash.glance import key_events, key_figures, key_statements
from dash.markdown import sentence
from dash.palette import Palette
from dash.provenance import cite
from dash.questions import questions
from dash.schema.problems import DossierError
from dash.schema.rows import Figure
from dash.schema.story import Question
from dash.sharing.cards.card import Card, Inset, Passage, run
from dash.sharing.cards.insets import HEIGHT, WIDTH, places_inset
from dash.sharing.cards.lettering import (
    SANS,
    SANS_BOLD,
    SERIF,
    SERIF_BOLD,
    Run,
    cut_short,
    plain,
    set_lines,
)
from dash.site import HOME, Page, page_of
from dash.statements.quotes import spell_statement
from dash.wording import (
    SEARCH_THE_DOSSIER,
    THE_STORY,
    WHAT_HAPPENED_WHEN,
    WHAT_THIS_RESTS_ON,
    WHERE_IT_HAPPENS,
    WHO_SAID_WHAT,
)

# What a page asks or tells, where its dossier does not say it itself; as its heading does.
TITLES = {
    "map": WHERE_IT_HAPPENS,
    "quotes": WHO_SAID_WHAT,
    "timeline": WHAT_HAPPENED_WHEN,
    "sources": WHAT_THIS_RESTS_ON,
    "search": SEARCH_THE_DOSSIER,
    "incidents": "Recorded deaths, one by one",
}
COUNTED = {
    "figures": "figure",
    "quotes": "statement",
    "differences": "difference",
    "events": "event",
    "places": "place",
    "slides": "slide",
    "sources": "source",
}
MOST_ROWS, MOST_LINES = 3, 4
# How a figure's words are set above its mark, and in how many lines.
LINES = ((22, SANS_BOLD, 1), (18, SANS, 2))
LEADING = 1.2


def page_card(dossier: Dossier, name: str, inset: Inset | None) -> Card:
    """Return the card of a page without a record.

    Args:
        dossier: The dossier; a table with problems is left out.
        name: The page's name.
        inset: The picture beside its words.

    Raises:
        DossierError: dossier.toml or sources.csv has problems.
    """
    page, story = page_of(name), dossier.story
    told = story.subtitle or story.summary or ""
    if page == HOME:
        passages = [Passage(run(story.title), SERIF_BOLD, 60, 34, keep=4)]
        passages.append(Passage(run(told), SERIF, 32, 24, gap=18, keep=4))
    else:
        title = story.slideshow if name == "slideshow" else TITLES.get(name, page.label)
        passages = [Passage(run(title), SERIF_BOLD, 60, 34, keep=3)]
        lines = _lines(dossier, name)
        if not inset and not lines:
            passages.append(Passage(run(told), SERIF, 32, 24, gap=18, keep=4))
        else:
            passages.append(Passage(run(story.title), SERIF, 32, 24, gap=18, keep=3))
        passages += [Passage(run(line), size=26, smallest=20, keep=1) for line in lines]
    number = _counted(dossier, page)
    label = THE_STORY if page == HOME else page.label
    return Card(
        head=((label, "accent"), *(((number, "muted"),) if number else ())),
        passages=tuple(passages),
        source=plain(cite(dossier.record("sources", story.source))),
    )


def page_inset(dossier: Dossier, name: str, palette: Palette) -> Inset | None:
    """Return what a page has to show, drawn from the tables; None where it is words."""
    with suppress(DossierError):  # what is broken is told by its page
        if name == "map":
            return places_inset(dossier, palette)
        asked = [one for one in questions(dossier) if one.kind != "statements"]
        if name == HOME.name and asked:
            return _of_question(dossier, asked[0], palette)
        groups = key_figures(dossier) if name in ("casualties", "figures") else []
        if groups:
            figures = [dossier.record("figures", key) for key in groups[0]]
            return strip_inset(dossier, figures, palette)
    return None


def strip_inset(
    dossier: Dossier, figures: Sequence[Figure], palette: Palette, caption: str = ""
) -> Inset:
    """Return figures of one unit on one scale, each with what it counts, who says so and when."""
    story = dossier.story
    rows, scale, y = list(figures[:MOST_ROWS]), scale_of(figures[:MOST_ROWS]), 0.0
    actors, parts, said = names(dossier.records("actors")), [], []
    for figure in rows:
        claimant = figure["claimant"]
        who = sentence(actors[claimant] if claimant else NOBODY)
        measure = story.measures[figure["measure"]].label
        value = spell_value(figure)
        told = value if names_itself(figure["unit"], measure) else f"{value} · {measure}"
        whose = spell_population(figure, story.populations)
        below = sentence(" · ".join(filter(None, (whose, who, qualified(figure)))))
        said.append(f"{told}, {below}")
        for words, (size, face, most) in zip((told, below), LINES, strict=True):
            lines = set_lines([Run(plain(words))], face, WIDTH / size)
            for line in cut_short(lines, most, face, WIDTH / size):
                y += size * LEADING
                look = {"font_weight": face.weight, "font_size": size, "fill": palette.ink}
                family = f"'{face.family}', {face.behind}"
                joined = " ".join(one.words for one in line)
                parts.append(writing(joined, x=0, y=y - 4, font_family=family, **look))
        y += 4
        mark = track(
            figure, scale, palette.accent if figure["in_story"] else palette.context, palette
        )
        parts.append(holding("svg", mark.svg, y=y, width=WIDTH, height=TRACK_HEIGHT))
        y += TRACK_HEIGHT + 10
    height = SCALE_HEIGHT + UNIT_LINE
    drawn = axis(scale, rows[0]["unit"], palette)
    parts.append(holding("svg", drawn.svg, y=y, width=WIDTH, height=height))
    svg = "".join(parts).replace(FONT, f"'{SANS.family}', {SANS.behind}")
    return Inset(svg, WIDTH, min(HEIGHT, round(y + height)), "; ".join(said), caption)


def _of_question(dossier: Dossier, question: Question, palette: Palette) -> Inset | None:
    figures = figures_of(dossier, question)
    if question.kind == "strip":
        return strip_inset(dossier, figures, palette, question.title)
    claims, view = list(claims_of(dossier, figures)), view_of(dossier, question)
    if not claims or not view:
        return None
    drawing = claim_map(claims, ground_of(dossier), view, palette)
    height = round(view.height * WIDTH / view.width)
    if height > HEIGHT:
        return None
    svg = drawing.svg.replace(FONT, f"'{SANS.family}', {SANS.behind}")
    return Inset(svg, WIDTH, height, drawing.alt, question.title)


def _lines(dossier: Dossier, name: str) -> list[str]:
    """Return the first records of a page, a line each."""
    try:
        return list(_records(dossier, name))[:MOST_LINES]
    except DossierError:
        return []


def _records(dossier: Dossier, name: str) -> Iterator[str]:
    if name == "quotes":
        actors = names(dossier.records("actors"))
        for quote in (dossier.record("quotes", key) for key in key_statements(dossier)):
            who = " and ".join(actors[actor] for actor in quote["speaker"])
            yield f"{spell_statement(quote)} {who}".strip()
    elif name == "timeline":
        for event in (dossier.record("events", key) for key in key_events(dossier)):
            yield f"{sentence(spell_days(event))}: {event['title']}"
    elif name == "sources":
        yield from dict.fromkeys(source["publisher"] for source in dossier.records("sources"))
    elif name == "search":
        told = [count_of(number, thing) for thing, number in _numbers(dossier) if number]
        yield ", ".join(told)


def _numbers(dossier: Dossier) -> Iterator[tuple[str, int]]:
    for table, thing in COUNTED.items():
        if dossier.has(table):
            yield thing, len(dossier.records(table))


def _counted(dossier: Dossier, page: Page) -> str:
    """Return how many records a page shows, of each of its kinds."""
    numbers = dict(_numbers(dossier))
    things = [COUNTED[shown.table] for shown in page.shows]
    return ", ".join(count_of(numbers[one], one) for one in things if numbers.get(one))
