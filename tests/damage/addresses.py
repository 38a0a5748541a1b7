"""Hostile addresses of the pages: parameters without, with odd and with too many values."""

from random import Random

PARAMETERS = {
    "app.py": ("x",),
    "pages/map.py": ("map_place", "map_view", "map_land", "map_places", "map_deck", "map_turn"),
    "pages/casualties.py": (
        *("figure", "figures_view", "figures_context", "figures_measure"),
        *("figures_population", "figures_claimant", "figures_evidence"),
        *("figures_length", "figures_page", "figures_series", "figures_from"),
        *("figures_quantity", "compare_a", "compare_b", "compare_measure"),
    ),
    "pages/quotes.py": (
        *("quote", "difference", "quotes_view", "quotes_search", "quotes_sort", "quotes_page"),
        *("quotes_speaker", "quotes_side", "quotes_topic", "quotes_exchange"),
        *("quotes_difference_topic", "quotes_difference_kind", "quotes_difference_page"),
    ),
    "pages/slideshow.py": ("slide", "slideshow_view", "slideshow_filmstrip"),
    "pages/timeline.py": (
        *("event", "timeline_view", "timeline_part", "timeline_lane", "timeline_actor"),
    ),
    "pages/sources.py": (
        *("source", "sources_view", "sources_table", "sources_find", "sources_kind"),
        *("sources_all", "sources_records"),
    ),
    "pages/search.py": ("search", "search_kind", "search_page"),
}
VALUES = (
    *("", " ", "x", "0", "-1", "1", "999999999999999999999", "1e999", "nan", "true", "None"),
    *("hurt-many", "hurt-count", "quarrel", "bridge", "Q1", "D1", "paper", "valley", "slide-1"),
    *("Compare two", "Over time", "By year and month", "Other quantities", "Exchange", "figures"),
    *("Where accounts differ", "Method", "Tables", "Check it yourself", "handout", "source", "all"),
    *("<b>", "![p](http://x.example/p)", "../../etc/passwd", "a\0b", "\u202e", "٣", "x" * 5000),
    *('"', "'; DROP TABLE", "NEAR(", "a AND", "*", "2020", "9999", "People hurt", "The toll", "[]"),
)
MOST = 4


def address(number: int) -> tuple[str, dict[str, str | list[str]]]:
    """Return the page and the parameters of the case of this number."""
    chance = Random(number)  # noqa: S311 - the same for everybody
    pages = list(PARAMETERS)
    page = pages[number % len(pages)]
    names = chance.sample(PARAMETERS[page], min(len(PARAMETERS[page]), chance.randint(1, MOST)))
    return page, {name: _value(chance) for name in names}


def _value(chance: Random) -> str | list[str]:
    if chance.random() < 0.1:
        return chance.choices(VALUES, k=3)
    return chance.choice(VALUES)
